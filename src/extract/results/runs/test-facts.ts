import type { Fact, Facts } from "#model/facts.ts";
import { notStated } from "#model/facts.ts";
import { why } from "#words/because.ts";
import { normalise } from "../../text/text.ts";
import { patternsOf } from "../counts/count-patterns.ts";
import { sumOf, sumOfParts } from "../counts/sums.ts";
import type { Block, Section } from "../text/blocks.ts";
import { countKeys, type Lexicon } from "../text/lexicon.ts";
import { type Statement, statement, withSentences } from "../text/statements.ts";
import type { PlacedFigure, Run } from "./run.ts";
import { runsOf } from "./runs.ts";
import { choose, settle } from "./settle.ts";

/** The two kinds of runs that the standard asks for. */
export type Prefix = "tests" | "regression";

/** The figures of this package's tests and of the full regression (BHS, Results File). */
export function testFacts(tests: readonly Section[], regression: readonly Section[], lexicon: Lexicon): Facts {
	const shared = tests.filter(({ heading }) => heading.keys.includes("fullRegression"));
	const isRegression = ({ name }: Run) =>
		lexicon.startsWith("regressionRun", normalise(name)) ||
		lexicon.is("wholeTitles", normalise(name.split(": ", 1)[0] ?? ""));
	const inShared = shared
		.map((section) => ({ section, ...runsOf(section, lexicon) }))
		.filter(({ own, parts }) => own.length === 0 && parts.some(isRegression) && !parts.every(isRegression));
	const inTests = [
		...tests
			.filter((section) => !shared.includes(section))
			.map((section) => ({ section, ...runsOf(section, lexicon) })),
		...inShared,
	];
	const isDivided = (section: Section) => inShared.some((one) => one.section === section);
	const ofTests = decide(
		inTests.map(({ section, own, parts }) => ({ section, own, parts: parts.filter((run) => !isRegression(run)) })),
		"packageRun",
		lexicon,
	);
	const inRegression =
		regression.length > 0
			? regression.map((section) => {
					const { own, parts } = runsOf(section, lexicon);
					return { section, own, parts: isDivided(section) ? parts.filter(isRegression) : parts };
				})
			: inTests.map(({ section, parts }) => ({ section, own: [], parts: parts.filter(isRegression) }));
	const ofRegression = decide(inRegression, "regressionRun", lexicon);
	return {
		...figureFacts("tests", ofTests, tests[0], lexicon),
		...figureFacts("regression", ofRegression, regression[0], lexicon),
	};
}

interface Reported {
	readonly section: Section;
	readonly own: readonly Run[];
	readonly parts: readonly Run[];
}

/** The run that a section reports; with several sections of one kind, the one that stands for all of them. */
function decide(reported: readonly Reported[], names: string, lexicon: Lexicon): Run | null {
	const runs = reported.flatMap(({ section, own, parts }) => {
		const named = parts.filter(({ name }) => isNamed(normalise(name), names, lexicon));
		const told = settle(own, names === "regressionRun");
		// "The 17 failures are old" beside the run that has them.
		const aside = told !== null && !told.figures.total && !told.figures.passed;
		const [staged, ...more] = names === "regressionRun" ? stagedRuns(parts, lexicon) : [];
		const kinds = parts.filter(({ name }) => lexicon.startsWith("kindsOfTests", normalise(name)));
		// "Unit tests" beside "Overall status" are some of them.
		const isOne = named.length === 1 && (kinds.length === 0 || (kinds.length === 1 && !parts.some(isOfAll(lexicon))));
		const one = isOne ? named[0] : staged && more.length === 0 ? staged : choose(parts, lexicon);
		const part = told && !aside ? null : one;
		const run = part ?? told;
		return run ? [{ ...run, name: reported.length > 1 ? section.heading.title : run.name }] : [];
	});
	return choose(runs, lexicon) ?? null;
}

function isOfAll(lexicon: Lexicon): (run: Run) => boolean {
	return ({ name }) => lexicon.is("totalRow", normalise(name));
}

/** "Full regression", also "Broad unit and browser regression", unlike "Broad regression excluding the settings". */
function isNamed(name: string, names: string, lexicon: Lexicon): boolean {
	if (lexicon.startsWith(names, name)) return true;
	return names === "regressionRun" && lexicon.is(names, name.split(" ").at(-1) ?? "");
}

/** The runs over the staging root beside others over an installed one: the standard asks for the former. */
function stagedRuns(runs: readonly Run[], lexicon: Lexicon): readonly Run[] {
	const over = (list: string) => runs.filter(({ name }) => lexicon.has(list, normalise(name)));
	const staged = over("stagedWords");
	return staged.length + over("installedWords").length === runs.length ? staged : [];
}

/** The facts of one run. */
export function figureFacts(prefix: Prefix, run: Run | null, section: Section | undefined, lexicon: Lexicon): Facts {
	const facts: Record<string, Fact<number>> = {};
	const scope = section ? scopeOf(section, run, lexicon) : null;
	for (const key of countKeys) facts[`${prefix}.${key}`] = figureFact(run?.figures[key], scope);
	const { total, passed, failed, skipped } = run?.figures ?? {};
	if (run?.closed && !total && passed && failed && "value" in passed && "value" in failed) {
		const more = skipped && "value" in skipped ? skipped.value : 0;
		facts[`${prefix}.total`] = {
			state: "derived",
			value: passed.value + failed.value + more,
			line: Math.min(passed.line, failed.line),
			...sumOf(passed.value, failed.value, more),
			...(scope ? { scope } : {}),
		};
	}
	return facts;
}

function figureFact(figure: PlacedFigure | undefined, scope: string | null): Fact<number> {
	if (!figure) return notStated;
	if (!("value" in figure)) return { state: "unclear", line: figure.line, reason: figure.reason, said: figure.said };
	const own = [scope, figure.rest && !/^tests?\b/i.test(figure.rest) ? figure.rest : null].filter(Boolean).join("; ");
	const { value, line, parts } = figure;
	const scoped = own ? { scope: own } : {};
	return parts
		? { state: "derived", value, line, ...sumOfParts(parts), ...scoped }
		: { state: "stated", value, line, ...scoped };
}

/** What a section's figures cover, in its own words: the heading's remark, the run's name, what the command ignores. */
function scopeOf({ heading, blocks }: Section, run: Run | null, lexicon: Lexicon): string | null {
	const remarks = [...heading.title.matchAll(/\(([^()]*)\)|\s(?:—|–|--?)\s([^()]+)/g)].map((match) =>
		(match[1] ?? match[2] ?? "").trim(),
	);
	const said = remarks.filter(
		(remark) => remark !== "" && !/\d+\s*\/\s*\d+/.test(remark) && !lexicon.is("allPassed", normalise(remark)),
	);
	if (run?.name) said.push(run.name);
	const commands = blocks.flatMap(({ statements }) => statements.map(({ text }) => text)).join("\n");
	const ignored = [...commands.matchAll(/--ignore[= ]("[^"\n]*"|[^\s`]*[^\s`:;,)])/g)].map((match) => match[0]);
	return [...said, ...ignored].join("; ") || null;
}

/** What the document says of new failures: "NONE", or the failures it lists, in its words. */
export function newFailuresFact(
	sections: readonly Section[],
	elsewhere: readonly Section[],
	told: () => readonly Section[],
	lexicon: Lexicon,
): Fact<string> {
	const own = newFailuresUnderLabels(sections, lexicon) ?? newFailuresUnderLabels(elsewhere, lexicon);
	if (own) return own;
	const inProse = newFailuresInProse(sections.length > 0 ? sections : elsewhere, lexicon);
	if (inProse.state !== "not-stated") return inProse;
	const others = told();
	return newFailuresUnderLabels(others, lexicon) ?? newFailuresInProse(others, lexicon, isClaim(lexicon));
}

function newFailuresUnderLabels(sections: readonly Section[], lexicon: Lexicon): Fact<string> | null {
	const [first, ...others] = sections
		.flatMap(({ blocks }) =>
			blocks.flatMap((block) =>
				labelledNewFailures(withSentences(underTitle(block, lexicon), "regression.newFailures", lexicon), lexicon),
			),
		)
		.filter((fact) => fact.state !== "not-stated");
	if (!first) return null;
	const differing = others.find((other) => JSON.stringify(valueIn(other)) !== JSON.stringify(valueIn(first)));
	if (!differing || first.state !== "stated") return first;
	return { state: "unclear", line: first.line, ...why("newFailuresDiffer") };
}

/** The statements of a block, the first one under the block's title where that asks for new failures: "### New failures" above "None". */
function underTitle({ title, name, statements }: Block, lexicon: Lexicon): readonly Statement[] {
	const [first, ...others] = statements;
	if (title === null || !first || first.label || !lexicon.isLabel("regression.newFailures", name)) return statements;
	const said = `${title.replace(/:\s*$/, "")}: ${first.text}`;
	if (lexicon.startsWith("none", normalise(first.prose)))
		return [statement({ line: first.line, text: said, prose: said }, "paragraph", first.group, lexicon), ...others];
	return statements;
}

/** Whether a sentence outside the sections of tests claims what was found, and asks or hopes for nothing. */
function isClaim(lexicon: Lexicon): (words: string) => boolean {
	return (words) => !["expectation", "intentions", "demands"].some((list) => lexicon.has(list, words));
}

function valueIn(fact: Fact<string>): string | null {
	return "value" in fact ? fact.value : null;
}

function labelledNewFailures(statements: readonly Statement[], lexicon: Lexicon): Fact<string>[] {
	return statements.flatMap((said, at) => {
		if (!said.label || !lexicon.isLabel("regression.newFailures", said.label.name)) return [];
		const following = statements.slice(at + 1);
		const end = following.findIndex(({ kind, label }) => kind !== "item" || label !== null);
		// Nothing on the label's own line: the failures are listed below it.
		const listed =
			said.children.length > 0 || said.value !== "" ? said.children : following.slice(0, end === -1 ? undefined : end);
		return [newFailures(said, listed.map(({ text }) => text.trim()).filter(Boolean), lexicon)];
	});
}

function newFailures({ fullValue, line }: Statement, listed: readonly string[], lexicon: Lexicon): Fact<string> {
	const words = normalise(fullValue);
	if ((/^\[.*\]$/.test(fullValue) && !lexicon.is("none", words)) || lexicon.startsWith("notApplicable", words))
		return notStated;
	if (words === "" && listed.length === 0) return notStated;
	if (words !== "" && (lexicon.startsWith("none", words) || lexicon.has("noNewFailures", words))) {
		if (lexicon.has("except", words))
			return { state: "unclear", line, ...why("claimWithException", { words: fullValue }) };
		const scope = fullValue.replace(/^[^\s.,;:–—-]+[\s.,;:–—-]*/, "").trim();
		return { state: "stated", value: "NONE", line, ...(scope ? { scope } : {}) };
	}
	return { state: "stated", value: [fullValue.trim(), ...listed].filter(Boolean).join("; "), line };
}

function newFailuresInProse(
	sections: readonly Section[],
	lexicon: Lexicon,
	isClaim: (words: string) => boolean = () => true,
): Fact<string> {
	const ran = tellsOfRun(sections, lexicon);
	for (const { blocks } of sections)
		for (const { statements } of blocks)
			for (const { prose, line } of statements)
				for (const sentence of prose.split(/[.;](?:\s|$)/u)) {
					const clause = sentence
						.split(/,\s+and\s/u)
						.find((words) => deniesNewFailures(words, lexicon) || (ran && saysNothingNew(words, lexicon)));
					if (clause === undefined || !isClaim(normalise(sentence)) || isDoubt(sentence, lexicon)) continue;
					if (lexicon.has("except", normalise(clause)))
						return { state: "unclear", line, ...why("claimWithException", { words: sentence.trim() }) };
					return { state: "stated", value: "NONE", line };
				}
	return notStated;
}

/** "It cannot be said whether there are no new failures". */
function isDoubt(sentence: string, lexicon: Lexicon): boolean {
	return lexicon.has("doubts", normalise(sentence));
}

/** Whether sections give figures or outcomes: without them, "Nothing new" is said of something else. */
function tellsOfRun(sections: readonly Section[], lexicon: Lexicon): boolean {
	return sections.some(({ blocks }) =>
		blocks.some(
			({ statements, tables, codes }) =>
				tables.length + codes.length > 0 ||
				statements.some(({ prose }) => {
					const words = normalise(prose);
					return /\d/.test(prose) || lexicon.has("passed", words) || lexicon.has("failureWords", words);
				}),
		),
	);
}

function saysNothingNew(clause: string, lexicon: Lexicon): boolean {
	const { claimLead } = patternsOf(lexicon);
	return clause
		.split(/,\s|\s[—–-]\s/u)
		.some((part) => lexicon.is("noNewFailuresAlone", normalise(part).replace(claimLead, "")));
}

function deniesNewFailures(clause: string, lexicon: Lexicon): boolean {
	if (lexicon.has("noNewFailures", normalise(clause))) return true;
	return [...lexicon.phrasesIn("noNewFailuresPhrases", clause)].length > 0;
}
