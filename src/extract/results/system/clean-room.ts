import type { CleanRoomRun } from "#model/baselines.ts";
import type { Fact, Facts } from "#model/facts.ts";
import { notStated } from "#model/facts.ts";
import { why } from "#words/because.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import { isRan, readCounts } from "../counts/counts.ts";
import type { Counts } from "../counts/figure.ts";
import { lastAttempt } from "../runs/attempts.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { spelledDigits } from "../text/numbers.ts";
import { rowStatement, type Statement, withSentences } from "../text/statements.ts";
import type { TableGrid } from "../text/tables.ts";
import { toldOfEveryInstall } from "./every-install.ts";
import { installOrder } from "./install-order.ts";
import { ofThisWork } from "./other-state.ts";
import { outputStatements, packagesInCleanRoom } from "./system-facts.ts";

/** What the clean-room section says (BHS, Clean-Room Verification); figures elsewhere are not its own. */
export function cleanRoomFacts(written: readonly Section[], packageId: string, lexicon: Lexicon): Facts {
	const sections = written.map((section) => ofThisWork(lastAttempt(section, lexicon), lexicon));
	return {
		"cleanRoom.packagesInstalled": packagesInCleanRoom(sections, lexicon),
		"cleanRoom.installOrder": installOrder(sections, patternFrom(packageId, "gu"), lexicon),
		"cleanRoom.allTestsPass": allTestsPass(sections, lexicon),
	};
}

/** The tests that a clean room ran from the installed root, where its section counts one such run and no other. */
export function cleanRoomRun(sections: readonly Section[], lexicon: Lexicon): CleanRoomRun | null {
	const runs = sections.flatMap(({ blocks }) =>
		blocks.flatMap(({ statements, name }) =>
			statements.flatMap((said): CleanRoomRun[] => {
				const about = `${name} ${normalise(said.text)}`;
				const label = normalise(said.label?.text ?? "");
				if (
					!lexicon.has("installedWords", about) ||
					lexicon.has("gateWords", label) ||
					lexicon.has("partialRuns", label)
				)
					return [];
				const counts = testCounts({ said, under: name }, lexicon);
				const { total, passed, failed, skipped } = counts ?? {};
				if (!counts || !passed || !("value" in passed)) return [];
				if (total && "value" in total) return [{ total: total.value, failed: failures(counts), line: said.line }];
				if (!failed || !("value" in failed)) return [];
				const more = skipped && "value" in skipped ? skipped.value : 0;
				return [{ total: passed.value + failed.value + more, failed: failed.value, line: said.line }];
			}),
		),
	);
	const [run] = runs;
	return run && runs.every(({ total, failed }) => total === run.total && failed === run.failed) ? run : null;
}

interface Placed {
	readonly said: Statement;
	/** The name of the block the statement stands in. */
	readonly under: string;
}

function allTestsPass(sections: readonly Section[], lexicon: Lexicon): Fact<boolean> {
	const placed = sections.flatMap(({ blocks }) =>
		blocks.flatMap(({ statements, tables, name }) =>
			[...statements, ...tables.flatMap((table) => testCells(table, lexicon))].map((said) => ({ said, under: name })),
		),
	);
	const counted = countedIn(placed, lexicon);
	const failing = [...counted, ...printedFailure(sections, lexicon)].find(({ counts }) => failures(counts) > 0);
	if (failing) return { state: "stated", value: false, line: failing.said.line, scope: failing.said.text.trim() };
	const said = placed.map((one) => one.said);
	const claims = withSentences(said, "cleanRoom.allTestsPass", lexicon).flatMap((one) => claimOf(one, lexicon) ?? []);
	// Of several installs, one with failures decides.
	const claim = claims.find((one) => !("value" in one) || !one.value) ?? claims[0];
	if (claim) return claim;
	const passing = counted.find(
		({ said, counts }) => (allPassed(counts) && !countsLess(said)) || saysNoneFailed(said, counts, lexicon),
	);
	if (!passing) return notStated;
	const from = passing.said.text.trim();
	return { state: "derived", value: true, line: passing.said.line, from, said: [{ text: from }] };
}

interface Counted {
	readonly said: Statement;
	readonly counts: Counts;
}

/** A log may show that tests failed, though not that it ran all of them; of several runs nothing says which one counts. */
function printedFailure(sections: readonly Section[], lexicon: Lexicon): readonly Counted[] {
	const blocks = sections.flatMap((section) => section.blocks);
	// Most logs print no failure: reading all their lines for one costs more than the rest of a clean room.
	const maySo = ({ text }: { readonly text: string }) => ownNumber.test(text) && maySayFailed(text, lexicon);
	if (!blocks.some(({ codes }) => codes.some(({ lines }) => lines.some(maySo)))) return [];
	const output = blocks.flatMap((block) =>
		outputStatements(block, lexicon).map((said) => ({ said, under: block.name })),
	);
	const printed = countedIn(output, lexicon);
	return printed.length === 1 ? printed : [];
}

/** A number that is no part of a name. */
const ownNumber = /(?:^|\W)\d/;

/** "2 failed", and "14 of 16 passed". */
function maySayFailed(text: string, lexicon: Lexicon): boolean {
	return /\d\s?(?:\/|of)\s?\d/.test(text) || lexicon.has("failed", normalise(text));
}

/** The statements that count tests, and what they count. */
function countedIn(placed: readonly Placed[], lexicon: Lexicon): readonly Counted[] {
	return placed.flatMap((one) => {
		const counts = testCounts(one, lexicon);
		return counts ? [{ said: one.said, counts }] : [];
	});
}

/** The cells below a title that names the tests, in a table with a row for each install or run. */
function testCells({ header, rows }: TableGrid, lexicon: Lexicon): Statement[] {
	const title = header.findIndex(({ prose }, at) => at > 0 && lexicon.isLabel("cleanRoom.testRun", normalise(prose)));
	const label = header[title];
	if (!label || header.length < 3) return [];
	// Of several runs the last one counts.
	const counted = lexicon.is("attempt", normalise(header[0]?.prose ?? "")) ? rows.slice(-1) : rows;
	return counted.flatMap((row) =>
		row[title] ? [rowStatement({ ...label, line: row[title].line }, row[title], -1)] : [],
	);
}

/** A statement's test figures; null where it is about gates, packages, smoke checks or anything else than the tests. */
function testCounts({ said, under }: Placed, lexicon: Lexicon): Counts | null {
	if (!/\d/.test(spelledDigits(said.prose, lexicon))) return null;
	const words = normalise(said.prose);
	// "Then `go test ./...`: 2 failures"
	const command = lexicon.has("testTools", normalise(said.text));
	const about = `${under} ${words}`;
	if (!(command || lexicon.has("testRuns", about)) || lexicon.has("partialRuns", under)) return null;
	if (lexicon.has("partialRuns", said.label?.name ?? words)) return null;
	if (said.label && lexicon.has("gateWords", said.label.name)) return null;
	const named =
		command ||
		lexicon.has("testRuns", said.label ? said.label.name : under) ||
		(said.label !== null && lexicon.is("neutral", said.label.name));
	const label = named ? { text: "Tests", name: "tests", scope: null } : null;
	return readCounts({ ...said, label, prose: said.value }, lexicon)?.counts ?? null;
}

function failures({ total, passed, failed, skipped }: Counts): number {
	if (failed && "value" in failed) return failed.value;
	if (!total || !passed || !("value" in total) || !("value" in passed)) return 0;
	return total.value - passed.value - (skipped && "value" in skipped ? skipped.value : 0);
}

function allPassed({ total, passed, failed }: Counts): boolean {
	if (!passed || !("value" in passed)) return false;
	if (failed) return "value" in failed && failed.value === 0;
	return total !== undefined && "value" in total && total.value === passed.value;
}

/** "PKG-A-001 12/12, PKG-B-001 7/8": of several fractions, one is less than all. */
function countsLess({ prose }: Statement): boolean {
	const fractions = [...prose.matchAll(/(?<![\d.,/])(\d{1,6})\s?\/\s?(\d{1,6})(?![\d.,/]\d)/g)];
	return fractions.length > 1 && fractions.some(([, part, whole]) => Number(part) < Number(whole));
}

/** "I ran all of the tests, nothing failed". */
function saysNoneFailed({ kind, prose }: Statement, { passed, failed }: Counts, lexicon: Lexicon): boolean {
	if (kind !== "paragraph" || passed || !failed || !("value" in failed) || failed.value > 0) return false;
	const words = normalise(prose);
	return ["gateWords", "notRunPhrases", "expectation", "demands"].every((list) => !lexicon.has(list, words));
}

type Claim = Fact<boolean> & { readonly line: number };

function claimOf(said: Statement, lexicon: Lexicon): Claim | null {
	const { label, fullValue, prose, line } = said;
	const name = label ? withoutGates(label.name, lexicon) : "";
	if (lexicon.isLabel("cleanRoom.allTestsPass", name) && !lexicon.has("gateWords", name))
		return answer(fullValue, line, lexicon);
	if (
		label &&
		lexicon.isLabel("cleanRoom.testRun", label.name) &&
		!lexicon.has("partialRuns", label.name) &&
		lexicon.startsWith("yesWords", normalise(fullValue))
	)
		return answer(fullValue, line, lexicon);
	// "`git clone … && make test`: all tests pass": the label is the command that ran.
	const told = toldOfEveryInstall(said, lexicon);
	const run = label !== null && (isCommand(label, lexicon) || isTestRun(label, lexicon));
	if (told || (label && !run && !lexicon.is("yesWords", label.name))) return told;
	const claims = run ? ["allTestsPassClaims", "allPassClaims"] : ["allTestsPassClaims"];
	const claim = (label ? fullValue : prose)
		.split(/[.;](?:\s|$)/)
		.find((sentence) =>
			sentence.split(/,\s|\sand\s/).some((part) => claims.some((list) => lexicon.startsWith(list, normalise(part)))),
		);
	if (claim === undefined) return null;
	return lexicon.has("except", normalise(claim))
		? { state: "unclear", line, ...why("claimWithException", { words: claim.trim() }) }
		: { state: "stated", value: true, line };
}

/** "All tests and gates pass after each install" says of tests what it would say without the gates. */
function withoutGates(name: string, lexicon: Lexicon): string {
	const gates = `(?:${lexicon.pattern("gateWords")})`;
	return name.replace(patternFrom(`(?<=\\btests) and ${gates}\\b|\\b${gates} and (?=tests\\b)`, "gu"), "");
}

/** "After that I ran the installed tests: all of them passed". */
function isTestRun(label: Statement["label"] & object, lexicon: Lexicon): boolean {
	return isRan(label, lexicon) && lexicon.has("testRuns", label.name) && !lexicon.has("gateWords", label.name);
}

function isCommand({ text, name }: Statement["label"] & object, lexicon: Lexicon): boolean {
	return / code\b|^code\b/.test(name) && lexicon.has("testRuns", normalise(text));
}

function answer(value: string, line: number, lexicon: Lexicon): Claim | null {
	const words = normalise(value);
	const scope = value.replace(/^\W*\w+[\s.,;:–—-]*/u, "").trim();
	const stated = (yes: boolean): Claim => ({ state: "stated", value: yes, line, ...(scope ? { scope } : {}) });
	if (/^[✅☑✔✓]/u.test(value) && words === "") return stated(true);
	if (/^[❌✗✘]/u.test(value)) return stated(false);
	if (/^yes\s*(?:\/|or|\|)\s*no\b/i.test(value) || lexicon.startsWith("notApplicable", words)) return null;
	if (lexicon.startsWith("noWords", words)) return stated(false);
	// "All but the four known failures pass"
	if (lexicon.startsWith("exceptTests", words)) return lexicon.has("skipped", words) ? null : stated(false);
	if (!lexicon.startsWith("yesWords", words)) return null;
	return stated(!lexicon.has("except", words));
}
