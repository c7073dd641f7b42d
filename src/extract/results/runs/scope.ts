import type { CountScope, TestedRoot } from "#model/baselines.ts";
import { type Fact, type Facts, factValue } from "#model/facts.ts";
import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";

/** Nothing is known of what a count covers. */
const unknownScope: CountScope = { root: "unknown", ignored: [], words: null, commandLine: null };

/** What a command that runs tests covers: the folders it names, what it ignores, what it selects by. */
export interface CommandScope {
	readonly root: TestedRoot;
	readonly roots: readonly string[] | null;
	readonly ignored: readonly string[];
	readonly selected: readonly string[];
}

/**
 * What the figures of a run cover (BHS, Full Regression Test: "exact command"): as its command says, else as its words do.
 * Takes the run's facts by prefix, the words that stand beside them, and a line that tells the command where no label does.
 */
export function runScope(
	facts: Facts,
	prefix: "tests" | "regression",
	words: string | null,
	standard: Standard,
	lexicon: Lexicon,
	told?: { readonly text: string; readonly line: number },
): CountScope {
	const stated = facts[`${prefix}.command`];
	const command = stated && "value" in stated ? { text: stated.value, line: stated.line } : told;
	const text = command?.text;
	const total = facts[`${prefix}.total`];
	const said = words ?? wordsOf(total) ?? wordsOf(facts[`${prefix}.passed`]);
	const unit = unitOf([wordsOf(total), wordsOf(facts[`${prefix}.failed`])], lexicon);
	const read = text === undefined ? null : commandScope(text, standard, lexicon);
	const unsaid = prefix === "regression" && command === undefined && isWhole(facts, lexicon) ? "staged" : "unknown";
	const inWords = said === null ? unsaid : rootInWords(said, lexicon);
	return {
		root: read && read.root !== "unknown" ? read.root : inWords,
		...(read?.roots && { roots: read.roots }),
		ignored: read?.ignored ?? [],
		...(read && read.selected.length > 0 && { selected: read.selected }),
		words: said,
		...(read?.roots && isRoot(inWords) && { called: inWords }),
		commandLine: read && command ? command.line : null,
		...(unit !== null && { unit }),
	};
}

function isRoot(root: TestedRoot): boolean {
	return root === "installed" || root === "staged";
}

/** Whether a document gives the total of its regression as that of the whole system, too. */
function isWhole(facts: Facts, lexicon: Lexicon): boolean {
	const total = facts["baseline.totalTests"];
	const words = wordsOf(total);
	if (words !== null && rootInWords(words, lexicon) === "package") return false;
	return factValue(total) !== undefined && factValue(total) === factValue(facts["regression.total"]);
}

/** What a count of the baseline covers: as its own words say, else as the regression that gave the same figure. */
export function baselineScope(facts: Facts, regression: CountScope, lexicon: Lexicon): CountScope {
	const total = facts["baseline.totalTests"];
	const words = wordsOf(total);
	const value = factValue(total);
	const unit = unitOf([words], lexicon);
	if (value !== undefined && value === factValue(facts["regression.total"]))
		return { ...regression, words: words ?? regression.words, ...(unit !== null && { unit }) };
	// Without words it counts what the standard asks for, unless the run beside it is known to be another.
	const whole =
		regression.root === "unknown" || (regression.root === "staged" && !regression.roots && !regression.selected);
	const root =
		words === null ? (whole && regression.ignored.length === 0 ? "staged" : "package") : rootInWords(words, lexicon);
	return { ...unknownScope, root, words, ...(unit !== null && { unit }) };
}

/** The figures of a fact that are no complete run: its words, where they say so. */
function unitOf(said: readonly (string | null)[], lexicon: Lexicon): string | null {
	for (const words of said)
		for (const piece of words?.split("; ") ?? [])
			if (lexicon.has("interruptedRuns", normalise(piece)) && !piece.startsWith("-")) return piece;
	return null;
}

/** The root that words speak of ("all staged packages", "from installed root"). */
export function rootInWords(words: string, lexicon: Lexicon): TestedRoot {
	const said = normalise(words);
	if (lexicon.has("partialTotals", said) || lexicon.has("narrowedRuns", said)) return "package";
	const installed = lexicon.has("installedWords", said);
	const staged = lexicon.has("stagedWords", said);
	return installed === staged ? "unknown" : installed ? "installed" : "staged";
}

function wordsOf(fact: Fact<number> | undefined): string | null {
	return fact && "scope" in fact ? (fact.scope ?? null) : null;
}

const scopes = oncePer((_: Standard) => new Map<string, CommandScope>());
const mostCommands = 2_000;

/** Reads a command that runs tests; unknown where it runs none that is known. Several readers ask for the scope of a command. */
export function commandScope(command: string, standard: Standard, lexicon: Lexicon): CommandScope {
	const known = scopes(standard);
	const scope = known.get(command) ?? readCommand(command, standard, lexicon);
	if (known.size < mostCommands) known.set(command, scope);
	return scope;
}

function readCommand(command: string, standard: Standard, lexicon: Lexicon): CommandScope {
	const nothing: CommandScope = { root: "unknown", roots: null, ignored: [], selected: [] };
	const tokens = command.match(tokenPattern) ?? [];
	const at = tokens.findIndex((token) => lexicon.is("testRunners", normalise(bare(token).split("/").at(-1) ?? "")));
	if (at === -1) return nothing;
	const ignored: string[] = [];
	const selected: string[] = [];
	const targets: string[] = [];
	const rest = tokens.slice(at + 1);
	const end = rest.findIndex((token) => /^(?:\||&&|;|>|2>|#)/.test(token));
	const words = end === -1 ? rest : rest.slice(0, end);
	for (let index = 0; index < words.length; index++) {
		const word = words[index] ?? "";
		if (word.startsWith("-")) {
			const [option = "", given] = split(word);
			if (standard.vocabulary.wholeOptions?.includes(option)) targets.push(".");
			if (!selectingOptions(standard).has(option)) continue;
			const value = bare(given ?? words[++index] ?? "");
			if (!/ignore|deselect|exclude/.test(option)) selected.push(`${option} ${value}`);
			else if (!isArchive(value, standard)) ignored.push(lastOf(value));
		} else if (mayBeTarget(word, standard)) targets.push(bare(word));
	}
	const found = rootsOf(targets, standard, lexicon);
	return { ...found, ignored: [...new Set(ignored)].sort(), selected: selected.sort() };
}

// A word of a command, quoted stretches included.
const tokenPattern = /(?:[^\s"'`]|"[^"]*"|'[^']*')+/g;

function selectingOptions({ vocabulary }: Standard): ReadonlySet<string> {
	return new Set(vocabulary.selectingOptions ?? []);
}

function split(option: string): [string, string?] {
	const at = option.indexOf("=");
	return at === -1 ? [option] : [option.slice(0, at), option.slice(at + 1)];
}

function bare(token: string): string {
	return token.replace(/["'`]/g, "").replace(/^[([]+|[)\];,:]+$/g, "");
}

function lastOf(path: string): string {
	return (
		path
			.replace(/[/.*]+$/, "")
			.split("/")
			.at(-1) ?? path
	);
}

function isArchive(path: string, { vocabulary }: Standard): boolean {
	return (vocabulary.archiveEndings ?? []).some((ending) => path.endsWith(ending));
}

function mayBeTarget(word: string, { packageId, spec }: Standard): boolean {
	const name = bare(word);
	if (spec.stagingRoots.includes(name)) return true;
	return name.includes("/") || name === "." || name.startsWith("$") || patternFrom(packageId, "u").test(name);
}

function rootsOf(targets: readonly string[], standard: Standard, lexicon: Lexicon) {
	if (targets.length === 0) return { root: "unknown", roots: null } as const;
	const plain = targets.map((target) => target.replace(/(?:\/\.{1,3})?\/*$/, ""));
	const isStaging = (path: string) =>
		path === "" ||
		path === "." ||
		standard.spec.stagingRoots.some((root) => path === root || path.endsWith(`/${root}`));
	if (plain.some(isStaging)) return { root: "staged", roots: null } as const;
	const packageId = patternFrom(standard.packageId, "u");
	const below = plain.map((path) => pathBelow(path, packageId, lexicon));
	const roots = [...new Set(below.map(({ path }) => path))].sort();
	if (below.every(({ installed }) => installed)) {
		const whole = roots.includes("");
		return { root: "installed", roots: whole ? null : roots } as const;
	}
	const ids = new Set(roots.map((path) => packageId.exec(path)?.[0] ?? path));
	return { root: ids.size === 1 ? "package" : "staged", roots } as const;
}

/** A path from its package on, or from the installed root on. */
function pathBelow(path: string, packageId: RegExp, lexicon: Lexicon): { path: string; installed: boolean } {
	const segments = path.split("/");
	const inPackage = segments.findIndex((segment) => packageId.exec(segment)?.[0].length === segment.length);
	if (inPackage !== -1) return { path: segments.slice(inPackage).join("/"), installed: false };
	const root = segments.findLastIndex((segment) =>
		lexicon.is("installedRoots", normalise(segment.replace(/[${}_]/g, " "))),
	);
	return root === -1 ? { path, installed: false } : { path: segments.slice(root + 1).join("/"), installed: true };
}
