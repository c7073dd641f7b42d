import type { Secret } from "#model/documents.ts";
import type { SecretContext, SecretRule } from "#model/secrets.ts";
import { pointAt, type SourceText } from "#parse/source-text.ts";

/**
 * What every credential that the linter reports holds. It decides which documents the linter reads: loading it takes longer
 * than checking a hundred documents, and it needs milliseconds for each. Each pattern starts with the one character or word
 * that is rare in prose, and looks back from there: one alternation of all prefixes takes ten times as long.
 */
const signs: readonly RegExp[] = [
	/_(?<=(?:npm|gsk|hf|lin_api|ntn|shp(?:pa|ca|at|ss)|[sr]k_(?:live|test)|gh[opusr]|github_pat|glsa|vc[piark]|dckr_pat|figd|cf(?:k|ut|at))_)(?=[\w-]{16})/,
	/-(?<=(?:xox[bpaor]|xapp|glpat|tskey|sk-(?:proj|svcacct|admin)|sk-ant)-)[\w-]{6}/,
	/\.(?=[\w-]{10})(?<=(?:SG|hv[sbr])\.)/,
	/(?:[Kk]ey|KEY)["']?\s{0,12}[=:]>?\s{0,12}["']?[A-Za-z\d/+=]{40}/,
	/dapi[A-Fa-f\d]/,
	/T3BlbkFJ/,
	/PRIVATE KEY/,
	/_authToken=/,
	/slack\.com\/services/i,
];

/** The same for a password in an address; a document without addresses is not searched for it. */
const passwordInAddress = /:\/\/[^\s/@:]{1,256}:[^\s/@]{1,256}@/;

/** Whether a text may hold a credential, so that it is worth a closer look. */
export function mayHoldSecret(text: string): boolean {
	return signs.some((sign) => sign.test(text)) || (text.includes("://") && passwordInAddress.test(text));
}

/**
 * Credentials in a text, in order and without overlap. Rules are given the text alone: comments in a document that tell
 * secretlint to look away do not count.
 */
export function findSecrets(source: SourceText, rules: readonly SecretRule[]): readonly Secret[] {
	const found: Stretch[] = [];
	for (const rule of rules) {
		const service = rule.meta.id.replace(/^.*secretlint-rule-/u, "");
		const context: SecretContext = {
			createTranslator: () => (id) => ({ message: id, messageId: id }),
			report: ({ range: [start, end] }) => found.push({ service, start, end: wholeEnd(source.text, start, end) }),
			ignore: () => {},
		};
		rule.create(context, {}).file?.({
			filePath: "document.md",
			content: source.text,
			contentType: "text",
			ext: ".md",
			hasBOM: false,
		});
	}
	// The linter knows neither short keys nor keys in a quotation.
	for (const { 0: key, index } of source.text.matchAll(privateKey))
		if (/[A-Za-z\d+/=]{30}/.test(key)) found.push({ service: "privatekey", start: index, end: index + key.length });
	return inOrder(source, found);
}

const privateKey =
	/-----BEGIN[A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){40,20000}(?:-----END[A-Z ]{0,40}-----)?/g;

/** Where the rules cannot be loaded: every line with the sign of a credential, which only a person can judge. */
export function suspectedSecrets(source: SourceText): readonly Secret[] {
	const keys = /-----BEGIN[^\r\n]*PRIVATE KEY(?:[^-]|-(?!----END))*(?:-----END[^\r\n]*)?/g;
	const found = [...source.text.matchAll(keys), ...source.text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: words, index }) =>
		mayHoldSecret(words) ? [{ service: "", start: index, end: index + words.length }] : [],
	);
	return inOrder(source, found);
}

/**
 * Where a reported credential really ends: with its word, and for "key = value" not before the value. A rule may report a
 * stretch of the value's length from the key on, which would leave the end of the value to be read.
 */
function wholeEnd(text: string, start: number, end: number): number {
	const value = /^["']?\w*key["']?\s{0,64}(?:=>?|:)\s{0,64}["']?[\w/+=]+/iu.exec(text.slice(start, start + 400));
	let last = Math.max(end, start + (value?.[0].length ?? 0));
	while (last < text.length && wordCharacter.test(text.charAt(last))) last++;
	return last;
}

const wordCharacter = /[\w/+=.-]/;

interface Stretch {
	readonly service: string;
	readonly start: number;
	readonly end: number;
}

function inOrder(source: SourceText, found: readonly Stretch[]): readonly Secret[] {
	const kept: Stretch[] = [];
	for (const stretch of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
		const last = kept.at(-1);
		if (!last || stretch.start >= last.end) kept.push(stretch);
		else if (stretch.end > last.end) kept[kept.length - 1] = { ...last, end: stretch.end };
	}
	return kept.map(({ service, start, end }) => ({
		service,
		range: { start: pointAt(source, start), end: pointAt(source, end) },
	}));
}

/** The text with each credential blotted out; every other character keeps its place. */
export function withoutSecrets({ text, lineStarts }: SourceText, secrets: readonly Secret[]): string {
	const offset = ({ line, column }: Secret["range"]["start"]) => (lineStarts[line - 1] ?? 0) + column - 1;
	const parts: string[] = [];
	let read = 0;
	for (const { range } of secrets) {
		const [start, end] = [offset(range.start), offset(range.end)];
		parts.push(text.slice(read, start), text.slice(start, end).replace(/[^\r\n]/g, "•"));
		read = end;
	}
	return parts.join("") + text.slice(read);
}

/**
 * A text that was never read as a document, with each credential that it holds blotted out.
 * @param load gets the rules that find credentials, where the text may hold one; null where they cannot be loaded
 */
export function concealed(source: SourceText, load: (() => readonly SecretRule[] | null) | undefined): string {
	if (!mayHoldSecret(source.text)) return source.text;
	const rules = load?.() ?? [];
	return withoutSecrets(source, rules.length > 0 ? findSecrets(source, rules) : suspectedSecrets(source));
}
