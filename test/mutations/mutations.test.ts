import { describe, expect, it } from "vitest";
import { type ArchiveSource, type CheckOptions, concludeArchive, type DocumentsRead, readDocuments } from "#check.ts";
import { listArchive } from "#files/archive-folder.ts";
import type { Finding } from "#model/findings.ts";
import { compareIds } from "#model/ids.ts";
import type { ArchiveEntry } from "#model/source.ts";
import { rules } from "#rules/index.ts";
import { standards, workspaceOf } from "../rules/archive.ts";
import { archiveMutations } from "./archive.ts";
import { baselineMutations } from "./baseline.ts";
import { exceptionMutations } from "./exceptions.ts";
import type { Broken, Intact, Mutation, Role } from "./mutation.ts";
import { promptMutations } from "./prompt.ts";
import { provenanceMutations } from "./provenance.ts";
import { resultsMutations } from "./results.ts";
import { resultsFilesMutations } from "./results-files.ts";
import { resultsTestsMutations } from "./results-tests.ts";
import { specMutations } from "./spec.ts";

/** How each rule is broken, by its id. */
const mutations: Readonly<Record<string, readonly Mutation[]>> = {
	...archiveMutations,
	...exceptionMutations,
	...promptMutations,
	...provenanceMutations,
	...resultsMutations,
	...resultsFilesMutations,
	...resultsTestsMutations,
	...baselineMutations,
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

function hasResults(id: string): boolean {
	return intact.documents.some(({ handoff, kind }) => handoff === id && kind === "results");
}

const handoffs: readonly Intact[] = intact.handoffs.map(({ id, documents, order }) => {
	const document = (kind: Role) => {
		const path = documents.find((candidate) => candidate.kind === kind)?.path;
		return path === undefined ? {} : { [kind]: { path, text: textOf(path) } };
	};
	return {
		id,
		documents: { ...document("spec"), ...document("results"), ...document("prompt") },
		successor:
			intact.relations.find(
				({ type, from, to }) => type === "predecessor" && to === id && hasResults(from) && compareIds(id, from) < 0,
			)?.from ?? null,
		hasLaterResults: intact.handoffs.some((other) => other.order > order && hasResults(other.id)),
	};
});

/** The archive with some files changed in memory; only those are read again. */
function check(broken: readonly Broken[]): readonly Finding[] {
	const files: Record<string, string | Uint8Array | null> = Object.assign({}, ...broken.map((one) => one.files));
	const problems = broken.flatMap((one) => one.problems ?? []);
	const exceptions = Object.assign({}, ...broken.map((one) => one.exceptions));
	const alone = broken.some((one) => one.alone);
	const workspace = broken.some((one) => one.workspace)
		? workspaceOf(Object.assign({}, ...broken.map((one) => one.workspace)))
		: undefined;
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
		...(workspace && { workspace }),
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

/** What the mutations of each rule made it say: ids of its messages. */
const said = new Map<string, Set<string>>();

let tried = 0;
let caught = 0;

/** What is told wrongly of a mutation of some handoffs at once: findings that are missing and findings too many. */
function faultsOf(rule: string, also: readonly string[], cases: readonly Case[]): readonly string[] {
	const wanted = cases.flatMap(({ handoff, broken: { expected } }) =>
		[expected.line, ...(expected.further ?? [])].map((line) =>
			told(rule, expected.path, line, expected.handoff === undefined ? handoff.id : expected.handoff),
		),
	);
	const findings = check(cases.map(({ broken }) => broken)).filter(
		(finding) => finding.rule === rule || !also.includes(finding.rule),
	);
	const found = findings.map(toldOf);
	for (const { messageId, ...finding } of findings)
		if (finding.rule === rule) said.set(rule, (said.get(rule) ?? new Set()).add(messageId));
	const missing = without(wanted, found);
	const excess = without(found, wanted);
	tried += cases.length;
	caught += excess.length > 0 && cases.length === 1 ? 0 : cases.length - missing.length;
	return [...missing.map((one) => `missing: ${one}`), ...excess.map((one) => `too many: ${one}`)];
}

interface Case {
	readonly handoff: Intact;
	readonly broken: Broken;
}

/** What a list holds beyond another; equal ones count. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
	const left = [...other];
	return list.filter((one) => {
		const at = left.indexOf(one);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}

/** Rules about transfers and their log judge no handoff; test/transfers breaks each of their values by itself. */
const ofHandoffs = rules.filter(({ scope }) => scope === "document" || scope === "archive");

describe("mutations of the example archive", () => {
	it("starts from an archive without findings", () => {
		expect(intact.findings.map(toldOf)).toEqual([]);
		expect(handoffs.length).toBeGreaterThan(15);
	});

	it("has a mutation for every rule, and none for a rule that is gone", () => {
		expect(Object.keys(mutations).sort()).toEqual(ofHandoffs.map(({ id }) => id).sort());
	});

	for (const { id, scope } of ofHandoffs)
		it.each(mutations[id] ?? [])(`${id}: $title`, ({ apply, also }) => {
			const cases = handoffs.flatMap((handoff): Case[] => {
				const broken = apply(handoff);
				return broken ? [{ handoff, broken }] : [];
			});
			expect(cases.length, "it can be applied somewhere").toBeGreaterThan(0);
			// A rule about single documents tells the same whatever else the archive holds, so all are broken at once: whatever
			// one of them raises elsewhere still shows as a finding too many. Rules about the whole archive are broken one by one.
			const archives = scope === "document" ? [cases] : cases.map((one) => [one]);
			expect(archives.flatMap((broken) => faultsOf(id, also?.rules ?? [], broken))).toEqual([]);
		});

	it("makes every rule say each of its messages", () => {
		const unsaid = ofHandoffs.flatMap(({ id, messages }) =>
			Object.keys(messages)
				.filter((messageId) => !said.get(id)?.has(messageId))
				.map((messageId) => `${id} ${messageId}`),
		);
		expect(unsaid, "messages that no mutation in test/mutations raises").toEqual([]);
	});

	it("catches them all", () => {
		const count = ofHandoffs.reduce((sum, { id }) => sum + (mutations[id]?.length ?? 0), 0);
		console.info(`rules x mutations: ${caught} of ${tried} caught (${ofHandoffs.length} rules, ${count} mutations)`);
		expect(caught).toBe(tried);
	});
});
