import { normalise } from "../../text.ts";
import { readCounts } from "../counts/counts.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { Statement } from "../text/statements.ts";

/** Which run a statement outside the sections of tests tells of. */
export type ToldKind = "tests" | "regression";

/** The label under which figures of tests are read whose own label names them otherwise. */
export const testRun = { text: "Test run", name: "test run", scope: null };

/** What a statement counts: its label names the tests or the whole suite, or it opens with the figure of its tests. */
export function kindOf({ label, prose, value }: Statement, lexicon: Lexicon): ToldKind | null {
	if (!/\d/.test(prose)) return null;
	const words = normalise(prose);
	if (label) {
		const { name, scope } = label;
		const over = normalise(scope ?? "");
		// "`pytest` (installed root)": a run of everything that is installed or staged.
		const whole = lexicon.has("wholeRuns", name) || lexicon.is("wholeTitles", name);
		if (whole || lexicon.startsWith("regressionRun", name) || isFullSuite(name, lexicon)) return "regression";
		if (["installedWords", "stagedWords"].some((list) => lexicon.is(list, over))) return "regression";
		const passing = lexicon.has("tests", name) && lexicon.is("passed", name.split(" ").at(-1) ?? "");
		if (passing && !lexicon.has("newParts", name)) return "tests";
		if (namesTests(name, lexicon)) return "tests";
		if (lexicon.is("toldRunLabels", name) || lexicon.startsWith("testTools", name)) return "tests";
		return lexicon.is("neutral", name) && isOutcomeOfTests(value, lexicon) ? "tests" : null;
	}
	const [clause = ""] = prose.split(";", 1);
	// "All tests pass (149/149, none skipped)"
	const claims = lexicon.startsWith("allPassClaims", words) && /^[^(;]*\(\W*\d/.test(prose);
	const opens =
		claims || opensWithFigure.test(prose) || (opensWithRun.test(prose) && lexicon.startsWith("regressionRun", words));
	if (!opens || clause.length > longestClaim) return null;
	if (lexicon.has("wholeRuns", words)) return "regression";
	return lexicon.has("tests", words) ? "tests" : null;
}

/** "Full Bun suite". */
function isFullSuite(name: string, lexicon: Lexicon): boolean {
	const [lead = "", ...words] = name.split(" ");
	return words.length < mostLabelWords && lexicon.is("fullLeads", lead) && lexicon.is("suiteWords", words.at(-1) ?? "");
}

/** "Ledger tests": a label of a word or two before the tests, which is not about some of them only. */
export function namesTests(name: string, lexicon: Lexicon): boolean {
	const words = name.split(" ");
	if (words.length > mostLabelWords || !lexicon.is("testRuns", words.at(-1) ?? "")) return false;
	return isWhole(name, lexicon);
}

function isWhole(name: string, lexicon: Lexicon): boolean {
	return ["newParts", "narrowedRuns", "partialRuns", "before", "failed"].every((list) => !lexicon.has(list, name));
}

const mostLabelWords = 3;

/** "Ledger tests: 58 passed" beside "Mail bridge: 12 passed": one of the runs that a list counts one by one. */
export function isOneOfSeveral(said: Statement, beside: readonly Statement[], lexicon: Lexicon): boolean {
	if (!isPart(said, lexicon) || kindOf(said, lexicon) !== "tests") return false;
	const own = passedIn(said, lexicon);
	return beside.some((other) => {
		if (other.group !== said.group || other === said || !other.label) return false;
		if (!isPart(other, lexicon) && kindOf(other, lexicon) !== null) return false;
		const { name } = other.label;
		if (lexicon.isKnownLabel(name) || lexicon.has("notReported", name) || !isWhole(name, lexicon)) return false;
		const passed = passedIn(other, lexicon);
		return passed !== undefined && (passed !== own || (isPart(other, lexicon) && name !== said.label?.name));
	});
}

/** Whether a label names tests after what they are of: "Ledger tests". */
function isPart({ label }: Statement, lexicon: Lexicon): boolean {
	if (!label || ["toldRunLabels", "wholeTitles"].some((list) => lexicon.is(list, label.name))) return false;
	if (lexicon.has("wholeRuns", label.name) || lexicon.startsWith("testTools", label.name)) return false;
	return namesTests(label.name, lexicon);
}

function passedIn(said: Statement, lexicon: Lexicon): number | undefined {
	const passed = readCounts({ ...said, label: testRun, prose: `Test run: ${said.value}` }, lexicon)?.counts.passed;
	return passed && "value" in passed ? passed.value : undefined;
}

/** "Result: 98 tests run, 0 failures": what a result says of tests and how they came out. */
function isOutcomeOfTests(value: string, lexicon: Lexicon): boolean {
	if (!opensWithFigure.test(value)) return false;
	const words = normalise(value.split(/[.;]\s/u, 1)[0] ?? "");
	return lexicon.has("tests", words) && ["passed", "failed"].some((list) => lexicon.has(list, words));
}

const opensWithRun = /^\W{0,6}(?:\p{L}+\s+){2,5}\d/u;
const opensWithFigure = /^[^\p{L}\p{N}]{0,6}(?:all\s+)?\d/iu;
const longestClaim = 90;
