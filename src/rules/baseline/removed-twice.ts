import type { DocumentRecord } from "#model/documents.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleNote } from "../samples/handoff.ts";
import { sampleLine } from "../samples/line.ts";
import { lineStart } from "../shared/archive-facts.ts";
import { baselinesIn } from "../shared/baseline-facts.ts";

const removing = [[sampleNote, "- Removed PKG-BUOY-001 from staging."]] as const;

export default archiveRule({
	id: "baseline/removed-twice",
	source: { standard: "BHS", section: "Baseline Snapshot (MANDATORY)" },
	severity: "warning",
	requires: "A package is removed once, unless a handoff brought it back, and is not installed after that.",
	why: "One of the two removals did not happen, or the package came back unseen: nobody knows which baseline counts it.",
	remedy:
		"Find out which handoff removed {package} and correct the other one, or name the handoff that brought it back.",
	messages: {
		listed: "{package} is removed here, but listed among the packages that are installed.",
		again: "{package} is removed here, but {other} says that it removed it.",
	},
	statements: {
		none: "It says of no package that it removed it.",
		once: "No handoff before removed the same package.",
		installed: "the packages that are installed",
		removed: "{handoff} removed it",
	},
	examples: {
		valid: [
			{ title: "Removed once", files: sampleLine([], removing) },
			{
				title: "Brought back in between",
				files: sampleLine(
					removing,
					[["_staging/PKG-GAUGE-001/reader.py", "_staging/PKG-BUOY-001/reader.py"]],
					removing,
				),
			},
		],
		invalid: [
			{
				title: "Removed and still installed",
				files: sampleLine([[sampleNote, "- Removed PKG-CLOCK-001 from staging."]]),
				findings: [
					"H-1/H-1_RESULTS.md:45:1 PKG-CLOCK-001 is removed here, but listed among the packages that are installed.",
				],
			},
			{
				title: "Removed twice",
				files: sampleLine(removing, [], removing),
				findings: ["H-3/H-3_RESULTS.md:45:1 PKG-BUOY-001 is removed here, but H-1 says that it removed it."],
			},
		],
	},
	*check(subject) {
		const records = new Map(subject.documents.map((document) => [document.path, document]));
		const removed = new Map<string, { readonly handoff: string; readonly path: string; readonly line: number }>();
		for (const baseline of baselinesIn(subject)) {
			if ("verdict" in baseline) {
				yield baseline;
				continue;
			}
			const { handoff, results } = baseline;
			const record = results === null ? undefined : records.get(results);
			const own = record?.reported?.removedPackages ?? [];
			if (!record || own.length === 0) yield { verdict: "not-applicable", statement: "none", handoff };
			let findings = 0;
			for (const id of record && removed.size > 0 ? packagesBack(record) : []) removed.delete(id);
			for (const { id, line } of own) {
				const list = record?.reported?.packageLists.find(({ ids }) => ids.includes(id));
				if (list) {
					findings++;
					const path = record?.path ?? "";
					yield {
						messageId: "listed",
						place: lineStart(path, line),
						handoff,
						data: { package: id },
						related: [{ place: lineStart(path, list.line), statement: "installed" }],
					};
				}
				const before = removed.get(id);
				const path = record?.path ?? "";
				if (!before) {
					removed.set(id, { handoff, path, line });
					continue;
				}
				findings++;
				yield {
					messageId: "again",
					place: lineStart(path, line),
					handoff,
					data: { package: id, other: before.handoff },
					related: [
						{ place: lineStart(before.path, before.line), statement: "removed", data: { handoff: before.handoff } },
					],
				};
			}
			const [first] = own;
			if (record && first && findings === 0)
				yield {
					verdict: "pass",
					statement: "once",
					place: lineStart(record.path, first.line),
					handoff,
				};
		}
	},
});

/** The packages that are there again: listed as installed, or with a file that was created. */
function packagesBack({ reported, files = [] }: DocumentRecord): readonly string[] {
	const listed = (reported?.packageLists ?? []).flatMap(({ ids }) => ids);
	return [...listed, ...files.flatMap(({ action, path }) => (action === "create" ? path.split("/") : []))];
}
