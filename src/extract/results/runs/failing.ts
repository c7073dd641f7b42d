import type { FailureClaim, NamedFailure } from "#model/baselines.ts";
import type { Standard } from "#model/standard.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import type { Block, Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { Statement } from "../text/statements.ts";

/** A failing test that a document names; its path is the record's. */
export type Failing = Omit<NamedFailure, "path">;

/** The failing tests that sections name, with what is claimed of each; each name once. */
export function failuresIn(sections: readonly Section[], standard: Standard, lexicon: Lexicon): Failing[] {
	const found = new Map<string, Failing>();
	for (const { heading, blocks } of sections)
		for (const block of blocks) {
			const above = `${block.name} ${block.title === null ? normalise(heading.title) : ""}`;
			if (lexicon.has("mendedWords", above)) continue;
			for (const said of block.statements)
				for (const failing of failuresOf(said, above, standard, lexicon)) {
					// Among the issues met on the way, a test that failed may have been mended; what is called old was not.
					if (heading.keys.includes("issuesEncountered") && failing.claim !== "pre-existing") continue;
					const before = found.get(failing.name);
					if (!before || (before.claim === "none" && failing.claim !== "none")) found.set(failing.name, failing);
				}
		}
	return [...found.values()];
}

function failuresOf(said: Statement, above: string, standard: Standard, lexicon: Lexicon): Failing[] {
	if (said.kind === "row" || said.kind === "code") return [];
	const words = normalise(said.prose);
	const told = lexicon.has("failureWords", words) && !lexicon.has("mendedWords", words);
	if (!told && !lexicon.has("failureWords", above)) return [];
	if (lexicon.has("mendedWords", words) || saysNone(said, lexicon)) return [];
	const names = testsIn(said.text, standard.packageId);
	const claim = claimOf(said, words, above, lexicon);
	return names.map((name) => ({ name, claim, line: said.line }));
}

/** "New failures: NONE in PKG-A": a claim that nothing fails. */
export function saysNone({ label, value, prose }: Statement, lexicon: Lexicon): boolean {
	const words = normalise(label ? value : prose);
	return lexicon.startsWith("none", words) || lexicon.has("noNewFailures", normalise(prose));
}

function claimOf({ label }: Statement, words: string, above: string, lexicon: Lexicon): FailureClaim {
	if (lexicon.has("preExisting", words) || lexicon.has("preExisting", above)) return "pre-existing";
	return label && lexicon.isLabel("regression.newFailures", label.name) ? "new" : "none";
}

/** What an item that opens with a test names; else every test or suite that the text names. */
export function testsIn(text: string, packageId: string): string[] {
	const words = text.split(/[\s`(),;]+/).filter(Boolean);
	const opening = words[0] ?? "";
	const first = namedBy(opening) ?? (/^\d+\.?$|^\W$/.test(opening) ? namedBy(words[1] ?? "") : null);
	if (first !== null) return [first];
	const tests = words.flatMap((word) => namedBy(word) ?? []);
	const suites = words.flatMap((word) => suiteName(word, packageId) ?? []);
	// A package beside a test is where the test is; several are what fails.
	return [...new Set(suites.length > 1 ? [...suites, ...tests] : tests)];
}

/** A test's name, or the pattern that stands for several: "test_retry_*". */
function namedBy(word: string): string | null {
	const stem = word.replace(/\*+[.:]*$/, "");
	const name = testName(stem);
	return name !== null && stem !== word && word.includes("*") ? `${name}*` : name;
}

/** The name of a test or test file as it is compared: without path, class and parameters; null for any other word. */
export function testName(word: string): string | null {
	const plain = word.replace(/[.:]+$/, "").replace(/\[[^\]]*\]$/, "");
	const method = plain.includes("::") ? plain.slice(plain.lastIndexOf("::") + 2) : plain;
	if (/^test_\w+$|^test[A-Z]\w*$/.test(method)) return method;
	const file = plain.split("/").at(-1) ?? plain;
	return /^(?:test_[\w-]+|[\w-]+[._-]test|[\w-]+\.spec)\.[a-z]{1,4}$/i.test(file) ? file : null;
}

function suiteName(word: string, packageId: string): string | null {
	const id = patternFrom(`^${packageId}$`, "u").exec(word.replace(/[.:]+$/, ""));
	return id ? id[0] : null;
}

/** The tests that tables list as passed: a row with a test's name and a result. */
export function passingIn(sections: readonly Section[], lexicon: Lexicon): { name: string; line: number }[] {
	return sections.flatMap(({ blocks }) => blocks.flatMap((block) => passingRows(block, lexicon)));
}

function passingRows({ tables }: Block, lexicon: Lexicon): { name: string; line: number }[] {
	return tables.flatMap(({ header, rows }) => {
		const result = header.findIndex(({ prose }) => lexicon.is("resultColumn", normalise(prose)));
		if (result === -1) return [];
		return rows.flatMap((row) => {
			const cell = row.find(({ text }) => testName(text.replaceAll("`", "")) !== null);
			const passed = lexicon.startsWith("allPassed", normalise(row[result]?.prose ?? ""));
			const name = cell && passed ? testName(cell.text.replaceAll("`", "")) : null;
			return name !== null && cell ? [{ name, line: cell.line }] : [];
		});
	});
}
