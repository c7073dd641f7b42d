import type { Heading } from "#model/documents.ts";
import { type Fact, type Facts, notStated } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { why } from "#words/because.ts";
import { promptLines } from "./questions/prompt-lines.ts";
import type { Questions } from "./questions/questions.ts";
import { normalise } from "./text/text.ts";
import { labelsOf } from "./text/vocabulary.ts";

/** Reads the facts of an agent prompt (BPC): its text may stand in a code fence as a whole, so its lines are read. */
export function extractPrompt(parsed: ParsedDocument, _outline: readonly Heading[], standard: Standard): Facts {
	const { lines, questions } = promptLines(parsed, standard);
	return { contractVersion: contractVersion(parsed, lines, standard), ...questionFacts(questions) };
}

function questionFacts(questions: Questions | null): Pick<Facts, "questions" | "adversarialQuestions"> {
	if (!questions) return { questions: notStated, adversarialQuestions: notStated };
	const { total, adversarial, line, elided } = questions;
	if (elided) {
		const unclear = { state: "unclear", line, ...why("placeholdersAmongQuestions") } as const;
		return { questions: unclear, adversarialQuestions: unclear };
	}
	const all = why("questionsListed", { count: total });
	const some = why("adversarialQuestions", { count: total, adversarial });
	return {
		questions: { state: "derived", value: total, line, from: all.reason, said: all.said },
		adversarialQuestions: {
			state: "derived",
			value: adversarial,
			line,
			from: some.reason,
			said: some.said,
		},
	};
}

/** "**Prompt Contract Version: 1.2.0**", the same as a table row, or front matter. */
function contractVersion({ frontMatter }: ParsedDocument, lines: readonly string[], standard: Standard): Fact<string> {
	const labels = labelsOf(standard, "contractVersion");
	for (const [index, line] of lines.entries()) {
		const version = versionIn(line, labels);
		if (version !== null) return { state: "stated", value: version, line: index + 1 };
	}
	for (const [key, value] of Object.entries(frontMatter ?? {})) {
		const spaced = normalise(key.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
		if (labels.includes(spaced) && (typeof value === "string" || typeof value === "number"))
			return { state: "stated", value: String(value), line: 1 };
	}
	return notStated;
}

/** The version behind one of the labels, where the line is about nothing else. */
function versionIn(line: string, labels: readonly string[]): string | null {
	const found = /^(?<before>.*?)\bv?(?<version>\d+\.\d+(?:\.\d+)*(?:-[\w.]+)?)(?![\w.]*\/)/u.exec(line)?.groups;
	if (!found) return null;
	const named = (found.before ?? "").replace(/\bBUILDER_PROMPT_CONTRACT\b(?:\.md)?/gu, "Prompt Contract");
	const before = normalise(named.replaceAll(",", " "));
	return labels.some(
		(label) => before === label || before.endsWith(` ${label}`) || before.endsWith(` ${label} version`),
	)
		? (found.version ?? null)
		: null;
}
