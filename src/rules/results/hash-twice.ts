import { hashesOf } from "#extract/results/files/hashes.ts";
import { lexiconOf } from "#extract/results/text/lexicon.ts";
import { patternFrom } from "#extract/text/patterns.ts";
import { normalise } from "#extract/text/text.ts";
import type { FileClaim, Heading } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";
import type { Detection } from "../judging/outcome.ts";
import { linePlace } from "../judging/places.ts";
import { type DocumentSubject, documentRule } from "../judging/rule.ts";
import { sampleArchive, sampleNote } from "../samples/handoff.ts";
import { nameOf } from "../shared/archive-facts.ts";

const hash = (digit: string) => `sha256:${digit.repeat(64)}`;
const room = "- Packages installed: 2\n- Install";

export default documentRule({
	id: "results/hash-twice",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File, Archives Built" },
	severity: "warning",
	requires:
		"A file or archive has the same hash wherever the document writes it, no two different files share one, and a list of hashes holds what the document lists.",
	why: "Two hashes are two archives: what was installed in the clean room is not what was built. One hash for two files was copied.",
	remedy: "Compute the hash of {path} again; say of a copied file that it is a copy.",
	messages: {
		other: "{path} has another hash here than where it was built.",
		otherFile: "{path} has another hash here than where it is listed.",
		shared: "{path} has the hash of {file}.",
		unlisted: "{path} is in the list of hashes, and listed neither as created nor as modified.",
	},
	statements: {
		none: "No archive is listed.",
		once: "No archive is given a second hash.",
		same: "the same hash",
		listed: "where it is listed",
		built: "where it was built",
	},
	examples: {
		valid: [
			{
				title: "The same hash twice",
				files: sampleArchive({
					results: [[room, `- PKG-OTHER-001.tar.gz has ${hash("9")}\n${room}`]],
				}),
			},
		],
		invalid: [
			{
				title: "Another archive in the clean room",
				files: sampleArchive({ results: [[room, `- PKG-GAUGE-001.tar.gz has ${hash("9")}\n${room}`]] }),
				findings: ["H-1/H-1_RESULTS.md:36:3 PKG-GAUGE-001.tar.gz has another hash here than where it was built."],
			},
			{
				title: "Another hash in a list at the end",
				files: sampleArchive({
					results: [[sampleNote, `${sampleNote}\n\n## File Hashes\n- PKG-GAUGE-001/reader.py: ${hash("9")}`]],
				}),
				findings: ["H-1/H-1_RESULTS.md:48:3 PKG-GAUGE-001/reader.py has another hash here than where it is listed."],
			},
			{
				title: "A file that only the list of hashes knows",
				files: sampleArchive({
					results: [[sampleNote, `${sampleNote}\n\n## File Hashes\n- PKG-GAUGE-001/tide.py: ${hash("9")}`]],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:48:3 PKG-GAUGE-001/tide.py is in the list of hashes, and listed neither as created nor as modified.",
				],
			},
			{
				title: "One hash for a file and its tests",
				files: sampleArchive({ results: [["b".repeat(64), "a".repeat(64)]] }),
				findings: [
					"H-1/H-1_RESULTS.md:7:3 _staging/PKG-GAUGE-001/tests/test_reader.py has the hash of _staging/PKG-GAUGE-001/reader.py.",
				],
			},
		],
	},
	*check(subject) {
		const { parsed, record, standard } = subject;
		const { files = [] } = record;
		const archives = new Map(
			files.filter(({ action }) => action === "archive").map((claim) => [nameOf(claim.path), claim]),
		);
		const wrong = [
			...sharedHashes(parsed, files, standard),
			...(files.length > 0 ? misstatedInLists(subject, files) : []),
			...(archives.size > 0 ? misstatedArchives(parsed, standard, files, archives) : []),
		];
		yield* wrong;
		if (wrong.length > 0) return;
		const [first] = archives.values();
		if (first) yield { verdict: "pass", statement: "once", place: linePlace(parsed, first.line) };
		else yield { verdict: "not-applicable", statement: "none" };
	},
});

/** Files of different names that are said to be left with one hash. */
function sharedHashes(
	parsed: ParsedDocument,
	files: readonly FileClaim[],
	standard: Standard,
): Detection<"shared", "same">[] {
	const lexicon = lexiconOf(standard);
	const isCopy = ({ line }: FileClaim) => lexicon.has("copyWords", normalise(lineText(parsed.source, line)));
	return sharing(files, isCopy).map(({ claim, other }) => ({
		messageId: "shared",
		place: linePlace(parsed, claim.line, claim.path),
		data: { path: claim.path, file: other.path },
		related: [{ place: linePlace(parsed, other.line, other.path), statement: "same" }],
	}));
}

/** Hashes in lists of hashes that belong to no listed file, or are not the ones that are given of it. */
function misstatedInLists(
	{ parsed, record: { outline }, standard }: DocumentSubject,
	files: readonly FileClaim[],
): Detection<"otherFile" | "unlisted", "listed">[] {
	const lexicon = lexiconOf(standard);
	const lists = outline.filter(
		({ title, depth, keys }) => depth > 1 && keys.length === 0 && lexicon.is("hashLists", normalise(title)),
	);
	if (lists.length === 0) return [];
	return listedHashes(parsed, files, lists).flatMap(({ path, line, text, claim }) => {
		const words = normalise(lineText(parsed.source, line));
		const known = claim ? digestsOf(claim) : [];
		const isOther = claim && known.length > 0 && !known.includes(digestIn(text));
		if (lexicon.has("before", words) || lexicon.has("untouched", words) || (claim && !isOther)) return [];
		return {
			messageId: claim ? ("otherFile" as const) : ("unlisted" as const),
			place: linePlace(parsed, line, path),
			data: { path },
			related: claim ? [{ place: linePlace(parsed, claim.line, claim.path), statement: "listed" as const }] : [],
		};
	});
}

/** Hashes beside the name of an archive, outside of the lists of files, that are not the ones it was built with. */
function misstatedArchives(
	parsed: ParsedDocument,
	standard: Standard,
	files: readonly FileClaim[],
	archives: ReadonlyMap<string, FileClaim>,
): Detection<"other", "built">[] {
	const claimed = new Set(files.flatMap(({ hashes }) => hashes.map(({ line }) => line)));
	const lexicon = lexiconOf(standard);
	const endings = (standard.vocabulary.archiveEndings ?? []).map(RegExp.escape).join("|");
	const named = patternFrom(`[\\w.-]+(?:${endings})(?!\\w)`, "g");
	return hashesOf(parsed).flatMap(({ line, text: hash, form }) => {
		if (claimed.has(line) || (form !== "valid" && form !== "bare")) return [];
		const text = lineText(parsed.source, line);
		const names = [...new Set(text.match(named))];
		const [name] = names;
		const claim = name === undefined || names.length > 1 ? undefined : archives.get(name);
		const known = claim ? digestsOf(claim) : [];
		if (!claim || known.length === 0 || known.includes(digestIn(hash)) || lexicon.has("earlierHash", normalise(text)))
			return [];
		return {
			messageId: "other" as const,
			place: linePlace(parsed, line, name),
			data: { path: claim.path },
			related: [{ place: linePlace(parsed, claim.line, claim.path), statement: "built" as const }],
		};
	});
}

const written = /(?:[\w.-]+\/)*[\w-][\w.-]*\.[A-Za-z]\w{0,7}(?![\w/])/g;

/** The whole hashes under headings of lists of hashes: of which file, and what the document's own lists say of that file. */
function listedHashes(parsed: ParsedDocument, files: readonly FileClaim[], lists: readonly Heading[]) {
	const within = (line: number) => lists.some((heading) => heading.line < line && line <= heading.endLine);
	return hashesOf(parsed).flatMap(({ line, text, form }) => {
		if (!within(line) || (form !== "valid" && form !== "bare")) return [];
		const paths = [...new Set(lineText(parsed.source, line).match(written))];
		const [path] = paths;
		if (path === undefined || paths.length > 1) return [];
		const named = files.filter((claim) => nameOf(claim.path) === nameOf(path));
		const claims = named.filter((claim) => claim.path.endsWith(path) || path.endsWith(claim.path));
		const [claim] = claims;
		// One of several files of a name, or a hash of its own for each state of the file, is no certain match.
		if (claims.length > 1 || (named.length > 0 && !claim)) return [];
		return [{ path, line, text, claim }];
	});
}

// The hash of no bytes at all.
const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Files of different names that are said to be left with one hash, and are no copies. */
function sharing(
	files: readonly FileClaim[],
	isCopy: (claim: FileClaim) => boolean,
): { claim: FileClaim; other: FileClaim }[] {
	const owners = new Map<string, FileClaim>();
	return files.flatMap((claim) => {
		const left = claim.hashes.filter(({ role, form }) => role !== "before" && (form === "valid" || form === "bare"));
		const digest = left.length === 1 && left[0] ? digestIn(left[0].value) : empty;
		const other = owners.get(digest);
		if (digest === empty || claim.action === "delete") return [];
		if (!other) owners.set(digest, claim);
		const shared = other && nameOf(other.path) !== nameOf(claim.path) && other.line !== claim.line;
		return shared && !isCopy(claim) && !isCopy(other) ? [{ claim, other }] : [];
	});
}

function digestsOf({ hashes }: FileClaim): readonly string[] {
	return hashes.flatMap(({ form, value }) => (form === "valid" || form === "bare" ? [digestIn(value)] : []));
}

function digestIn(text: string): string {
	return text.replace(/^.*:/, "").toLowerCase();
}
