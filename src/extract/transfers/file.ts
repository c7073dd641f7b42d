import type { Secret } from "#model/documents.ts";
import type { Protocol } from "#model/protocol.ts";
import type { HistoryEntry, Transfer, TransferFile, TransferProblem, TransferTask } from "#model/transfers.ts";
import type { MarkdownParser } from "#parse/markdown.ts";
import { nearest } from "#parse/nearest.ts";
import type { SourceText } from "#parse/source-text.ts";
import type { Stretch, YamlFlaw, YamlNode, YamlPart } from "#parse/yaml/nodes.ts";
import { readYamlTree } from "#parse/yaml/tree.ts";
import { type Term, term } from "#words/because.ts";
import { blocksOf, fileBlock, type YamlBlock } from "./blocks.ts";
import { type EntryRead, entryKeys, readEntry } from "./entry.ts";
import { describe, empty, list, type MapNode, mapping, placeIn, problemAt } from "./fields.ts";
import { contextKeys, type HandoffRead, handoffKeys, readHandoff } from "./handoff.ts";

/** A file of transfers, decoded, with what is needed to read it. */
export interface TransferText {
	readonly source: SourceText;
	readonly bytes: Uint8Array;
	readonly sha256: string;
	/** How many folders the path starts with that the settings name: the folders behind them name tasks. */
	readonly rootDepth: number;
	/** How many of them ids leave out. */
	readonly idDepth: number;
	readonly secrets: readonly Secret[];
}

const yamlPath = /\.ya?ml$/i;
const markdownPath = /\.(?:md|markdown)$/i;

/** Whether a path names a file that transfers may stand in. */
export function isTransferPath(path: string): boolean {
	return yamlPath.test(path) || markdownPath.test(path);
}

/**
 * Reads the handoffs and log entries of one file: each YAML document of it, or each block of a Markdown document. Never
 * throws; what cannot be read is a problem, and the rest is there.
 */
export function readTransferFile(text: TransferText, protocol: Protocol, parse: MarkdownParser): TransferFile {
	const { source, bytes, sha256, secrets, rootDepth, idDepth } = text;
	const { path } = source;
	const isYaml = yamlPath.test(path);
	const blocks = isYaml ? [fileBlock(source)] : blocksOf(source, bytes, parse);
	const reading = source.text === "" ? [] : blocks.map((block) => readBlock(block, protocol));
	const found = reading.flatMap(({ finds }) => finds);
	const problems = reading.flatMap((one) => one.problems);
	if (isYaml && found.length === 0 && problems.length === 0 && source.problems.length === 0)
		problems.push({ code: "no-handoff", place: { kind: "file", path }, data: { hint: "" }, severity: "warning" });
	const stem = path
		.split("/")
		.slice(idDepth)
		.join("/")
		.replace(/\.[^./]+$/, "");
	const folder = path.split("/").slice(rootDepth, -1).join("/");
	const taskOf = (stated: string | null): TransferTask | null =>
		stated !== null ? { name: stated, basis: "stated" } : folder === "" ? null : { name: folder, basis: "folder" };
	const handoffs = found.flatMap((one) => ("handoff" in one ? [one] : []));
	const entries = found.flatMap((one) => ("entry" in one ? [one] : []));
	const counted = { whole: 0, excerpts: 0 };
	return {
		path,
		bytes: bytes.length,
		lines: source.text === "" ? 0 : source.lineStarts.length,
		sha256,
		problems,
		reading: source.problems.map((problem) => ({ ...problem, data: { ...problem.data } })),
		secrets: [...secrets],
		transfers: handoffs.map(({ handoff, comments }): Transfer => {
			const isExcerpt = handoff.form === "excerpt";
			const number = isExcerpt ? ++counted.excerpts : ++counted.whole;
			const id = isExcerpt ? `${stem}~${number}` : number === 1 ? stem : `${stem}#${number}`;
			return { ...handoff, id, path, task: taskOf(handoff.task), comments };
		}),
		history: entries.map(({ entry, comments }, index): HistoryEntry => {
			const id = `${stem}@${index + 1}`;
			return { ...entry, id, path, index, task: taskOf(entry.task), comments };
		}),
	};
}

type Comments = Transfer["comments"];
type Find =
	| { readonly handoff: HandoffRead; readonly comments: Comments }
	| { readonly entry: EntryRead; readonly comments: Comments };

function readBlock(block: YamlBlock, protocol: Protocol): { finds: Find[]; problems: TransferProblem[] } {
	const { parts, comments } = readYamlTree(block.text);
	const finds: Find[] = [];
	const problems: TransferProblem[] = [];
	const said = comments.map(({ text, start }) => ({ text, start, line: block.pointAt(start).line }));
	for (const part of parts) {
		const commentsIn = commentsBetween(said);
		const read = readPart(part, block, protocol, commentsIn);
		// Code in a document that is no handoff is the document's own matter.
		if (block.form !== "file" && read.finds.length === 0 && !read.isMeant) continue;
		finds.push(...read.finds);
		problems.push(...part.flaws.map((flaw) => problemOf(flaw, block)), ...read.problems);
	}
	return { finds, problems };
}

interface Said {
	readonly text: string;
	readonly start: number;
	readonly line: number;
}

/** The comments of a stretch; stretches are asked for in the order of the text. */
function commentsBetween(said: readonly Said[]): (stretch: Stretch) => Comments {
	return ({ start, end }) => {
		let low = 0;
		let high = said.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((said[middle]?.start ?? 0) < start) low = middle + 1;
			else high = middle;
		}
		const found: { text: string; line: number }[] = [];
		for (let at = low; at < said.length; at++) {
			const comment = said[at];
			if (!comment || comment.start >= end) break;
			found.push({ text: comment.text, line: comment.line });
		}
		return found;
	};
}

interface PartRead {
	readonly finds: readonly Find[];
	readonly problems: readonly TransferProblem[];
	/** Whether it is meant to be a handoff or a log, whatever came of it. */
	readonly isMeant: boolean;
}

const wrappers = ["handoff", "handoff_history"] as const;

function readPart(
	part: YamlPart,
	block: YamlBlock,
	protocol: Protocol,
	commentsIn: (stretch: Stretch) => Comments,
): PartRead {
	const { root, brokenFrom } = part;
	const isFile = block.form === "file";
	const nothing: PartRead = { finds: [], problems: [], isMeant: part.flaws.length > 0 && opening.test(block.text) };
	if (root === null) return nothing;
	const problems: TransferProblem[] = [];
	const unwrapped = (hint: Term) => problems.push(problemAt("no-handoff", placeIn(block, firstOf(root)), { hint }));
	const entriesOf = (items: readonly YamlNode[]) =>
		items
			.filter(({ end }) => end <= brokenFrom)
			.map((item, index): Find => ({ entry: readEntry(item, index, block, protocol), comments: commentsIn(item) }));
	const handoffOf = (map: MapNode, form: Transfer["form"], around: Stretch): readonly Find[] =>
		around.start <= brokenFrom && brokenFrom < around.end + 1
			? []
			: [{ handoff: readHandoff(map, block, protocol, form, []), comments: commentsIn(around) }];
	if (root.kind === "list") {
		const isLog = root.items.some((item) => item.kind === "map" && item.entries.some(({ key }) => key === "timestamp"));
		if (!isFile || !isLog) return isFile ? { ...nothing, problems: [noHandoff()] } : nothing;
		unwrapped(term("putUnderHistory"));
		return { finds: entriesOf(root.items), problems, isMeant: true };
	}
	if (root.kind !== "map") return isFile ? { ...nothing, problems: [noHandoff()] } : nothing;
	const byKey = new Map(root.entries.map((entry) => [entry.key, entry]));
	const handoff = byKey.get("handoff");
	const history = byKey.get("handoff_history");
	if (!handoff && !history) return withoutWrapper(root);
	const finds: Find[] = [];
	if (handoff) {
		const { value, keyAt } = handoff;
		if (value.kind === "map") finds.push(...handoffOf(value, block.form, { start: part.start, end: value.end }));
		else problems.push(wrongType(block, value, keyAt, "handoff", mapping));
	}
	if (history) {
		const { value, keyAt } = history;
		if (value.kind === "list") finds.push(...entriesOf(value.items));
		else problems.push(wrongType(block, value, keyAt, "handoff_history", list));
	}
	for (const { key, keyAt } of root.entries)
		if (key !== "handoff" && key !== "handoff_history" && keyAt.start < brokenFrom) {
			const near = nearest(key, wrappers);
			const hint = near === null ? "" : term("orPerhaps", { near });
			problems.push(problemAt("unknown-key", placeIn(block, keyAt), { key, where: "", hint }, "info"));
		}
	return { finds, problems, isMeant: true };

	function noHandoff(): TransferProblem {
		return { code: "no-handoff", place: { kind: "file", path: block.path }, data: { hint: "" }, severity: "warning" };
	}

	function withoutWrapper(map: MapNode): PartRead {
		const keys = map.entries.map(({ key }) => key);
		const own: readonly string[] = [...handoffKeys, ...contextKeys];
		if (!isFile)
			return keys.length > 0 && keys.every((key) => own.includes(key))
				? { finds: handoffOf(map, "excerpt", map), problems, isMeant: true }
				: nothing;
		const wrapper = keys.find((key) => nearest(key, wrappers) !== null);
		const inner = map.entries.find(({ key }) => key === wrapper)?.value;
		if (wrapper !== undefined && inner) {
			unwrapped(term("withPerhaps", { near: nearest(wrapper, wrappers) ?? wrapper }));
			if (inner.kind === "map") return { finds: handoffOf(inner, "file", map), problems, isMeant: true };
			return { finds: inner.kind === "list" ? entriesOf(inner.items) : [], problems, isMeant: true };
		}
		if (keys.some((key) => own.includes(key) || entryKeys.includes(key as (typeof entryKeys)[number]))) {
			unwrapped(term("putUnderHandoff"));
			return { finds: handoffOf(map, "file", map), problems, isMeant: true };
		}
		return { ...nothing, problems: [noHandoff()] };
	}
}

const opening = /^(?:handoff|handoff_history)[ \t]*:/m;

function firstOf({ start }: Stretch): Stretch {
	return { start, end: start + 1 };
}

function wrongType(block: YamlBlock, value: YamlNode, keyAt: Stretch, name: string, expected: Term): TransferProblem {
	const found = describe(value);
	const place = placeIn(block, found === empty ? keyAt : value);
	return problemAt("wrong-type", place, { name, expected, found, hint: "" });
}

function problemOf({ code, data, twin, ...at }: YamlFlaw, block: YamlBlock): TransferProblem {
	return {
		...problemAt(code, placeIn(block, at), data),
		...(twin && { twin: placeIn(block, twin) }),
	};
}
