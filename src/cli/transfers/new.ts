import { readTransferText } from "#check/transfer-text.ts";
import { modeOf, type Protocol, phasesOf, statusOf } from "#model/protocol.ts";
import { transferJsonSchema } from "#model/transfer-schemas.ts";
import type { Transfer } from "#model/transfers.ts";
import { type Effects, type ExitCode, exitCodes, type ParsedArguments, Unusable } from "../command.ts";
import { suggestion } from "../suggest.ts";
import { type TransferHome, transferHome } from "./home.ts";
import { type Draft, handoffText } from "./text.ts";

/** `handoffs transfer new`: writes a valid handoff, and asks on a terminal for what is missing. */
export async function newTransfer(given: ParsedArguments, effects: Effects): Promise<ExitCode> {
	if (given.positionals.length > 0) throw new Unusable(`unexpected argument "${given.positionals[0]}"`);
	const home = transferHome(given, effects);
	const { protocol } = home;
	const slugs = protocol.modes.map(({ slug }) => slug);
	const missing: string[] = [];
	const ask = async (option: string, words: readonly string[], guess?: string): Promise<string> => {
		const faultOf = (said: string) =>
			words.includes(said) ? null : `${said} is not known${suggestion(said, words) || `; known: ${words.join(", ")}`}`;
		const stated = given.value(option);
		const fault = stated === undefined ? null : faultOf(stated);
		if (fault !== null) throw new Unusable(`--${option} ${fault}`);
		const said = stated ?? (await answer(effects, `${option} (${words.join(", ")})`, faultOf, guess));
		if (said === null) missing.push(`--${option}`);
		return said ?? "";
	};
	const from = await ask("from", slugs, protocol.orchestrator);
	const to = await ask("to", slugs, from === protocol.orchestrator ? undefined : protocol.orchestrator);
	const phases = protocol.phases.map(({ name }) => name);
	const owned = modeOf(protocol, to === protocol.orchestrator ? from : to);
	const [only, ...more] = owned ? phasesOf(protocol, owned) : [];
	const phase = await ask("phase", phases, more.length === 0 ? only : undefined);
	const status = await ask(
		"status",
		protocol.statuses.map(({ word }) => word),
		protocol.statuses[0]?.word,
	);
	const form = statusOf(protocol, status);
	const needed = async (
		option: string,
		isNeeded: boolean,
		what: string,
		faultOf?: FaultOf,
	): Promise<readonly string[]> => {
		const said = given.values(option);
		if (said.length > 0 || !isNeeded) return said;
		const lines = await answers(effects, what, faultOf);
		if (lines === null) missing.push(`--${option}`);
		return lines ?? [];
	};
	const isComplete = form?.requires.includes("complete-deliverables") ?? false;
	const states = protocol.deliverables.states;
	const done = states.find(({ isDone }) => isDone)?.word ?? "complete";
	const stateWords = states.map(({ word }) => word);
	const deliverables = await needed("deliverable", isComplete, "deliverables (PATH:TYPE, one a line)", (said) =>
		deliverableOf(said, done, stateWords) ? null : `${said} says no type: PATH:TYPE or PATH:TYPE:STATE`,
	);
	const blockers = await needed("blocker", form?.requires.includes("blockers") ?? false, "blockers (one a line)");
	const nextActions = await needed(
		"next",
		form?.requires.includes("next-actions") ?? false,
		"next actions (one a line)",
	);
	if (missing.length > 0) throw new Unusable(`${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`);
	const draft: Draft = {
		task: given.value("task") ?? null,
		from,
		to,
		phase,
		status,
		deliverables: deliverables.map((said) => {
			const deliverable = deliverableOf(said, done, stateWords);
			if (!deliverable) throw new Unusable(`--deliverable ${said} says no type: PATH:TYPE or PATH:TYPE:STATE`);
			return deliverable;
		}),
		decisions: given.values("decision"),
		blockers,
		nextActions,
	};
	const folder = draft.task === null ? home.folder : effects.files.resolve(home.folder, folderName(draft.task));
	return write(draft, folder, home, given, effects);
}

/** `handoffs transfer bounce FILE`: the bounce-back of the protocol, from the receiver to the orchestrator. */
export async function bounceTransfer(given: ParsedArguments, effects: Effects): Promise<ExitCode> {
	const home = transferHome(given, effects);
	const { protocol } = home;
	const { transfer, path } = transferIn(given, home, effects, "bounce");
	const { from, to, phase } = transfer;
	if (!from || !to || !phase)
		throw new Unusable(`the handoff in ${path} does not say from, to and phase; it cannot be sent back`);
	const reasons =
		given.values("reason").length > 0 ? given.values("reason") : await answers(effects, "reasons (one a line)");
	if (!reasons || reasons.length === 0) throw new Unusable("--reason is missing: say why it is sent back");
	const stop = protocol.statuses.find(({ stops }) => stops);
	if (!stop) throw new Unusable("the protocol has no status that stops");
	const draft: Draft = {
		task: transfer.task?.basis === "stated" ? transfer.task.name : null,
		from: to.value,
		to: to.value === protocol.orchestrator ? from.value : protocol.orchestrator,
		phase: phase.value,
		status: stop.word,
		deliverables: [],
		decisions: [],
		blockers: reasons,
		nextActions: given.values("next").length > 0 ? given.values("next") : routes(protocol, to.value, phase.value),
	};
	return write(draft, effects.files.resolve(path, ".."), home, given, effects);
}

/** Where the work belongs instead, when the receiver does not work in its phase. */
function routes(protocol: Protocol, to: string, phase: string): readonly string[] {
	const mode = modeOf(protocol, to);
	if (!mode || phasesOf(protocol, mode).includes(phase)) return [];
	const owners = protocol.modes.filter(
		(one) => one.slug !== protocol.orchestrator && phasesOf(protocol, one).includes(phase),
	);
	return owners.length === 0 ? [] : [`Route to ${owners.map(({ slug }) => slug).join(" or ")}`];
}

/** The handoff in the file that a command names. @throws Unusable where there is none, or more than one. */
export function transferIn(
	{ positionals }: ParsedArguments,
	{ protocol }: TransferHome,
	{ files, cwd }: Effects,
	action: string,
): { readonly transfer: Transfer; readonly path: string } {
	const [named] = positionals;
	if (named === undefined) throw new Unusable(`which file? handoffs transfer ${action} FILE`);
	const path = files.resolve(cwd, named);
	const text = files.readText(path);
	if ("message" in text) throw new Unusable(`${named} ${text.message}`);
	const { transfers } = readTransferText({ path, text: text.text }, protocol);
	const [transfer, ...others] = transfers;
	if (!transfer) throw new Unusable(`there is no handoff in ${named}`);
	if (others.length > 0)
		throw new Unusable(`there are ${transfers.length} handoffs in ${named}; give each a file of its own`);
	return { transfer, path };
}

async function write(
	draft: Draft,
	folder: string,
	{ protocol, folder: root, workspace }: TransferHome,
	given: ParsedArguments,
	effects: Effects,
): Promise<ExitCode> {
	const { files, cwd, stdout } = effects;
	const named = given.value("out");
	const path = named === undefined ? freeName(draft, folder, files) : files.resolve(cwd, named);
	const schema = files
		.relative(files.resolve(path, ".."), files.resolve(root, "transfer.schema.json"))
		.replaceAll("\\", "/");
	const text = handoffText(draft, schema.startsWith(".") ? schema : `./${schema}`);
	const opened = workspace !== null && files.openFolder ? files.openFolder(workspace) : undefined;
	const faults = readTransferText({ path, text }, protocol, opened).findings.filter(
		({ severity }) => severity === "error",
	);
	if (faults.length > 0)
		throw new Unusable(`this would be no valid handoff:${faults.map(({ message }) => `\n  ${message}`).join("")}`);
	const schemaFile = files.resolve(root, "transfer.schema.json");
	// Before the handoff: a schema that nobody names yet does no harm.
	if (!files.isFile(schemaFile))
		files.create?.(schemaFile, `${JSON.stringify(transferJsonSchema(protocol), null, "\t")}\n`);
	if (!files.create?.(path, text))
		throw new Unusable(`there is a ${files.relative(cwd, path)} already; name another file with --out`);
	await stdout.write(`${files.relative(cwd, path)}\n`);
	return exitCodes.ok;
}

/** The next number of the folder, with both modes. */
function freeName({ from, to }: Draft, folder: string, files: Effects["files"]): string {
	const taken = new Set((files.names?.(folder) ?? []).flatMap((name) => /^(\d+)-/.exec(name)?.[1] ?? []).map(Number));
	const number = Math.max(0, ...taken) + 1;
	return files.resolve(folder, `${String(number).padStart(2, "0")}-${from}-${to}.yaml`);
}

function folderName(task: string): string {
	return task.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+|[.-]+$/g, "") || "task";
}

function deliverableOf(text: string, done: string, states: readonly string[]): Draft["deliverables"][number] | null {
	const parts = text.split(":");
	const last = parts.at(-1) ?? "";
	const state = parts.length > 2 && states.includes(last) ? parts.pop() : done;
	const type = parts.pop();
	if (parts.length === 0 || !type) return null;
	return { path: parts.join(":"), type, state: state ?? done };
}

/** What is wrong with an answer, in words, or null: then it is asked for again. */
type FaultOf = (said: string) => string | null;

/** What somebody at a terminal answers; null where nobody is there. */
async function answer(
	{ ask, stderr }: Effects,
	question: string,
	faultOf: FaultOf,
	guess?: string,
): Promise<string | null> {
	if (!ask) return null;
	for (;;) {
		const said = (await ask(`${question}${guess === undefined ? "" : ` [${guess}]`}: `)).trim() || guess;
		const fault = said === undefined ? "an answer is needed" : faultOf(said);
		if (said !== undefined && fault === null) return said;
		await stderr.write(`${fault}\n`);
	}
}

async function answers({ ask, stderr }: Effects, what: string, faultOf?: FaultOf): Promise<readonly string[] | null> {
	if (!ask) return null;
	const lines: string[] = [];
	for (;;) {
		const line = (await ask(`${what}, an empty line ends: `)).trim();
		if (line === "" && lines.length > 0) return lines;
		const fault = line === "" ? "at least one is needed" : (faultOf?.(line) ?? null);
		if (fault === null) lines.push(line);
		else await stderr.write(`${fault}\n`);
	}
}
