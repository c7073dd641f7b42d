import type { TextFile, TextProblem } from "#model/source.ts";
import { defaultYamlLimits, readYaml, validate, type YamlDocument } from "#parse/yaml.ts";
import * as english from "#words/en/index.ts";
import { merged } from "#words/merged.ts";
import type { Messages, Widened } from "#words/message.ts";
import type { RuleTexts } from "#words/rule-texts.ts";
import { wordsSchema } from "#words/schema.ts";
import type { Settings } from "./settings.ts";

/** All the words there are, in a language that takes more letters than English does. */
const limits = { ...defaultYamlLimits, maxLength: 2_000_000 };

/** What a site says, in any language. */
type Words = Widened<typeof english> & { readonly ruleTexts: RuleTexts & Messages };

/** Words that can be used, or all that is wrong with them. */
type WordsRead = { readonly words: Words } | { readonly problems: readonly TextProblem[] };

/**
 * What a site says: the English words, with those that the settings give in their place. Never throws.
 * @param ruleTexts what the rules say, in English.
 */
export function readWords(
	{ words, file }: Pick<Settings, "words" | "file">,
	readText: (path: string) => TextFile | TextProblem,
	ruleTexts: RuleTexts & Messages,
): WordsRead {
	const source = typeof words === "string" ? words : file;
	const known = { ...english, ruleTexts };
	if (words === null || source === null) return { words: known };
	const text = readText(source);
	if ("message" in text) return { problems: [text] };
	const read = readYaml(text.path, text.text, limits);
	if ("problems" in read) return read;
	const given = typeof words === "string" ? read.document : partOf(read.document);
	const checked = validate(given, given.value ?? {}, wordsSchema(known));
	return "problems" in checked ? checked : { words: merged<Words>(known, checked.value) };
}

/** The words that stand in the settings file itself. */
function partOf({ path, value, pointOf }: YamlDocument): YamlDocument {
	const words = typeof value === "object" && value !== null && "words" in value ? value.words : null;
	return { path, value: words, pointOf: (within, part) => pointOf(["words", ...within], part) };
}
