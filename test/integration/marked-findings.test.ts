import { describe, expect, it } from "vitest";
import { rules } from "#rules/index.ts";
import { reasons } from "#words/en/reasons.ts";
import type { Telling } from "#words/reason.ts";
import { ruleTextsOf } from "#words/rule-texts.ts";
import { speechOf } from "#words/speech.ts";
import { archiveInWords } from "../../integrations/handoff-archive/words/archive-in-words.ts";
import { checkFiles, standards } from "../rules/archive.ts";
import { protocol } from "../transfers/protocol.ts";
import { marked, strangersIn } from "../words/marked.ts";

const telling = {
	reasons: marked(reasons),
	rules: marked(ruleTextsOf(rules)),
	speech: speechOf("en", "{rest} ＆ {last}"),
} as Telling;

/** Names that are the same in every language, and what a JSON parser says. */
const names = ["sha", "CRLF", "U", "h", "min", "github", "Unexpected end of JSON input", ...rules.map(({ id }) => id)];

describe.each(rules)("$id says in a site's language", ({ id, examples }) => {
	it.each(examples.invalid)("$title", ({ findings: _, title: __, ...example }) => {
		const own = JSON.stringify([example, standards, protocol, names]);
		const { findings } = archiveInWords(checkFiles(example.files, {}, example), telling);
		const said = findings
			.filter(({ rule }) => rule === id)
			.flatMap(({ message, remedy, related }) => [message, remedy, ...related.map((one) => one.message)]);
		expect(said.flatMap((sentence) => strangersIn(sentence, own))).toEqual([]);
	});
});
