import type { Protocol } from "#model/protocol.ts";
import type { Transfer, TransferProblem } from "#model/transfers.ts";
import { nearest } from "#parse/nearest.ts";
import type { Stretch, YamlEntry, YamlNode, YamlPart } from "#parse/yaml/nodes.ts";
import { type Term, term } from "#words/because.ts";
import type { YamlBlock } from "./blocks.ts";
import { type EntryRead, entryKeys, readEntry } from "./entry.ts";
import { describe, empty, list, type MapNode, mapping, placeIn, problemAt } from "./fields.ts";
import { contextKeys, type HandoffRead, handoffKeys, readHandoff } from "./handoff.ts";

export type Comments = Transfer["comments"];

/** A handoff or a log entry, as it is written. */
export type Find =
	| { readonly handoff: HandoffRead; readonly comments: Comments }
	| { readonly entry: EntryRead; readonly comments: Comments };

interface PartRead {
	readonly finds: readonly Find[];
	readonly problems: readonly TransferProblem[];
	/** Whether it is meant to be a handoff or a log, whatever came of it. */
	readonly isMeant: boolean;
}

/** One YAML document of a block, and what reading it needs. */
interface Reading {
	readonly part: YamlPart;
	readonly block: YamlBlock;
	readonly protocol: Protocol;
	readonly commentsIn: (stretch: Stretch) => Comments;
}

const wrappers = ["handoff", "handoff_history"] as const;

/** Reads the handoff or the log of one YAML document. Never throws; what cannot be read is a problem. */
export function readPart(reading: Reading): PartRead {
	const { root } = reading.part;
	if (root === null) return nothing(reading);
	if (root.kind === "list") return readBareList(root.items, reading);
	if (root.kind !== "map") return noHandoff(reading);
	const isWrapped = root.entries.some(({ key }) => isWrapper(key));
	return isWrapped ? readWrapped(root, reading) : readUnwrapped(root, reading);
}

function isWrapper(key: string): boolean {
	return (wrappers as readonly string[]).includes(key);
}

/** A list that nothing says to be the log; in a file it may be one all the same. */
function readBareList(items: readonly YamlNode[], reading: Reading): PartRead {
	const isLog = items.some((item) => item.kind === "map" && item.entries.some(({ key }) => key === "timestamp"));
	if (reading.block.form !== "file" || !isLog) return noHandoff(reading);
	return unwrapped(entriesOf(items, reading), term("putUnderHistory"), reading);
}

/** What stands under the keys that the protocol names. */
function readWrapped(root: MapNode, reading: Reading): PartRead {
	const { part, block } = reading;
	const finds: Find[] = [];
	const problems: TransferProblem[] = [];
	const byKey = new Map(root.entries.map((entry) => [entry.key, entry]));
	const handoff = byKey.get("handoff");
	if (handoff?.value.kind === "map")
		finds.push(...handoffOf(handoff.value, block.form, { start: part.start, end: handoff.value.end }, reading));
	else if (handoff) problems.push(wrongType(handoff, mapping, block));
	const history = byKey.get("handoff_history");
	if (history?.value.kind === "list") finds.push(...entriesOf(history.value.items, reading));
	else if (history) problems.push(wrongType(history, list, block));
	for (const { key, keyAt } of root.entries) {
		if (isWrapper(key) || keyAt.start >= part.brokenFrom) continue;
		const near = nearest(key, wrappers);
		const hint = near === null ? "" : term("orPerhaps", { near });
		problems.push(problemAt("unknown-key", placeIn(block, keyAt), { key, where: "", hint }, "info"));
	}
	return { finds, problems, isMeant: true };
}

/** A mapping without the protocol's keys around it: a slip, or the inside of a handoff. */
function readUnwrapped(map: MapNode, reading: Reading): PartRead {
	const keys = map.entries.map(({ key }) => key);
	const own: readonly string[] = [...handoffKeys, ...contextKeys];
	if (reading.block.form !== "file") {
		const isExcerpt = keys.length > 0 && keys.every((key) => own.includes(key));
		if (!isExcerpt) return nothing(reading);
		return { finds: handoffOf(map, "excerpt", map, reading), problems: [], isMeant: true };
	}
	const wrapper = map.entries.find(({ key }) => nearest(key, wrappers) !== null);
	if (wrapper) {
		const { key, value } = wrapper;
		const hint = term("withPerhaps", { near: nearest(key, wrappers) ?? key });
		if (value.kind === "map") return unwrapped(handoffOf(value, "file", map, reading), hint, reading);
		return unwrapped(value.kind === "list" ? entriesOf(value.items, reading) : [], hint, reading);
	}
	const known: readonly string[] = [...own, ...entryKeys];
	if (keys.some((key) => known.includes(key)))
		return unwrapped(handoffOf(map, "file", map, reading), term("putUnderHandoff"), reading);
	return noHandoff(reading);
}

/** The entries of a log, up to where the document is broken. */
function entriesOf(items: readonly YamlNode[], { part, block, protocol, commentsIn }: Reading): readonly Find[] {
	return items
		.filter(({ end }) => end <= part.brokenFrom)
		.map((item, index) => ({ entry: readEntry(item, index, block, protocol), comments: commentsIn(item) }));
}

/** A handoff, unless the document is broken within it. */
function handoffOf(
	map: MapNode,
	form: Transfer["form"],
	around: Stretch,
	{ part: { brokenFrom }, block, protocol, commentsIn }: Reading,
): readonly Find[] {
	const isBroken = around.start <= brokenFrom && brokenFrom < around.end + 1;
	if (isBroken) return [];
	return [{ handoff: readHandoff(map, block, protocol, form, []), comments: commentsIn(around) }];
}

function unwrapped(finds: readonly Find[], hint: Term, { part: { root }, block }: Reading): PartRead {
	const start = root?.start ?? 0;
	const problem = problemAt("no-handoff", placeIn(block, { start, end: start + 1 }), { hint });
	return { finds, problems: [problem], isMeant: true };
}

const opening = /^(?:handoff|handoff_history)[ \t]*:/m;

function nothing({ part, block }: Reading): PartRead {
	return { finds: [], problems: [], isMeant: part.flaws.length > 0 && opening.test(block.text) };
}

/** What holds no handoff is a problem of a file of transfers, and none of a block in a document. */
function noHandoff(reading: Reading): PartRead {
	const { path, form } = reading.block;
	if (form !== "file") return nothing(reading);
	const problem: TransferProblem = {
		code: "no-handoff",
		place: { kind: "file", path },
		data: { hint: "" },
		severity: "warning",
	};
	return { ...nothing(reading), problems: [problem] };
}

function wrongType({ key, value, keyAt }: YamlEntry, expected: Term, block: YamlBlock): TransferProblem {
	const found = describe(value);
	const place = placeIn(block, found === empty ? keyAt : value);
	return problemAt("wrong-type", place, { name: key, expected, found, hint: "" });
}
