import type { Protocol } from "#model/protocol.ts";
import type { HistoryEntry, TransferProblem, Word } from "#model/transfers.ts";
import type { YamlNode } from "#parse/yaml/nodes.ts";
import { term } from "#words/because.ts";
import { type BlockPlace, describe, empty, fieldReader, hintOf, mapping, problemAt } from "./fields.ts";
import { momentOf } from "./moment.ts";

/** Keys of an entry of the log, in the protocol's order. */
export const entryKeys = ["timestamp", "from", "to", "status", "duration_minutes", "blockers"] as const;
const ownKeys = ["task", "phase", "file"] as const;

/** An entry as read, before it has an id and the task of its folder. */
export type EntryRead = Omit<HistoryEntry, "id" | "path" | "index" | "task" | "comments"> & {
	readonly task: string | null;
};

/** Reads one entry of the log. What is no mapping gives an entry that holds nothing but its problem. */
export function readEntry(node: YamlNode, number: number, block: BlockPlace, protocol: Protocol): EntryRead {
	const problems: TransferProblem[] = [];
	const name = `handoff_history[${number}]`;
	const map = node.kind === "map" ? node : { kind: "map" as const, entries: [], start: node.start, end: node.end };
	const fields = fieldReader(map, block, problems, entryKeys, name);
	if (node.kind !== "map") {
		fields.report("wrong-type", node, { name, expected: mapping, found: describe(node), hint: "" });
		return { ...nothing, place: fields.placeOf(node), problems };
	}
	const stamp = fields.word("timestamp", "error");
	const at = stamp && momentOf(stamp, protocol.timestamps.zone);
	if (at && at.instant === null)
		problems.push({ code: "bad-time", place: at.place, data: { name: `${name}.timestamp`, found: at.written } });
	const status = fields.word("status", "error");
	oneOf(
		status,
		protocol.statuses.map(({ word }) => word),
		`${name}.status`,
		problems,
	);
	const phase = fields.word("phase");
	oneOf(
		phase,
		protocol.phases.map((one) => one.name),
		`${name}.phase`,
		problems,
	);
	const slugs = protocol.modes.map(({ slug }) => slug);
	const from = fields.word("from", "error");
	const to = fields.word("to", "error");
	oneOf(from, slugs, `${name}.from`, problems);
	oneOf(to, slugs, `${name}.to`, problems);
	const minutes = minutesOf();
	const blockers = fields.words("blockers");
	return {
		place: fields.placeOf(map),
		task: fields.word("task")?.value ?? null,
		at,
		from,
		to,
		status,
		phase,
		minutes,
		blockers,
		file: fields.word("file"),
		further: fields.further([...entryKeys, ...ownKeys], protocol.furtherKeys.entry),
		problems,
	};

	function minutesOf(): HistoryEntry["minutes"] {
		const entry = fields.node("duration_minutes");
		if (!entry) return null;
		const { value, keyAt } = entry;
		const place = fields.placeOf(describe(value) === empty ? keyAt : value);
		if (value.kind !== "scalar" || typeof value.value !== "number" || !Number.isFinite(value.value)) {
			const data = { name: `${name}.duration_minutes`, expected: term("aNumber"), found: describe(value), hint: "" };
			problems.push(problemAt("wrong-type", place, data));
			return null;
		}
		if (value.value < 0)
			problems.push({ code: "negative", place, data: { name: `${name}.duration_minutes`, found: value.value } });
		return { value: value.value, place };
	}
}

function oneOf(word: Word | null, known: readonly string[], name: string, problems: TransferProblem[]): void {
	if (!word || known.includes(word.value)) return;
	const data = { name, found: word.value, hint: hintOf(word.value, known) };
	problems.push(problemAt("unknown-value", word.place, data));
}

const nothing = {
	task: null,
	at: null,
	from: null,
	to: null,
	status: null,
	phase: null,
	minutes: null,
	blockers: null,
	file: null,
	further: [],
} as const;
