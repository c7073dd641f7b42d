import type { Fact, Facts } from "#model/facts.ts";
import { factValue, notStated } from "#model/facts.ts";
import { why } from "#words/because.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import { readCounts } from "../counts/counts.ts";
import { withoutSome } from "../counts/some-tests.ts";
import { sumOf } from "../counts/sums.ts";
import type { Block, Section } from "../text/blocks.ts";
import { dataLines } from "../text/data-lines.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { plainDigits, readNumber, spelledDigits, splitParentheses } from "../text/numbers.ts";
import { type Statement, statement, withSentences } from "../text/statements.ts";
import { isBefore, isOfBefore, isOfOtherState, isTarget, upTo } from "./other-state.ts";
import { overAll } from "./over-all.ts";
import { sumCells } from "./sum-cells.ts";
import { agree, allOf, type Found, phraseFigures } from "./told-system.ts";

/** Packages and tests of the system after the work (BHS, Baseline Snapshot). */
export function baselineFacts(sections: readonly Section[], lexicon: Lexicon): Facts {
	const after = sections.filter(
		({ heading }) => !lexicon.has("before", normalise(heading.title)) || lexicon.has("after", normalise(heading.title)),
	);
	const whole = after.map((section) => withoutSome(section, lexicon));
	return {
		"baseline.packagesInstalled": packagesInBaseline(whole, lexicon),
		"baseline.totalTests": totalTests(whole, lexicon),
	};
}

/**
 * What a line tells of the baseline in a document without a section for it. Beside a regression of other tests it is the state
 * before the work, and nothing is taken from it.
 */
export function toldBaseline(lines: readonly Section[], regression: Fact<number> | undefined, lexicon: Lexicon): Facts {
	const told = baselineFacts(lines, lexicon);
	const [total, run] = [told["baseline.totalTests"], regression].map(factValue);
	return total === undefined || run === undefined || total === run ? told : baselineFacts([], lexicon);
}

function packagesInBaseline(sections: readonly Section[], lexicon: Lexicon): Fact<number> {
	const read = packagesInstalled(sections, "baseline.packagesInstalled", lexicon);
	if (read.state !== "not-stated") return read;
	const told = packagesInPieces(sections, lexicon);
	return told.state === "not-stated"
		? (phraseFigures(sumCells(sections, lexicon), "packagesPhrases", lexicon) ?? told)
		: told;
}

/** The packages that an install is told to have left: as in the baseline, or in the line about the install. */
export function packagesInCleanRoom(sections: readonly Section[], lexicon: Lexicon): Fact<number> {
	const read = packagesInstalled(sections, "cleanRoom.packagesInstalled", lexicon);
	return read.state === "not-stated" ? packagesInPieces(sections, lexicon, "installLeads") : read;
}

/** The packages of a line that begins with them, or says so behind a label of now, or behind one that opens as the list has it. */
function packagesInPieces(sections: readonly Section[], lexicon: Lexicon, leads?: string): Fact<number> {
	const counts = ({ label, prose }: Statement) =>
		(label === null && !isOfOtherState(normalise(prose), lexicon)) ||
		(label !== null && (speaksOfNow(label.name, lexicon) || lexicon.is("yesWords", label.name))) ||
		(label !== null && leads !== undefined && namesSeveral(label.text, lexicon)) ||
		(label !== null && leads !== undefined && lexicon.startsWith(leads, normalise(label.text).replace(stepNumber, "")));
	// "21 packages, 450 tests": a part of a line that starts with the figure; else one in brackets.
	const statements = sections
		.flatMap(({ blocks }) => blocks.filter(({ name }) => !isBefore(name, lexicon)))
		.flatMap(({ statements }) => statements.filter(counts))
		.map((said) => ({ ...said, prose: spelledCount(said.label ? said.value : said.prose, lexicon) }));
	const figures = (texts: (said: Statement) => readonly string[]) =>
		phraseFigures(
			statements.flatMap((said) => texts(said).map((prose) => ({ ...said, prose }))),
			"packagesPhrases",
			lexicon,
		);
	return (
		figures(({ prose }) => leadingPieces(splitParentheses(prose).main)) ??
		figures(({ prose }) => splitParentheses(prose).asides.flatMap(leadingPieces)) ??
		notStated
	);
}

/** "PKG-A and then PKG-B": a label that names the packages that are counted behind it. */
function namesSeveral(label: string, { packageId }: Lexicon): boolean {
	return (label.match(patternFrom(packageId, "gu")) ?? []).length > 1;
}

/** "Twenty-two packages, 803 tests" in digits; "two packages have no tests" stays as it is. */
function spelledCount(prose: string, lexicon: Lexicon): string {
	const spelled = spelledDigits(prose, lexicon);
	return /^\W*\d+ packages\s*(?:[,.;(]|$)/u.test(spelled) ? spelled : prose;
}

function leadingPieces(text: string): string[] {
	return text
		.split(/[,;]|\.\s|\s[/—–]\s/)
		.filter((piece) => leadingFigure.test(piece) && !partOf.test(piece.replace(allOf, "$1")));
}

// "13 of 14 packages": the figure of no whole system.
const partOf = /^\W*\d{1,6}\s?(?:\/|of|out of)\s?\d/;

// "27 packages (no change)", and "Packages 27" where a piece says nothing more.
const leadingFigure = /^\W*(?:\d|\p{L}+\s+\d+\W*$)/u;

/** How many packages are installed: a labelled figure, else a sentence, else a tool's output. */
function packagesInstalled(sections: readonly Section[], field: string, lexicon: Lexicon): Fact<number> {
	const blocks = sections.flatMap(({ blocks }) => blocks).filter(({ name }) => !isBefore(name, lexicon));
	for (const group of [blocks.filter(({ title }) => title === null), blocks.filter(({ title }) => title !== null)]) {
		const labelled = group.flatMap(({ statements }) =>
			labelledFigures(withSentences(statements, field, lexicon), field, lexicon),
		);
		if (labelled.length > 0) return agree(labelled);
		const statements = group.flatMap((block) => block.statements);
		const told =
			phraseFigures(statements, "packagesInstalledPhrases", lexicon) ??
			installResult(statements, lexicon) ??
			phraseFigures(onlyStep(installSteps(statements, lexicon)), "packagesPhrases", lexicon);
		if (told) return told;
	}
	const output = blocks.flatMap((block) => outputStatements(block, lexicon));
	const printed = labelledFigures(output, field, lexicon);
	if (printed.length > 0) return agree(printed);
	return (
		phraseFigures(output, "packagesInstalledPhrases", lexicon) ??
		phraseFigures(installSteps(output, lexicon), "packagesPhrases", lexicon) ??
		notStated
	);
}

/** Steps that install a layer each count no more than its packages. */
function onlyStep(steps: readonly Statement[]): readonly Statement[] {
	return steps.length === 1 ? steps : [];
}

/** "[2/3] install ... 24 packages, 24 receipts", "2. `install.sh` → 24 packages". */
function installSteps(statements: readonly Statement[], lexicon: Lexicon): readonly Statement[] {
	return statements.filter(
		({ kind, text }) =>
			kind !== "paragraph" &&
			lexicon.startsWith("installLeads", normalise(text.replace(numbered, "")).replace(stepNumber, "")),
	);
}

const stepNumber = /^step \d{1,2} /;
const numbered = /^\W{0,3}\d{1,2}(?:\/\d{1,2})?[\])}.:]+\s*/;

/** "Install result: PASS (23 packages, 23 receipts)": the packages named in the line about the install. */
function installResult(statements: readonly Statement[], lexicon: Lexicon): Fact<number> | null {
	const results = statements.filter(({ label }) => label && lexicon.isLabel("cleanRoom.installResult", label.name));
	return phraseFigures(
		results.map((said) => ({ ...said, prose: said.value.replace(/[()]/g, " ") })),
		"packagesPhrases",
		lexicon,
	);
}

function labelledFigures(statements: readonly Statement[], field: string, lexicon: Lexicon): Found[] {
	return statements.flatMap((said) => {
		if (!said.label || !lexicon.isLabel(field, said.label.name)) return [];
		const found = labelledFigure(said, lexicon);
		return found ? [found] : [];
	});
}

function labelledFigure({ label, value, line }: Statement, lexicon: Lexicon): Found | null {
	// "Packages installed (7): PKG-A, PKG-B": the figure is in the label, and its list behind it.
	const counted = /^\d{1,6}$/.exec(label?.scope ?? "");
	// "Packages: unchanged (26)".
	const { main: words, asides: figures } = splitParentheses(value);
	const aside = lexicon.is("currentLabels", normalise(words)) ? figures[0] : undefined;
	const said = aside ?? spelledDigits(value, lexicon);
	const reading = readNumber(said, lexicon) ?? (counted && readNumber(counted[0], lexicon));
	if (!reading) return null;
	if (reading.kind === "unclear") return { state: "unclear", line, reason: reading.reason, said: reading.said };
	if (reading.kind === "fraction") {
		// "Packages installed: 26 of 27": the label says which of the two it is.
		const isPart = reading.part < reading.whole && lexicon.has("installedWords", label?.name ?? "");
		return reading.part === reading.whole || isPart
			? { state: "stated", value: reading.part, line, ...(isPart && { scope: `of ${reading.whole}` }) }
			: { state: "unclear", line, ...why("namesTwo", { words: value, first: reading.part, other: reading.whole }) };
	}
	const { asides } = splitParentheses(value);
	const scope = [label?.scope, reading.rest, ...asides].filter(Boolean).join("; ");
	return { state: "stated", value: reading.value, line, ...(scope ? { scope } : {}) };
}

/** A statement without a label, and one whose label only says that its figures are those of now: "Unchanged from H-8: 5 tests". */
function unlabelled(said: Statement, lexicon: Lexicon): Statement[] {
	if (!said.label) return lexicon.has("otherStates", normalise(said.prose)) ? [] : [said];
	if (!speaksOfNow(said.label.name, lexicon)) return [];
	const text = plainDigits(said.value).replace(/^.*?,\s*(?=\d+\s+tests?\b)/iu, "");
	return [{ ...said, label: null, text: said.fullValue, prose: text, value: text }];
}

/** "Now", "Unchanged from H-8", "Workspace": a label that says of its figures no more than that they are those of now. */
function speaksOfNow(label: string, lexicon: Lexicon): boolean {
	if (lexicon.isKnownLabel(label)) return false;
	return lexicon.startsWith("currentLabels", label) || lexicon.is("systemLabels", label);
}

/** The lines of a block's code as statements, without its commands, comments and expectations. */
export function outputStatements({ codes }: Block, lexicon: Lexicon): Statement[] {
	return codes.flatMap(({ lines }) =>
		dataLines(lines, lexicon)
			.filter(({ text }) => !/^\s*(?:[#$>%]|\/\/)/.test(text) && !lexicon.has("expectation", normalise(text)))
			.map(({ text, line }) => statement({ line, text: text.trim(), prose: text.trim() }, "code", -1, lexicon)),
	);
}

function totalTests(sections: readonly Section[], lexicon: Lexicon): Fact<number> {
	const blocks = sections.flatMap(({ blocks }) => blocks.filter(({ name }) => !isBefore(name, lexicon)));
	const statements = blocks.flatMap(({ statements }) => statements);
	const isTotal = ({ label }: Statement) => label !== null && lexicon.isLabel("baseline.totalTests", label.name);
	const labelled = statements.filter(isTotal);
	const all = labelled.filter(({ label }) => label && lexicon.has("allTests", normalise(label.text)));
	// "Total tests (all staged)" beside "(installed root)": the standard asks for the former.
	const staged = all.filter(({ label }) => label && lexicon.has("stagedWords", normalise(label.text)));
	const asked = [staged, all, labelled].find((some) => some.length > 0) ?? [];
	const found = asked.flatMap((said): Found[] => {
		const total = totalOf(said, lexicon);
		return total && !("value" in total && isOfBefore(said.prose, total.value, lexicon)) ? [total] : [];
	});
	if (found.length > 0) return agree(found);
	// "21 packages installed; 450 tests": figures without labels.
	const told = blocks
		.flatMap((block) => block.statements.filter((said) => isOfTests(block, said, lexicon)))
		.flatMap((said) => unlabelled(said, lexicon))
		.map((said) => ({ said, total: readCounts(said, lexicon)?.counts.total }));
	const figures = told.flatMap(({ said, total }): Found[] =>
		total &&
		"value" in total &&
		!isTarget(upTo(said.prose, total.value), lexicon) &&
		!isOfBefore(said.prose, total.value, lexicon)
			? [{ state: "stated", value: total.value, line: said.line }]
			: [],
	);
	if (figures.length > 0) return agree(figures);
	const phrased = phraseFigures([...statements, ...asidesOfNow(statements, lexicon)], "totalTestsPhrases", lexicon);
	if (phrased) return phrased;
	const summed = sumCells(sections, lexicon).filter(({ prose }) => lexicon.has("tests", normalise(prose)));
	if (summed.length > 0) return agree(summed.flatMap((said) => totalOf(said, lexicon) ?? []));
	const output = blocks.flatMap((block) => outputStatements(block, lexicon)).filter(isTotal);
	return agree(output.flatMap((said) => totalOf(said, lexicon) ?? []));
}

/** "Unchanged from H-70 (26 packages / 769 tests)": what stands in parentheses behind words of now. */
function asidesOfNow(statements: readonly Statement[], lexicon: Lexicon): readonly Statement[] {
	return statements
		.filter(({ label, prose }) => label === null && lexicon.startsWith("currentLabels", normalise(prose)))
		.flatMap((said) => splitParentheses(said.prose).asides.map((prose) => ({ ...said, prose })));
}

/** Whether figures without a label can be those of tests: not in a part about something else, "8/8 PASS" under "Gate results". */
function isOfTests({ title, name }: Block, { prose }: Statement, lexicon: Lexicon): boolean {
	if (title === null || lexicon.is("neutral", name)) return true;
	return lexicon.has("tests", name) || lexicon.has("tests", normalise(prose));
}

function totalOf(whole: Statement, lexicon: Lexicon): Found | null {
	const said = overAll(whole, lexicon);
	const counts = readCounts({ ...said, label: { text: "Total", name: "total", scope: null } }, lexicon)?.counts;
	const { line } = said;
	const scope = [said.label?.scope, counts?.total && "rest" in counts.total ? counts.total.rest : null]
		.filter(Boolean)
		.join("; ");
	const withScope = scope ? { scope } : {};
	if (counts?.total) {
		if (!("value" in counts.total))
			return { state: "unclear", line, reason: counts.total.reason, said: counts.total.said };
		return { state: "stated", value: counts.total.value, line, ...withScope };
	}
	if (counts?.passed && counts.failed && "value" in counts.passed && "value" in counts.failed) {
		const skipped = counts.skipped && "value" in counts.skipped ? counts.skipped.value : 0;
		const [passed, failed] = [counts.passed.value, counts.failed.value];
		return {
			state: "derived",
			value: passed + failed + skipped,
			line,
			...sumOf(passed, failed, skipped),
			...withScope,
		};
	}
	return null;
}
