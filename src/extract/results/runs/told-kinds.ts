import { normalise } from "../../text/text.ts";
import { readCounts } from "../counts/counts.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { blank, type Statement } from "../text/statements.ts";

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
		// "Root regression", unlike "Focused regression".
		if (isRegression(name, lexicon)) return "regression";
		const passing = lexicon.has("tests", name) && lexicon.is("passed", name.split(" ").at(-1) ?? "");
		if (passing && !lexicon.has("newParts", name)) return "tests";
		if (namesTests(name, lexicon)) return "tests";
		if (lexicon.is("toldRunLabels", name) || lexicon.startsWith("testTools", name)) return "tests";
		const isOutcome = isOutcomeOfTests(value, lexicon);
		if (isOutcome && isFullGate(name, lexicon)) return "regression";
		const verifies = lexicon.is("verifyingParts", name.split(" ").at(-1) ?? "") && isWhole(name, lexicon);
		return isOutcome && (lexicon.is("neutral", name) || verifies) ? "tests" : null;
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

function isRegression(name: string, lexicon: Lexicon): boolean {
	if (!lexicon.is("regressionRun", name.split(" ").at(-1) ?? "")) return false;
	return isWhole(name, lexicon) && !lexicon.has("someRegressions", name);
}

/** "The full repo gate passed", before what its tests came to. */
function isFullGate(name: string, lexicon: Lexicon): boolean {
	if (!lexicon.startsWith("fullLeads", name) || name.split(" ").length > mostGateWords) return false;
	return lexicon.has("gateWords", name) || lexicon.has("verifyingParts", name);
}

const mostGateWords = 5;

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

/** The figures that a list counts under labels, and the labels among them that name tests. */
interface Listed {
	readonly passed: Set<number>;
	readonly parts: Set<string>;
}

/**
 * Tells of each statement of a block whether it is one of the runs that a list counts one by one: "Ledger tests: 58 passed" beside
 * "Mail bridge: 12 passed". Every list is looked through once.
 */
export function oneOfSeveral(statements: readonly Statement[], lexicon: Lexicon): (said: Statement) => boolean {
	const lists = new Map<number, Listed>();
	const listOf = (group: number): Listed => {
		const known = lists.get(group) ?? { passed: new Set(), parts: new Set() };
		lists.set(group, known);
		return known;
	};
	if (!statements.some((said) => isPart(said, lexicon))) return () => false;
	for (const said of statements) {
		if (!said.label || !mayBeBeside(said, lexicon)) continue;
		const passed = passedIn(said, lexicon);
		if (passed === undefined) continue;
		const list = listOf(said.group);
		list.passed.add(passed);
		if (isPart(said, lexicon)) list.parts.add(said.label.name);
	}
	const hasOther = <T>(known: ReadonlySet<T>, own: T | undefined) =>
		known.size > (own !== undefined && known.has(own) ? 1 : 0);
	return (said) => {
		if (!isPart(said, lexicon) || kindOf(said, lexicon) !== "tests") return false;
		const { passed, parts } = listOf(said.group);
		return hasOther(passed, passedIn(said, lexicon)) || hasOther(parts, said.label?.name);
	};
}

/** Whether a labelled statement may be a run beside others: no figure of one run, and none of some tests. */
function mayBeBeside(said: Statement, lexicon: Lexicon): boolean {
	const name = said.label?.name ?? "";
	if (!isPart(said, lexicon) && kindOf(said, lexicon) !== null) return false;
	return !lexicon.isKnownLabel(name) && !lexicon.has("notReported", name) && isWhole(name, lexicon);
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
	if (!opensWithFigure.test(value) && !opensWithTool.test(value)) return false;
	const words = normalise(value.split(/[.;]\s/u, 1)[0] ?? "");
	return lexicon.has("tests", words) && ["passed", "failed"].some((list) => lexicon.has(list, words));
}

const opensWithRun = /^\W{0,6}(?:\p{L}+\s+){2,5}\d/u;
// "`cabal test` reported 2353 examples, 0 failures"
const opensWithTool = new RegExp(`^${blank}{3,200}\\s+\\p{L}+\\s+\\d`, "u");
const opensWithFigure = /^[^\p{L}\p{N}]{0,6}(?:all\s+)?\d/iu;
const longestClaim = 90;
