import type { SourceLine } from "#model/baselines.ts";
import type { FileComparison, HandoffDelivery } from "#model/delivery.ts";
import type { DocumentRecord, FileClaim } from "#model/documents.ts";
import type { Fact } from "#model/facts.ts";
import type { SpecPlan } from "#model/plan.ts";
import type { Standard } from "#model/standard.ts";
import { because } from "#words/because.ts";

/**
 * What each handoff's spec plans beside what its RESULTS reports; handoffs that lack one of the two have none. Takes time
 * linear in what the documents list.
 */
export function deliveriesOf(
	handoffs: readonly { readonly id: string }[],
	documents: readonly DocumentRecord[],
	standards: readonly Standard[],
): readonly HandoffDelivery[] {
	const byHandoff = Map.groupBy(documents, ({ handoff }) => handoff);
	return handoffs.flatMap(({ id }): HandoffDelivery[] => {
		const own = byHandoff.get(id) ?? [];
		const spec = own.find(({ kind }) => kind === "spec");
		const results = own.find(({ kind }) => kind === "results");
		if (!spec?.plan || !results) return [];
		const standard = standards.find((candidate) => candidate.id === spec.standard) ?? standards[0];
		const endings = standard?.vocabulary.archiveEndings ?? [];
		return [
			{
				handoff: id,
				spec: spec.path,
				results: results.path,
				files: filesOf(spec, spec.plan, results, endings),
				tests: testsOf(spec, spec.plan, results),
			},
		];
	});
}

interface Listed {
	readonly path: string;
	readonly line: number;
}

function filesOf(
	spec: DocumentRecord,
	plan: SpecPlan,
	results: DocumentRecord,
	endings: readonly string[],
): HandoffDelivery["files"] {
	const claims = results.files ?? [];
	if (plan.files.length === 0) return { compared: false, ...because("planListsNoFile") };
	if (claims.length === 0) return { compared: false, ...because("resultsListNoFile") };
	const own = nameOf(results.path);
	// Archives are rebuilt by the dozen and named together ("all 23 archives"); only files are compared one by one.
	const isCompared = ({ path }: Listed) =>
		nameOf(path) !== own && nameOf(path) !== "" && !endings.some((ending) => path.endsWith(ending));
	const claimOf = matcher(claims);
	const planOf = matcher([...plan.files, ...plan.packages.flatMap(({ assets }) => assets)]);
	const planned = plan.files.filter((file) => isCompared(file) && writes(file.action));
	const delivered = (claim: FileClaim) => ({
		path: results.path,
		line: claim.line,
		listed: claim.path,
		action: claim.action,
	});
	const issueOf = matcher(results.issueFiles ?? []);
	const told = (path: string): Pick<FileComparison, "told"> => {
		const issue = issueOf(path);
		return issue ? { told: { path: results.path, line: issue.line } } : {};
	};
	const files = planned.map(({ path, line, action }) => {
		const claim = claimOf(path);
		const planned = { path: spec.path, line, action };
		return claim ? { path, planned, delivered: delivered(claim) } : { path, planned, delivered: null, ...told(path) };
	});
	const unplanned = claims.filter(
		(claim) => isCompared(claim) && claim.action !== "archive" && planOf(claim.path) === undefined,
	);
	return {
		compared: true,
		files: [
			...files,
			...unplanned.map((claim) => ({
				path: claim.path,
				planned: null,
				delivered: delivered(claim),
				...told(claim.path),
			})),
		],
	};
}

function writes(action: string | null): boolean {
	return action === "create" || action === "modify";
}

/** Finds the first file of a list that a path means: the same one, or one that ends or begins elsewhere. */
function matcher<File extends Listed>(files: readonly File[]): (path: string) => File | undefined {
	const byName = Map.groupBy(files, ({ path }) => nameOf(path));
	return (path) => {
		const named = byName.get(nameOf(path)) ?? [];
		return named.find((other) => other.path === path) ?? named.find((other) => isSame(path, other.path));
	};
}

function isSame(one: string, other: string): boolean {
	return one.endsWith(`/${other}`) || other.endsWith(`/${one}`) || tail(one) === tail(other);
}

/** The file with its folder, which tells most files of an archive apart whatever root a path starts from. */
function tail(path: string): string {
	return path.split("/").slice(-2).join("/");
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

function testsOf(spec: DocumentRecord, plan: SpecPlan, results: DocumentRecord): HandoffDelivery["tests"] {
	const said = new Map((results.testNames ?? []).map((test) => [test.name, test.line]));
	const planned = new Set(plan.tests.map(({ name }) => name));
	// RESULTS that names few of them, say those that failed, lists no tests at all.
	const isNamed = planned.size > 0 && 2 * [...planned].filter((name) => said.has(name)).length >= planned.size;
	const at = (path: string, line: number | undefined): SourceLine | null =>
		line === undefined ? null : { path, line };
	return {
		planned: countOf(spec.path, spec.facts.plannedTests),
		delivered: countOf(results.path, results.facts["tests.total"]),
		named: isNamed
			? [
					...plan.tests.map(({ name, line }) => ({
						name,
						planned: at(spec.path, line),
						delivered: at(results.path, said.get(name)),
					})),
					...[...said].flatMap(([name, line]) =>
						planned.has(name) ? [] : [{ name, planned: null, delivered: at(results.path, line) }],
					),
				]
			: [],
	};
}

function countOf(path: string, fact: Fact<number> | undefined): (SourceLine & { readonly count: number }) | null {
	return fact && "value" in fact ? { path, line: fact.line, count: fact.value } : null;
}
