import { talliesIn } from "#extract/results/reported/reported.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { figurePlace } from "../shared/results-sections.ts";

const none = "- New failures introduced by this agent: NONE";
const total = "- Total tests (all staged): 24";

export default documentRule({
	id: "results/list-counts",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File" },
	severity: "warning",
	requires: "A figure and the list of what it counts agree.",
	why: "A list that is one short is how a package or a test gets lost: the figure is believed, and nobody counts the list.",
	remedy: "Count the list; add what is missing, or correct the figure.",
	messages: {
		packages: "{stated} packages, it says, but {counted} are named.",
		tests: "{stated} tests, it says, but {counted} are named.",
		files: "{stated} files, it says, but {counted} are listed.",
		archives: "{stated} archives, it says, but {counted} are listed.",
		failures: "{stated} failures, it says, but {counted} are named.",
		names: "The baseline lists {baseline}, the install order {order} in its place.",
	},
	statements: {
		none: "Nothing is both counted and listed.",
		agree: "Figures and lists agree.",
		named: "{count} are named",
		order: "the install order",
	},
	examples: {
		valid: [{ title: "Two packages, two names", files: sampleArchive() }],
		invalid: [
			{
				title: "A package too few in the install order",
				files: sampleArchive({
					results: [
						["- Packages installed: 2\n- Total", "- Packages installed: 3\n- Total"],
						["- Packages installed: 2\n- Install", "- Packages installed: 3\n- Install"],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:36:23 3 packages, it says, but 2 are named."],
			},
			{
				title: "A test too few",
				files: sampleArchive({
					results: [
						[
							"- Skipped: 0\n",
							"- Skipped: 0\n\n### New tests (3)\n\n- `test_close_twice`: closed twice\n- `test_poll_keeps_time`: keeps time\n\n### Run\n\n",
						],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:22:16 3 tests, it says, but 2 are named."],
			},
			{
				title: "Another package in the list than in the order",
				files: sampleArchive({ results: [[total, `${total}\n- Package list: PKG-BUOY-001, PKG-GAUGE-001`]] }),
				findings: [
					"H-1/H-1_RESULTS.md:34:1 The baseline lists PKG-BUOY-001, the install order PKG-CLOCK-001 in its place.",
				],
			},
			{
				title: "A failure that is not named",
				files: sampleArchive({
					results: [
						["- Passed: 24\n- Failed: 0", "- Passed: 21\n- Failed: 3"],
						[none, `${none}\n- Known failures:\n  - \`test_one\`\n  - \`test_two\``],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:26:11 3 failures, it says, but 2 are named."],
			},
			{
				title: "A test too few below a sentence",
				files: sampleArchive({
					results: [
						[
							"- Skipped: 0\n",
							"- Skipped: 0\n\nWe wrote three tests:\n\n1. test_close_twice\n2. test_poll_keeps_time\n\n### Run\n\n",
						],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:22:1 3 tests, it says, but 2 are named."],
			},
			{
				title: "An archive too few",
				files: sampleArchive({ results: [["## Archives Built\n", "## Archives Built (2)\n"]] }),
				findings: ["H-1/H-1_RESULTS.md:13:20 2 archives, it says, but 1 are listed."],
			},
			{
				title: "A file too few",
				files: sampleArchive({ results: [["## Files Created\n", "## Files Created (4)\n"]] }),
				findings: ["H-1/H-1_RESULTS.md:5:19 4 files, it says, but 3 are listed."],
			},
		],
	},
	*check({ parsed, record: { reported } }) {
		const tallies = talliesIn(parsed).filter(({ kind }) => kind === "list");
		let wrong = 0;
		for (const { what, stated, counted, line, listLine } of tallies) {
			if (stated === counted) continue;
			wrong++;
			yield {
				messageId: messageOf(what),
				place: figurePlace(parsed, line, stated),
				data: { stated, counted },
				related:
					listLine === line
						? []
						: [{ place: linePlace(parsed, listLine), statement: "named", data: { count: counted } }],
			};
		}
		const lists = reported?.packageLists ?? [];
		const listed = lists.find(({ section }) => section === "baseline");
		const ordered = lists.find(({ section }) => section === "cleanRoom");
		if (listed && ordered && wrong === 0 && listed.ids.length === ordered.ids.length) {
			const baseline = listed.ids.filter((id) => !ordered.ids.includes(id));
			const inOrder = ordered.ids.filter((id) => !listed.ids.includes(id));
			if (baseline.length > 0) {
				wrong++;
				yield {
					messageId: "names",
					place: linePlace(parsed, listed.line),
					data: { baseline: baseline.join(", "), order: inOrder.join(", ") },
					related: [{ place: linePlace(parsed, ordered.line), statement: "order" }],
				};
			}
		}
		const [first] = tallies;
		if (!first) yield { verdict: "not-applicable", statement: "none" };
		else if (wrong === 0) yield { verdict: "pass", statement: "agree", place: linePlace(parsed, first.line) };
	},
});

function messageOf(what: string): "packages" | "files" | "archives" | "failures" | "tests" {
	return what === "packages" || what === "files" || what === "archives" || what === "failures" ? what : "tests";
}
