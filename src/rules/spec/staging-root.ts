import { readPlan } from "#extract/plan.ts";
import type { Standard } from "#model/standard.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { specSection } from "../shared/spec-sections.ts";

export default documentRule({
	id: "spec/staging-root",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 2. Critical Constraints, 1" },
	severity: "warning",
	requires: "Every file to create or modify lies in the staging area.",
	why: "Work outside the staging area changes what others run before anybody has reviewed it.",
	remedy: "Move the file below one of: {roots}; or write its location from there.",
	messages: { outside: "{path} lies outside the staging area." },
	statements: {
		nothingWritten: "No row of the files summary names a file that is created or modified.",
		unclear: "{path} does not say whether it lies in the staging area.",
		all: "All {count} files to create or modify lie in the staging area.",
	},
	examples: {
		valid: [
			{ title: "All files are staged", files: sampleArchive() },
			{
				title: "A file that is only read may lie elsewhere",
				files: sampleArchive({
					spec: [
						["## 10. Design", "| `ports.txt` | `etc/` | UNCHANGED |\n\n## 10. Design"],
						["| CREATE |\n\n| `ports", "| CREATE |\n| `ports"],
					],
				}),
			},
		],
		invalid: [
			{
				title: "A file in the running tree",
				files: sampleArchive({
					spec: [
						["| `reader.py` | library |\n", "| `reader.py` | library |\n| `tides.json` | config |\n"],
						[
							"| `reader.py` | `_staging/PKG-GAUGE-001/` | CREATE |",
							"| `reader.py` | `_staging/PKG-GAUGE-001/` | CREATE |\n| `tides.json` | `HOT/config/` | CREATE |",
						],
					],
				}),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:83:19 HOT/config/tides.json lies outside the staging area."],
			},
		],
	},
	*check(subject) {
		const section = specSection(subject, "filesSummary");
		if ("verdict" in section) return yield section;
		const { parsed, record, standard } = subject;
		const rows = readPlan(parsed, record.outline, standard).fileTables.flatMap((table) => table.rows);
		const written = rows.filter(({ action }) => standard.spec.actions.find(({ key }) => key === action)?.writes);
		if (written.length === 0)
			return yield {
				verdict: "not-applicable",
				statement: "nothingWritten",
			};
		const outside = written.filter(({ path }) => sideOf(path, standard) === "outside");
		const unclear = written.find(({ path }) => sideOf(path, standard) === "unclear");
		for (const { path, file, line } of outside) {
			const folder = path.endsWith(`/${file}`) ? path.slice(0, -file.length - 1) : path;
			yield {
				messageId: "outside",
				place: linePlace(parsed, line, folder),
				data: { path, roots: standard.spec.stagingRoots.map((root) => `${root}/`).join(", ") },
			};
		}
		if (outside.length > 0) return;
		if (unclear)
			yield {
				verdict: "could-not-evaluate",
				statement: "unclear",
				data: { path: unclear.path },
				place: linePlace(parsed, unclear.line),
			};
		else
			yield {
				verdict: "pass",
				statement: "all",
				data: { count: written.length },
				place: linePlace(parsed, written[0]?.line ?? section.heading.line),
			};
	},
});

/**
 * Whether a path lies in the staging area. A path that starts at a package or has no folder may be meant from there: that is
 * unclear. An absolute path must name the root with the folder it stands in.
 */
function sideOf(path: string, { spec, packageId }: Standard): "inside" | "outside" | "unclear" {
	const roots = spec.stagingRoots;
	if (roots.some((root) => path === root || path.startsWith(`${root}/`))) return "inside";
	if (/^(?:[/~$]|[A-Za-z]:)/u.test(path)) {
		const isKnown = roots.some((root) => root.includes("/") && path.includes(`/${root}/`));
		const isVariable = path.startsWith("$") && !/^\$\{?TE?MP/u.test(path);
		return isKnown ? "inside" : isVariable ? "unclear" : "outside";
	}
	return !path.includes("/") || /\s/u.test(path) || new RegExp(`^(?:${packageId})(?:/|$)`, "u").test(path)
		? "unclear"
		: "outside";
}
