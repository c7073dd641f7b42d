import { describe, expect, it } from "vitest";
import { type ArchiveSource, type CheckOptions, concludeArchive, type DocumentsRead, readDocuments } from "#check.ts";
import { listArchive } from "#files/archive-folder.ts";
import type { Finding } from "#model/findings.ts";
import type { ArchiveEntry } from "#model/source.ts";
import { rules } from "#rules/index.ts";
import { standards } from "../rules/archive.ts";
import { archiveMutations } from "./archive.ts";
import { exceptionMutations } from "./exceptions.ts";
import type { Broken, Intact, Mutation, Role } from "./mutation.ts";
import { promptMutations } from "./prompt.ts";
import { resultsMutations } from "./results.ts";
import { specMutations } from "./spec.ts";

/** How each rule is broken, by its id. */
const mutations: Readonly<Record<string, readonly Mutation[]>> = {
	...archiveMutations,
	...exceptionMutations,
	...promptMutations,
	...resultsMutations,
	...specMutations,
};

const options: CheckOptions = { title: "Example archive", standards };
const folder = listArchive(["content/handoffs"]);
const intactParts = new Map(folder.entries.map((entry) => [entry.path, readDocuments(folder, [entry], options)]));
const intact = concludeArchive(folder, [...intactParts.values()], options);

const decoder = new TextDecoder();
const encoder = new TextEncoder();

function textOf(path: string): string {
	const bytes = folder.read(path);
	if (!(bytes instanceof Uint8Array)) throw new Error(`${path} cannot be read`);
	return decoder.decode(bytes);
}

const handoffs: readonly Intact[] = intact.handoffs.map(({ id, documents, order }) => {
	const document = (kind: Role) => {
		const path = documents.find((candidate) => candidate.kind === kind)?.path;
		return path === undefined ? {} : { [kind]: { path, text: textOf(path) } };
	};
	return {
		id,
		documents: { ...document("spec"), ...document("results"), ...document("prompt") },
		hasLaterResults: intact.handoffs.some(
			(other) => other.order > order && other.documents.some(({ kind }) => kind === "results"),
		),
	};
});

/** The archive with some files changed in memory; only those are read again. */
function check({ files = {}, problems = [], alone = false, exceptions = {} }: Broken): readonly Finding[] {
	const changed = new Map<string, Uint8Array>();
	for (const [path, content] of Object.entries(files))
		if (content !== null) changed.set(path, typeof content === "string" ? encoder.encode(content) : content);
	const kept = alone ? [] : folder.entries.filter(({ path }) => !(path in files));
	const fresh: readonly ArchiveEntry[] = [
		...[...changed].map(([path, { length }]) => ({ kind: "file" as const, path, size: length })),
		...problems.map((problem) => ({ kind: "problem" as const, path: problem.path, problem })),
	];
	const source: ArchiveSource = {
		entries: [...kept, ...fresh],
		read: (path) => changed.get(path) ?? folder.read(path),
		sha256: (bytes) => folder.sha256(bytes),
		loadRemark: () => folder.loadRemark(),
		loadSecretRules: () => folder.loadSecretRules(),
	};
	const unchanged = kept.flatMap(({ path }): DocumentsRead[] => {
		const part = intactParts.get(path);
		return part ? [part] : [];
	});
	return concludeArchive(source, [...unchanged, readDocuments(source, fresh, options)], { ...options, ...exceptions })
		.findings;
}

/** A finding, or the one that is expected, as one line: rule, place and handoff. */
function told(rule: string, path: string, line: number | null, handoff: string | null): string {
	return `${rule} at ${path}${line === null ? "" : `:${line}`} of ${handoff ?? "no handoff"}`;
}

function toldOf({ rule, place, handoff }: Finding): string {
	return told(rule, place.path, place.kind === "range" ? place.range.start.line : null, handoff);
}

let tried = 0;
let caught = 0;

/** What is wrong about how a mutation of one handoff was told; null where it was caught, undefined where it does not apply. */
function faultOf(rule: string, { apply, also }: Mutation, handoff: Intact): string | null | undefined {
	const broken = apply(handoff);
	if (!broken) return undefined;
	tried++;
	const { path, line, handoff: of = handoff.id } = broken.expected;
	const wanted = told(rule, path, line, of);
	const found = check(broken);
	const own = found.filter((finding) => finding.rule === rule || !also?.rules.includes(finding.rule)).map(toldOf);
	if (own.length === 1 && own[0] === wanted) {
		caught++;
		return null;
	}
	return `${handoff.id}: wanted ${wanted}, found ${own.join("; ") || "nothing"}`;
}

describe("mutations of the example archive", () => {
	it("starts from an archive without findings", () => {
		expect(intact.findings.map(toldOf)).toEqual([]);
		expect(handoffs.length).toBeGreaterThan(15);
	});

	it("has a mutation for every rule, and none for a rule that is gone", () => {
		expect(Object.keys(mutations).sort()).toEqual(rules.map(({ id }) => id).sort());
	});

	for (const { id } of rules)
		it.each(mutations[id] ?? [])(`${id}: $title`, (mutation) => {
			const outcomes = handoffs.map((handoff) => faultOf(id, mutation, handoff)).filter((fault) => fault !== undefined);
			expect(outcomes.length, "it can be applied somewhere").toBeGreaterThan(0);
			expect(outcomes.filter((fault) => fault !== null)).toEqual([]);
		});

	it("catches them all", () => {
		const count = rules.reduce((sum, { id }) => sum + (mutations[id]?.length ?? 0), 0);
		console.info(`rules x mutations: ${caught} of ${tried} caught (${rules.length} rules, ${count} mutations)`);
		expect(caught).toBe(tried);
	});
});
