import type { Protocol } from "#model/protocol.ts";
import type { Deliverable, Transfer, TransferForm, TransferProblem, Word } from "#model/transfers.ts";
import { nearest } from "#parse/nearest.ts";
import type { YamlNode } from "#parse/yaml/nodes.ts";
import { term } from "#words/because.ts";
import {
	type BlockPlace,
	describe,
	empty,
	type FieldReader,
	fieldReader,
	hintOf,
	list,
	type MapNode,
	mapping,
	problemAt,
} from "./fields.ts";
import { momentOf } from "./moment.ts";

/** Keys of a handoff, in the protocol's order. */
export const handoffKeys = ["from", "to", "phase", "status", "deliverables", "context"] as const;
/** The lists of its context; they may stand beside `status` as well. */
export const contextKeys = ["decisions", "blockers", "next_actions"] as const;
const deliverableKeys = ["path", "type", "state"] as const;
const ownKeys = ["task", "timestamp"] as const;

/** A handoff as read, before it has an id and the task of its folder. */
export type HandoffRead = Omit<Transfer, "id" | "path" | "task" | "comments"> & { readonly task: string | null };

/** Reads the mapping of one handoff. An excerpt is judged by what it holds; nothing is missing from it. */
export function readHandoff(
	map: MapNode,
	block: BlockPlace,
	protocol: Protocol,
	form: TransferForm,
	problems: TransferProblem[],
): HandoffRead {
	const isWhole = form !== "excerpt";
	const required = isWhole ? "error" : "off";
	const known = [...handoffKeys, ...contextKeys];
	const fields = fieldReader(map, block, problems, known);
	const from = fields.word("from", required);
	const to = fields.word("to", required);
	const phase = judged(
		fields,
		fields.word("phase", required),
		"phase",
		protocol.phases.map(({ name }) => name),
	);
	const status = judged(
		fields,
		fields.word("status", required),
		"status",
		protocol.statuses.map(({ word }) => word),
	);
	const deliverables = deliverablesOf(fields, block, protocol, isWhole);
	const context = contextOf(fields, block, protocol, isWhole);
	const at = fields.word("timestamp");
	const moment = at && momentOf(at, protocol.timestamps.zone);
	if (moment && moment.instant === null)
		problems.push({ code: "bad-time", place: moment.place, data: { name: "timestamp", found: moment.written } });
	const further = fields.further([...known, ...ownKeys], protocol.furtherKeys.handoff);
	return {
		form,
		place: fields.placeOf(map),
		task: fields.word("task")?.value ?? null,
		at: moment,
		from,
		to,
		phase,
		status,
		deliverables,
		...context.lists,
		further: [...further, ...context.further],
		problems,
	};
}

/** The word, reported where it is not among those known. */
function judged(fields: FieldReader, word: Word | null, name: string, known: readonly string[]): Word | null {
	if (word && !known.includes(word.value))
		fields.problems.push(
			problemAt("unknown-value", word.place, { name, found: word.value, hint: hintOf(word.value, known) }),
		);
	return word;
}

function deliverablesOf(
	fields: FieldReader,
	block: BlockPlace,
	protocol: Protocol,
	isWhole: boolean,
): readonly Deliverable[] | null {
	const entry = fields.node("deliverables");
	if (!entry) {
		fields.missing("deliverables", isWhole ? "error" : "off");
		return null;
	}
	const { value, keyAt } = entry;
	if (value.kind !== "list") {
		const found = describe(value);
		const hint = found === empty ? term("writeEmptyList") : "";
		fields.report("wrong-type", found === empty ? keyAt : value, {
			name: "deliverables",
			expected: list,
			found,
			hint,
		});
		return value.kind === "map" ? [deliverableOf(value, "deliverables", fields, block, protocol)] : [];
	}
	return value.items.map((item, index) => {
		const name = `deliverables[${index}]`;
		if (item.kind === "map") return deliverableOf(item, name, fields, block, protocol);
		fields.report("wrong-type", item, {
			name,
			expected: term("mappingOfDeliverable"),
			found: describe(item),
			hint: "",
		});
		const place = fields.placeOf(item);
		const path = item.kind === "scalar" && typeof item.value === "string" ? { value: item.value.trim(), place } : null;
		return { path, type: null, state: null, further: [], place };
	});
}

function deliverableOf(
	map: MapNode,
	name: string,
	{ problems, placeOf }: FieldReader,
	block: BlockPlace,
	protocol: Protocol,
): Deliverable {
	const fields = fieldReader(map, block, problems, deliverableKeys, name);
	const { types, promises, states } = protocol.deliverables;
	const path = fields.word("path", "error");
	const type = fields.word("type", "error");
	const near = type && ![...types, ...promises].includes(type.value) ? nearest(type.value, types) : null;
	if (type && near !== null)
		problems.push({
			code: "unlike-type",
			place: type.place,
			data: { name: `${name}.type`, found: type.value, near },
			severity: "warning",
		});
	const words = states.map(({ word }) => word);
	const state = judged(fields, fields.word("state", "error"), `${name}.state`, words);
	const further = fields.further(deliverableKeys, protocol.furtherKeys.deliverable);
	return { path, type, state, further, place: placeOf(map) };
}

/** The lists of the context, wherever they stand: inside it as the protocol has them, or beside `status`. */
function contextOf(fields: FieldReader, block: BlockPlace, protocol: Protocol, isWhole: boolean) {
	const entry = fields.node("context");
	const severityOf = (key: string) => protocol.context.find((list) => list.key === key)?.absent ?? "off";
	if (!entry && isWhole) fields.missing("context", "error");
	const inner = entry ? innerOf(entry.value, fields, block) : null;
	const listOf = (key: (typeof contextKeys)[number]): readonly Word[] | null => {
		if (inner?.has(key)) return inner.words(key);
		const beside = fields.node(key);
		if (beside) {
			if (isWhole) fields.report("misplaced", beside.keyAt, { key }, "info");
			return fields.words(key);
		}
		if (inner && isWhole) inner.missing(key, severityOf(key));
		return null;
	};
	return {
		lists: { decisions: listOf("decisions"), blockers: listOf("blockers"), nextActions: listOf("next_actions") },
		further: inner?.further(contextKeys, protocol.furtherKeys.context) ?? [],
	};
}

function innerOf(value: YamlNode, fields: FieldReader, block: BlockPlace): FieldReader | null {
	if (value.kind === "map") return fieldReader(value, block, fields.problems, contextKeys, "context");
	fields.report("wrong-type", value, { name: "context", expected: mapping, found: describe(value), hint: "" });
	return null;
}
