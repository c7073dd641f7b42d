import { readPlan } from "#extract/plan.ts";
import { factValue } from "#model/facts.ts";
import { linePlace, sectionOf } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { isSource, minimumFor } from "../shared/source-files.ts";
import { specSection } from "../shared/spec-sections.ts";

export default documentRule({
	id: "spec/test-minimum",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 6. Test Plan" },
	severity: "error",
	requires: "The test plan names at least as many tests as the number of source files asks for.",
	why: "A plan below the minimum was in every package that came back for repair.",
	remedy: "Plan {missing} more tests, or fewer source files.",
	messages: {
		few: "{planned} tests are planned for {sources} source files; a {size} package needs {needed}.",
		fewForOne: "{planned} tests are planned for 1 source file; a {size} package needs {needed}.",
	},
	statements: {
		noFiles: "Neither the files summary nor the package plan lists the files, so the size is not known.",
		noTestNames: "The test plan names no test method, so the tests cannot be counted.",
		unclearSize:
			"Whether {path} stands for one source file, several or none is not clear, and {planned} tests do not suffice for every size.",
		noSource: "No source file is created or modified.",
		enough: "{planned} tests are planned for {sources} source files; a {size} package needs {needed}.",
		source: "source file {path}",
	},
	examples: {
		valid: [{ title: "Ten tests for one source file", files: sampleArchive() }],
		invalid: [
			{
				title: "Nine tests for one source file",
				files: sampleArchive({ spec: [["| `test_close_twice` | close after close | nothing happens |\n", ""]] }),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:48:1 9 tests are planned for 1 source file; a small package needs 10."],
			},
			{
				title: "Ten tests for three source files",
				files: sampleArchive({
					spec: [
						[
							"| `reader.py` | library |",
							"| `reader.py` | library |\n| `port.py` | library |\n| `rate.py` | library |",
						],
						[
							"| `reader.py` | `_staging/PKG-GAUGE-001/` | CREATE |",
							"| `reader.py` | `_staging/PKG-GAUGE-001/` | CREATE |\n| `port.py` | `_staging/PKG-GAUGE-001/` | CREATE |\n| `rate.py` | `_staging/PKG-GAUGE-001/` | CREATE |",
						],
					],
				}),
				findings: [
					"H-1/H-1_BUILDER_HANDOFF.md:50:1 10 tests are planned for 3 source files; a medium package needs 25.",
				],
			},
		],
	},
	*check(subject) {
		const { parsed, record, standard } = subject;
		const section = specSection(subject, "testPlan");
		if ("verdict" in section) return yield section;
		const place = linePlace(parsed, section.heading.line);
		const planned = factValue(record.facts.plannedTests) ?? 0;
		const files = writtenFiles(subject);
		if (files.length === 0)
			return yield {
				verdict: "could-not-evaluate",
				statement: "noFiles",
				place: linePlace(parsed, sectionOf(record, "filesSummary")?.line ?? section.heading.line),
			};
		const sources = files.filter(({ isSource }) => isSource === true);
		const unclear = files.find(({ isSource }) => isSource === null);
		const needed = minimumFor(sources.length, standard);
		if (planned === 0 && (needed || unclear))
			return yield {
				verdict: "could-not-evaluate",
				statement: "noTestNames",
				place,
			};
		if (needed && planned < needed.tests) {
			return yield {
				messageId: sources.length === 1 ? "fewForOne" : "few",
				place,
				data: {
					planned,
					sources: sources.length,
					size: needed.size,
					needed: needed.tests,
					missing: needed.tests - planned,
				},
				related: sources.map(({ path, line }) => ({
					place: linePlace(parsed, line),
					statement: "source",
					data: { path },
				})),
			};
		}
		const most = standard.spec.testMinimums.at(-1);
		if (unclear && most && planned < most.tests)
			return yield {
				verdict: "could-not-evaluate",
				statement: "unclearSize",
				data: { path: unclear.path, planned },
				place: linePlace(parsed, unclear.line),
			};
		if (!needed) return yield { verdict: "not-applicable", statement: "noSource", place };
		yield {
			verdict: "pass",
			statement: "enough",
			data: { planned, sources: sources.length, size: needed.size, needed: needed.tests },
			place,
		};
	},
});

interface WrittenFile {
	readonly path: string;
	readonly line: number;
	/** Null where the path does not tell: a folder, or words. */
	readonly isSource: boolean | null;
}

/** The files that are there afterwards with new content: rows of the files summary, else assets of the package plan. */
function writtenFiles({ parsed, record, standard }: Parameters<typeof specSection>[0]): readonly WrittenFile[] {
	const { fileTables, packages } = readPlan(parsed, record.outline, standard);
	const assets = packages.flatMap((reading) => reading.assets);
	const rows = fileTables.flatMap((table) => table.rows);
	const written = rows.filter(
		({ action }) => action === null || standard.spec.actions.some(({ key, writes }) => key === action && writes),
	);
	const files = rows.length > 0 ? written : assets;
	return files.map(({ path, line }) => ({ path, line, isSource: isSource(path, assets, standard) }));
}
