import type { Secret } from "#model/documents.ts";
import type { Protocol } from "#model/protocol.ts";
import type { HistoryEntry, Transfer, TransferFile, TransferProblem, TransferTask } from "#model/transfers.ts";
import type { MarkdownParser } from "#parse/markdown.ts";
import type { SourceText } from "#parse/source-text.ts";
import type { Stretch, YamlFlaw } from "#parse/yaml/nodes.ts";
import { readYamlTree } from "#parse/yaml/tree.ts";
import { blocksOf, fileBlock, type YamlBlock } from "./blocks.ts";
import { placeIn, problemAt } from "./fields.ts";
import { type Comments, type Find, readPart } from "./part.ts";

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

function readBlock(block: YamlBlock, protocol: Protocol): { finds: Find[]; problems: TransferProblem[] } {
	const { parts, comments } = readYamlTree(block.text);
	const finds: Find[] = [];
	const problems: TransferProblem[] = [];
	const said = comments.map(({ text, start }) => ({ text, start, line: block.pointAt(start).line }));
	for (const part of parts) {
		const commentsIn = commentsBetween(said);
		const read = readPart({ part, block, protocol, commentsIn });
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

function problemOf({ code, data, twin, ...at }: YamlFlaw, block: YamlBlock): TransferProblem {
	return {
		...problemAt(code, placeIn(block, at), data),
		...(twin && { twin: placeIn(block, twin) }),
	};
}
