import { packageIds } from "#extract/packages/package-words.ts";
import type { BaselineDrop } from "#model/baselines.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleNote } from "../samples/handoff.ts";
import { sampleLine } from "../samples/line.ts";
import { lineStart } from "../shared/archive-facts.ts";
import {
	againstLast,
	baselinesIn,
	comparedWith,
	countPlace,
	notComparable,
	systemComparison,
} from "../shared/baseline-facts.ts";

const three = [
	["- Packages installed: 2\n- Total", "- Packages installed: 3\n- Total"],
	["- Packages installed: 2\n- Install", "- Packages installed: 3\n- Install"],
] as const;
const one = [
	["- Packages installed: 2\n- Total", "- Packages installed: 1\n- Total"],
	[
		"- Packages installed: 2\n- Install order: PKG-CLOCK-001 → PKG-GAUGE-001",
		"- Packages installed: 1\n- Install order: PKG-GAUGE-001",
	],
] as const;

export default archiveRule({
	id: "baseline/packages-decreased",
	source: { standard: "BHS", section: "Baseline Snapshot (MANDATORY)" },
	severity: "warning",
	requires: "No handoff leaves fewer packages installed than the last one, unless it says why.",
	why: "A package that is no longer installed takes its tests along: the run stays green because nothing asks for it.",
	remedy:
		'Install the missing packages again, or say in RESULTS which were removed and why ("PKG-A was removed, PKG-B does its work").',
	messages: {
		fewer: "{count} packages installed, {fewer} fewer than the {before} of {against}; no reason is stated.",
		partly:
			"{count} packages installed, {fewer} fewer than the {before} of {against}; what is said to be gone accounts for {accounted}.",
		named: "{packages} of {against}'s list of packages is gone; no reason is stated.",
	},
	statements: {
		after: "{count} packages after {before} of {against}.",
		stated: "{count} packages after {before} of {against}: the drop is stated.",
		gone: "gone since then: {packages}",
		of: "the packages of {handoff}",
	},
	examples: {
		valid: [
			{ title: "The same packages", files: sampleLine([], []) },
			{
				title: "One less, and why",
				files: sampleLine([], [...one, [sampleNote, "- PKG-CLOCK-001 was removed; the gauge keeps its own time."]]),
			},
		],
		invalid: [
			{
				title: "One less, and not a word",
				files: sampleLine([], one),
				findings: ["H-2/H-2_RESULTS.md:32:1 1 packages installed, 1 fewer than the 2 of H-1; no reason is stated."],
			},
			{
				title: "Two less, and why one of them",
				files: sampleLine(three, [...one, [sampleNote, "- PKG-CLOCK-001 was removed; the gauge keeps its own time."]]),
				findings: [
					"H-2/H-2_RESULTS.md:32:1 1 packages installed, 2 fewer than the 3 of H-1; what is said to be gone accounts for 1.",
				],
			},
			{
				title: "As many, but another one",
				files: sampleLine([], [["PKG-CLOCK-001 → PKG-GAUGE-001", "PKG-GAUGE-001 → PKG-BUOY-001"]]),
				findings: ["H-2/H-2_RESULTS.md:37:1 PKG-CLOCK-001 of H-1's list of packages is gone; no reason is stated."],
			},
		],
	},
	*check(subject) {
		const gonePackages = new Map(
			subject.documents.map((document) => [document.path, removalsIn(document, subject.standards)]),
		);
		// What handoffs said of packages that went away: lists are compared over those that list none.
		const told = new Set<string>();
		for (const baseline of baselinesIn(subject)) {
			if ("verdict" in baseline) {
				yield baseline;
				continue;
			}
			const { handoff, packages } = baseline;
			const removed = (baseline.results && gonePackages.get(baseline.results)) || new Set();
			for (const id of removed) told.add(id);
			const own = systemComparison(baseline, "packages");
			const statement = notComparable(baseline, "packages");
			const drop = own?.delta ? shortOf(own.drop, removed.size, -own.delta) : own?.drop;
			if (own?.against && own.delta !== null && own.delta < 0 && drop && short(drop)) {
				const { count, against, delta } = own;
				const gone = packages?.against === against.handoff ? packages.removed : [];
				const accounted = drop.by === "stated" ? drop.accounted : undefined;
				const data = { count: count.value, fewer: -delta, before: against.value, against: against.handoff };
				yield {
					messageId: accounted === undefined ? "fewer" : "partly",
					place: countPlace(own),
					handoff,
					data: accounted === undefined ? data : { ...data, accounted },
					related: [
						...comparedWith(own),
						...(packages && gone.length > 0
							? [
									{
										place: lineStart(packages.againstPlace.path, packages.againstPlace.line),
										statement: "gone" as const,
										data: { packages: gone.join(", ") },
									},
								]
							: []),
					],
				};
				continue;
			}
			const gone =
				own?.delta === 0 || (own?.delta ?? 0) > 0 ? (packages?.removed ?? []).filter((id) => !told.has(id)) : [];
			if (packages && gone.length > 0)
				yield {
					messageId: "named",
					place: lineStart(packages.place.path, packages.place.line),
					handoff,
					data: { packages: gone.join(", "), against: packages.against },
					related: [
						{
							place: lineStart(packages.againstPlace.path, packages.againstPlace.line),
							statement: "of",
							data: { handoff: packages.against },
						},
					],
				};
			else if (statement) yield statement;
			else if (own?.against) yield { verdict: "pass", ...againstLast(own, own.against), handoff };
		}
	},
});

/** The packages that a document says went away: removed, named where it gives reasons, with files that were deleted. */
function removalsIn(
	{ standard, reported, files = [] }: DocumentRecord,
	standards: readonly Standard[],
): ReadonlySet<string> {
	const judging = standards.find(({ id }) => id === standard) ?? standards[0];
	const deleted = files.filter(({ action }) => action === "delete");
	return new Set([
		...(reported?.removedPackages ?? []).map(({ id }) => id),
		...(reported?.dropReasons ?? []).flatMap(({ packages }) => packages),
		...deleted.flatMap(({ path }) => (judging ? packageIds(path, judging) : [])),
	]);
}

/** A stated drop with what the packages that are listed as removed account for, where no reason gives a figure. */
function shortOf(drop: BaselineDrop | null, removed: number, fewer: number): BaselineDrop | null {
	return drop?.by === "stated" && drop.accounted === undefined && removed > 0 && removed < fewer
		? { ...drop, accounted: removed }
		: drop;
}

/** Whether nothing accounts for a drop, or too little. */
function short(drop: BaselineDrop | null): boolean {
	return drop !== null && (drop.by === "none" || drop.accounted !== undefined);
}
