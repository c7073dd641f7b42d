import type { Archive, Handoff } from "#model/archive.ts";
import type { HandoffBaseline } from "#model/baselines.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { RuleMetadata, SeveritySetting } from "#model/findings.ts";
import {
	type RuleSet,
	type Seal,
	type SealBasis,
	type SealChange,
	type SealState,
	type SealsFile,
	unnamedRules,
} from "#model/seals.ts";
import type { Standard } from "#model/standard.ts";
import { compareText } from "#model/text-order.ts";

/** What validations rest on besides the documents. */
export interface SealGround {
	readonly documents: readonly DocumentRecord[];
	readonly baselines: readonly HandoffBaseline[];
	readonly rules: readonly RuleMetadata[];
	readonly severities: Readonly<Record<string, SeveritySetting>>;
	readonly standards: readonly Standard[];
	/** SHA-256 of a text as 64 hex digits. */
	digest(text: string): string;
}

/** What a handoff's validation would rest on today, and the rule set in full. */
export interface Sealable {
	readonly basis: SealBasis;
	readonly ruleSet: RuleSet;
}

/** Digests of what a handoff's verdict rests on: its documents, its predecessor's baseline, the rules and its standard. */
export function sealables(ground: SealGround): (handoff: Handoff) => Sealable {
	const { documents, baselines, standards, digest } = ground;
	const hashes = new Map(documents.map(({ path, sha256 }) => [path, sha256]));
	const byHandoff = new Map(baselines.map((baseline) => [baseline.handoff, baseline]));
	let rules: RuleSet | undefined;
	const sets = new Map<string, { readonly ruleSet: RuleSet; readonly digest: string }>();
	const setOf = (id: string) => {
		const known = sets.get(id);
		if (known) return known;
		const standard = standards.find((one) => one.id === id);
		rules ??= rulesOf(ground);
		const ruleSet = { ...rules, ...(standard && { [`standard ${id}`]: short(digest(JSON.stringify(standard))) }) };
		const made = { ruleSet, digest: digest(JSON.stringify(ruleSet)) };
		sets.set(id, made);
		return made;
	};
	return ({ id, documents: own, standard }) => {
		const predecessor = byHandoff.get(id)?.predecessor?.id;
		const baseline = predecessor === undefined ? undefined : byHandoff.get(predecessor);
		const set = setOf(standard);
		return {
			ruleSet: set.ruleSet,
			basis: {
				documents: Object.fromEntries(own.map(({ path }) => [path, hashes.get(path) ?? ""] as const).sort(byKey)),
				baseline: baseline ? { handoff: baseline.handoff, digest: digest(contentOf(baseline)) } : null,
				rules: set.digest,
			},
		};
	};
}

function rulesOf({ rules, severities, digest }: SealGround): RuleSet {
	return Object.fromEntries(
		rules
			// Rules about transfers say nothing of a handoff.
			.filter(({ scope }) => scope === "document" || scope === "archive")
			// What a rule asks for is what was validated; how it is explained may be reworded.
			.map(({ why: _why, remedy: _remedy, ...rule }) => {
				const group = `${rule.id.split("/")[0]}/*`;
				const severity = severities[rule.id] ?? severities[group] ?? rule.severity;
				return [rule.id, short(digest(JSON.stringify([rule, severity])))] as const;
			})
			.sort(byKey),
	);
}

function short(digest: string): string {
	return digest.slice(0, 12);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return compareText(a, b);
}

/** What a baseline says, wherever in the document it says so. */
function contentOf({ counts, packages, failures }: HandoffBaseline): string {
	return JSON.stringify([
		counts.map(({ kind, section, value, scope: { commandLine: _, ...scope } }) => [kind, section, value, scope]),
		packages && [packages.added, packages.removed],
		failures && [failures.added, failures.carried, failures.fixed].map((list) => list.map(({ name }) => name)),
	]);
}

/** How the last validation of each handoff stands, in the order of the handoffs; those of handoffs that are gone come last. */
export function sealStates(
	{ seals, ruleSets }: Pick<SealsFile, "seals" | "ruleSets">,
	handoffs: Archive["handoffs"],
	sealable: (handoff: Handoff) => Sealable,
): readonly SealState[] {
	const byHandoff = Map.groupBy(seals, ({ handoff }) => handoff);
	const stateOf = (own: readonly Seal[], handoff: Handoff | null): SealState[] => {
		const seal = own.at(-1);
		if (!seal) return [];
		const { by, at } = seal;
		const changes = handoff ? changesSince(seal, sealable(handoff), ruleSets[seal.rules]) : [];
		const state = handoff === null ? "gone" : changes.length > 0 ? "changed" : "validated";
		return [{ handoff: seal.handoff, by, at, state, changes, earlier: own.length - 1 }];
	};
	const known = new Set(handoffs.map(({ id }) => id));
	return [
		...handoffs.flatMap((handoff) => stateOf(byHandoff.get(handoff.id) ?? [], handoff)),
		...[...byHandoff].flatMap(([id, own]) => (known.has(id) ? [] : stateOf(own, null))),
	];
}

function changesSince(seal: Seal, { basis, ruleSet }: Sealable, former: RuleSet | undefined): SealChange[] {
	const changes: SealChange[] = differences(seal.documents, basis.documents).map((change) => ({
		kind: "document",
		...change,
	}));
	const { baseline } = basis;
	if (seal.baseline?.handoff !== baseline?.handoff || seal.baseline?.digest !== baseline?.digest) {
		const how = seal.baseline === null ? "added" : baseline === null ? "removed" : "changed";
		changes.push({ kind: "baseline", how, subject: (baseline ?? seal.baseline)?.handoff ?? "" });
	}
	if (seal.rules !== basis.rules && !former) changes.push({ kind: "rules", how: "changed", subject: unnamedRules });
	else if (seal.rules !== basis.rules && former)
		changes.push(...differences(former, ruleSet).map((change) => ({ kind: "rules", ...change }) as const));
	return changes;
}

function differences(
	before: Readonly<Record<string, string>>,
	now: Readonly<Record<string, string>>,
): { readonly how: SealChange["how"]; readonly subject: string }[] {
	return [...new Set([...Object.keys(before), ...Object.keys(now)])].sort(compareText).flatMap((subject) => {
		const was = Object.hasOwn(before, subject) ? before[subject] : undefined;
		const is = Object.hasOwn(now, subject) ? now[subject] : undefined;
		if (was === is) return [];
		return [{ subject, how: was === undefined ? "added" : is === undefined ? "removed" : "changed" }];
	});
}
