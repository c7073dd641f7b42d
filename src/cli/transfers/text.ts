import type { Transfer } from "#model/transfers.ts";

/** A handoff as it is to be written. */
export interface Draft {
	readonly task: string | null;
	readonly from: string;
	readonly to: string;
	readonly phase: string;
	readonly status: string;
	readonly deliverables: readonly { readonly path: string; readonly type: string; readonly state: string }[];
	readonly decisions: readonly string[];
	readonly blockers: readonly string[];
	readonly nextActions: readonly string[];
}

/** The YAML of a handoff; `schema` is the path of its JSON Schema from the file. */
export function handoffText(draft: Draft, schema: string): string {
	const { task, from, to, phase, status, deliverables } = draft;
	return [
		`# yaml-language-server: $schema=${schema}`,
		"handoff:",
		...(task === null ? [] : [`  task: ${scalar(task)}`]),
		`  from: ${scalar(from)}`,
		`  to: ${scalar(to)}`,
		`  phase: ${scalar(phase)}`,
		`  status: ${scalar(status)}`,
		...(deliverables.length === 0 ? ["  deliverables: []"] : ["  deliverables:"]),
		...deliverables.flatMap(({ path, type, state }) => [
			`    - path: ${scalar(path)}`,
			`      type: ${scalar(type)}`,
			`      state: ${scalar(state)}`,
		]),
		"  context:",
		...list("decisions", draft.decisions),
		...list("blockers", draft.blockers),
		...list("next_actions", draft.nextActions),
		"",
	].join("\n");
}

/** An entry of the log, each line behind `indent`. */
export function entryText(
	transfer: Pick<Transfer, "task" | "from" | "to" | "phase" | "status" | "blockers">,
	{ timestamp, minutes, file }: { readonly timestamp: string; readonly minutes: number; readonly file: string },
	indent: string,
): string {
	const fields: readonly (readonly [string, string | undefined])[] = [
		["timestamp", timestamp],
		["task", transfer.task?.name],
		["from", transfer.from?.value],
		["to", transfer.to?.value],
		["phase", transfer.phase?.value],
		["status", transfer.status?.value],
	];
	const lines = fields.flatMap(([key, value]) =>
		value === undefined ? [] : [`${key}: ${key === "timestamp" ? value : scalar(value)}`],
	);
	lines.push(`duration_minutes: ${minutes}`);
	const blockers = (transfer.blockers ?? []).map(({ value }) => JSON.stringify(value));
	if (blockers.length > 0) lines.push(`blockers: [${blockers.join(", ")}]`);
	lines.push(`file: ${scalar(file)}`);
	return lines.map((line, index) => `${indent}${index === 0 ? "- " : "  "}${line}\n`).join("");
}

function list(key: string, items: readonly string[]): string[] {
	if (items.length === 0) return [`    ${key}: []`];
	return [`    ${key}:`, ...items.map((item) => `      - ${JSON.stringify(item)}`)];
}

/** A value plain where it can be read as nothing but itself, else in quotes; JSON's quotes are YAML's. */
function scalar(value: string): string {
	const isPlain =
		/^[A-Za-z_.][\w./-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|\.(?:inf|nan))$/i.test(value);
	return isPlain ? value : JSON.stringify(value);
}
