import { setTimeout } from "node:timers/promises";
import { readTransferText } from "#check/transfer-text.ts";
import { changedMeanwhile, isPassing } from "#files/writing/rewrite.ts";
import { historyJsonSchema } from "#model/transfer-schemas.ts";
import type { HistoryEntry, Transfer } from "#model/transfers.ts";
import type { YamlFlaw } from "#parse/yaml/nodes.ts";
import { readYamlTree } from "#parse/yaml/tree.ts";
import { type Effects, type ExitCode, exitCodes, type ParsedArguments, Unusable } from "../command.ts";
import { type TransferHome, transferHome } from "./home.ts";
import { transferIn } from "./named.ts";
import { entryText } from "./text.ts";

const minute = 60_000;

/** `handoffs transfer log FILE`: appends the entry of a handoff, with the minutes since the last one of its task. */
export async function logTransfer(given: ParsedArguments, effects: Effects): Promise<ExitCode> {
	const { files, cwd, stdout } = effects;
	const home = transferHome(given, effects);
	const { transfer, path } = transferIn(given, home, effects, "log");
	const named = given.value("log");
	const log = named === undefined ? files.resolve(home.folder, home.protocol.fileNames.log) : files.resolve(cwd, named);
	const file = files.relative(files.resolve(log, ".."), path).replaceAll("\\", "/");
	const folder = file.includes("/") && !file.startsWith("../") ? file.slice(0, file.lastIndexOf("/")) : null;
	const task = transfer.task ?? (folder === null ? null : { name: folder, basis: "folder" as const });
	const due = { transfer: { ...transfer, task }, file, log, home };
	// Agents that end at the same moment log at the same moment: each in its turn, and no entry is lost.
	for (let turn = 1; ; turn++) {
		const { left, timestamp, minutes } = append(due, effects);
		if (left === null) {
			await stdout.write(
				`${files.relative(cwd, log)}: ${timestamp}, ${minutes} min since the last entry${task ? ` of ${task.name}` : ""}\n`,
			);
			return exitCodes.ok;
		}
		if (turn === turns || !isPassing(left))
			throw new Unusable(`${files.relative(cwd, log)} was left as it is: ${left}`);
		await setTimeout(betweenTurns);
	}
}

/** How often another command may be in the way, and how long one waits for it, in milliseconds. */
const turns = 200;
const betweenTurns = 25;

interface Due {
	readonly transfer: Transfer;
	/** The handoff's file as the log calls it. */
	readonly file: string;
	/** Absolute path of the log. */
	readonly log: string;
	readonly home: TransferHome;
}

/** Reads the log and writes it with one entry more; `left` says why it was left as it is. @throws Unusable for a log that takes no entry. */
function append({ transfer, file, log, home }: Due, { files, cwd, now }: Effects) {
	const { task } = transfer;
	const at = new Date(Math.floor(now().getTime() / 1000) * 1000);
	const timestamp = at.toISOString().replace(".000Z", "Z");
	const isThere = files.isFile(log);
	const read = isThere ? files.readText(log) : { path: log, text: "" };
	if ("message" in read) throw new Unusable(`${files.relative(cwd, log)} ${read.message}`);
	const { history } = readTransferText(read, home.protocol);
	const before = history.find((entry) => entry.file?.value === file);
	if (before) throw new Unusable(`${file} is in the log already (${lineOf(before)})`);
	const minutes = minutesSince(history, task?.name ?? null, at.getTime());
	const entry = (indent: string) => entryText(transfer, { timestamp, minutes, file }, indent);
	const text = isThere
		? appended(read.text, entry)
		: `# yaml-language-server: $schema=./history.schema.json\nhandoff_history:\n${entry("  ")}`;
	if (text === null || readTransferText({ path: log, text }, home.protocol).history.length !== history.length + 1)
		throw new Unusable(
			`the entry cannot be appended to ${files.relative(cwd, log)}: it must end with a list under handoff_history that can be read`,
		);
	return {
		timestamp,
		minutes,
		left: isThere ? rewritten(log, read.text, text, files) : created(log, text, home, files),
	};
}

function created(log: string, text: string, { protocol }: TransferHome, files: Effects["files"]): string | null {
	const schemaFile = files.resolve(log, "..", "history.schema.json");
	if (!files.isFile(schemaFile))
		files.create?.(schemaFile, `${JSON.stringify(historyJsonSchema(protocol), null, "\t")}\n`);
	return files.create?.(log, text) ? null : changedMeanwhile;
}

function rewritten(log: string, before: string, after: string, files: Effects["files"]): string | null {
	if (!files.rewrite) return "it cannot be written";
	const encoder = new TextEncoder();
	const within = [files.resolve(log, "..")];
	return files.rewrite({ path: log, within, before: encoder.encode(before), after: encoder.encode(after) });
}

function lineOf({ place }: HistoryEntry): string {
	return place.kind === "range" ? `line ${place.range.start.line}` : "somewhere";
}

/** Whole minutes since the last entry of the task, or of the log where it names none; 0 for the first. */
function minutesSince(history: readonly HistoryEntry[], task: string | null, now: number): number {
	let last: number | null = null;
	for (const entry of history) {
		if (entry.at?.instant == null || (task !== null && entry.task?.name !== task)) continue;
		if (last === null || entry.at.instant > last) last = entry.at.instant;
	}
	return last === null ? 0 : Math.max(0, Math.floor((now - last) / minute));
}

/** The text with an entry behind the last one, indented as that is; null where no list of entries ends the text. */
function appended(text: string, lines: (indent: string) => string): string | null {
	const { parts } = readYamlTree(text);
	const root = parts.length === 1 ? parts[0]?.root : null;
	const list = root?.kind === "map" ? root.entries.find(({ key }) => key === "handoff_history") : undefined;
	if (!list) return null;
	const isBroken = ({ code, start }: YamlFlaw) => (code === "syntax" || code === "tab") && start >= list.value.end;
	if (parts[0]?.flaws.some(isBroken)) return null;
	const newline = text.includes("\r\n") ? "\r\n" : "\n";
	const entry = (indent: string) => lines(indent).replaceAll("\n", newline);
	const ended = text === "" || text.endsWith("\n") ? text : `${text}${newline}`;
	if (list.value.kind === "scalar" && list.value.value === null) return `${ended}${entry("  ")}`;
	if (list.value.kind !== "list") return null;
	if (list.value.items.length === 0) {
		const { start, end } = list.value;
		return `${text.slice(0, start).trimEnd()}${newline}${entry("  ")}${text.slice(end).replace(/^[ \t]*\r?\n/, "")}`;
	}
	const first = list.value.items[0]?.start ?? 0;
	const dash = text.lastIndexOf("-", first);
	const line = text.lastIndexOf("\n", dash) + 1;
	const indent = text.slice(line, dash);
	return /^ *$/.test(indent) ? `${ended}${entry(indent)}` : null;
}
