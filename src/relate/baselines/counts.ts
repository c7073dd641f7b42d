import type { Handoff } from "#model/archive.ts";
import type { BaselineCount, CountKind, CountScope, CountSection, PackageTests } from "#model/baselines.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { Fact, FactKey } from "#model/facts.ts";

const nothingKnown: CountScope = { root: "unknown", ignored: [], words: null, commandLine: null };

/** A count that stands for its handoff, and the package whose tests it counts. */
export interface OwnCount {
	readonly kind: CountKind;
	readonly of?: string;
	readonly count: BaselineCount;
}

/** Every count that a RESULTS document states of packages and tests, in document order. */
export function countsOf({ path, facts, reported }: DocumentRecord): readonly BaselineCount[] {
	const scopes = {
		baseline: reported?.baseline ?? nothingKnown,
		regression: reported?.regression ?? nothingKnown,
		tests: reported?.tests ?? nothingKnown,
		cleanRoom: nothingKnown,
	};
	const read = (key: FactKey, kind: CountKind, section: CountSection): BaselineCount[] => {
		const fact = facts[key] as Fact<number> | undefined;
		if (!fact || !("value" in fact)) return [];
		const words = "scope" in fact ? (fact.scope ?? null) : null;
		const scope = kind === "packages" ? { ...nothingKnown, words } : scopes[section];
		return [{ kind, section, value: fact.value, state: fact.state, path, line: fact.line, scope }];
	};
	return [
		...read("tests.total", "tests", "tests"),
		...read("regression.total", "tests", "regression"),
		...read("regression.passed", "passed", "regression"),
		...read("regression.failed", "failed", "regression"),
		...read("baseline.packagesInstalled", "packages", "baseline"),
		...read("baseline.totalTests", "tests", "baseline"),
		...read("cleanRoom.packagesInstalled", "packages", "cleanRoom"),
	].sort((a, b) => a.line - b.line);
}

/** The counts that stand for a handoff: one of each kind for the system, the baseline's first, and those of single packages. */
export function ownCounts(
	counts: readonly BaselineCount[],
	results: DocumentRecord,
	{ packages }: Handoff,
): readonly OwnCount[] {
	const first = (kind: CountKind, ...sections: readonly CountSection[]): OwnCount[] => {
		for (const section of sections) {
			const count = counts.find((one) => one.kind === kind && one.section === section);
			if (count) return [{ kind, count }];
		}
		return [];
	};
	return [
		...first("packages", "baseline", "cleanRoom"),
		...first("tests", "baseline", "regression"),
		...first("passed", "regression"),
		...first("failed", "regression"),
		...packageTests(results, packages).flatMap((one) => ofPackage(one, results.path)),
	];
}

/** The tests of single packages; those of "this package" belong to the one that the spec plans. */
function packageTests({ reported, facts }: DocumentRecord, planned: readonly string[]): readonly PackageTests[] {
	const stated = reported?.packageTests ?? [];
	const [id] = planned;
	const total = facts["tests.total"];
	const scope = reported?.tests;
	if (stated.length > 0 || id === undefined || planned.length > 1 || !total || !("value" in total) || !scope)
		return stated;
	if (scope.selected || scope.roots || scope.ignored.length > 0) return stated;
	const value = (key: "tests.passed" | "tests.failed") => {
		const fact = facts[key];
		return fact && "value" in fact ? fact.value : null;
	};
	const own = { root: "package", roots: [id], ignored: [], words: scope.words, commandLine: null } as const;
	const figures = { total: total.value, passed: value("tests.passed"), failed: value("tests.failed") };
	return [{ id, ...figures, line: total.line, scope: own }];
}

function ofPackage({ id, total, failed, line, scope }: PackageTests, path: string): OwnCount[] {
	const count = (kind: CountKind, value: number | null): OwnCount[] =>
		value === null
			? []
			: [{ kind, of: id, count: { kind, section: "tests", value, state: "stated", path, line, scope } }];
	return [...count("tests", total), ...count("failed", failed)];
}

/**
 * What two counts must share to be compared: kind, package and everything that is known of what they cover. Null where too
 * little is known: a run without command and words, some packages that are not named.
 */
export function scopeKey({ kind, of, count }: OwnCount): string | null {
	const { root, roots, ignored, selected, unit, words } = count.scope;
	if (kind === "packages") return "packages";
	const nothing = !roots && ignored.length === 0;
	if (nothing && (root === "package" || root === "unknown"))
		return root === "unknown" && words !== null && !/\d/.test(words) ? JSON.stringify([kind, of ?? "", words]) : null;
	return JSON.stringify([kind, of ?? "", root, roots ?? [], ignored, selected ?? [], unit === undefined]);
}

/** The tests that a clean room ran, over all that is installed; not the handoff's own count, but one to compare with. */
export function cleanRoomCount({ path, reported }: DocumentRecord): readonly OwnCount[] {
	const run = reported?.cleanRoom;
	if (!run) return [];
	const scope: CountScope = { ...nothingKnown, root: "installed" };
	const count = { section: "cleanRoom", state: "stated", path, line: run.line, scope } as const;
	return [{ kind: "tests", count: { ...count, kind: "tests", value: run.total } }];
}

/** The scope of a count of installed tests as its words claim it, where its command names folders of the installed root. */
export function calledKey({ kind, of, count }: OwnCount): string | null {
	const { called, ignored, selected, unit } = count.scope;
	if (kind !== "tests" || of !== undefined || called !== "installed") return null;
	return ignored.length > 0 || selected || unit !== undefined
		? null
		: scopeKey({ kind, count: { ...count, scope: { ...nothingKnown, root: called } } });
}
