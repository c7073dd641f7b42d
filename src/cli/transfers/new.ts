import { modeOf, type Protocol, phasesOf, statusOf } from "#model/protocol.ts";
import { type Effects, type ExitCode, type ParsedArguments, Unusable } from "../command.ts";
import { type Asked, askedOf } from "./asking.ts";
import { transferHome } from "./home.ts";
import type { Draft } from "./text.ts";
import { writeHandoff } from "./write.ts";

/** `handoffs transfer new`: writes a valid handoff, and asks on a terminal for what is missing. */
export async function newTransfer(given: ParsedArguments, effects: Effects): Promise<ExitCode> {
	if (given.positionals.length > 0) throw new Unusable(`unexpected argument "${given.positionals[0]}"`);
	const home = transferHome(given, effects);
	const asked = askedOf(given, effects);
	const head = await headOf(asked, home.protocol);
	const lists = await listsOf(asked, home.protocol, head.status);
	const task = given.value("task") ?? null;
	const draft: Draft = { task, ...head, ...lists, decisions: given.values("decision") };
	const folder = task === null ? home.folder : effects.files.resolve(home.folder, folderName(task));
	return writeHandoff(draft, folder, home, given, effects);
}

/** Who hands over to whom, in which phase, and how it stands. What follows from one answer is guessed in the next question. */
async function headOf(asked: Asked, protocol: Protocol): Promise<Pick<Draft, "from" | "to" | "phase" | "status">> {
	const { orchestrator, modes, phases, statuses } = protocol;
	const slugs = modes.map(({ slug }) => slug);
	const from = await asked.one("from", slugs, orchestrator);
	const to = await asked.one("to", slugs, from === orchestrator ? undefined : orchestrator);
	const working = modeOf(protocol, to === orchestrator ? from : to);
	const [only, ...more] = working ? phasesOf(protocol, working) : [];
	const names = phases.map(({ name }) => name);
	const phase = await asked.one("phase", names, more.length === 0 ? only : undefined);
	const words = statuses.map(({ word }) => word);
	return { from, to, phase, status: await asked.one("status", words, words[0]) };
}

/** What is handed over, what is in the way and what comes next; asked for where the status requires it. */
async function listsOf(
	asked: Asked,
	protocol: Protocol,
	status: string,
): Promise<Pick<Draft, "deliverables" | "blockers" | "nextActions">> {
	const requires = statusOf(protocol, status)?.requires ?? [];
	const { states } = protocol.deliverables;
	const done = states.find(({ isDone }) => isDone)?.word ?? "complete";
	const read = (said: string) =>
		deliverableOf(
			said,
			done,
			states.map(({ word }) => word),
		);
	const delivered = await asked.several(
		"deliverable",
		requires.includes("complete-deliverables"),
		"deliverables (PATH:TYPE, one a line)",
		(said) => (read(said) ? null : noType(said)),
	);
	const blockers = await asked.several("blocker", requires.includes("blockers"), "blockers (one a line)");
	const nextActions = await asked.several("next", requires.includes("next-actions"), "next actions (one a line)");
	asked.refuseMissing();
	const deliverables = delivered.map((said) => {
		const deliverable = read(said);
		if (!deliverable) throw new Unusable(`--deliverable ${noType(said)}`);
		return deliverable;
	});
	return { deliverables, blockers, nextActions };
}

function noType(said: string): string {
	return `${said} says no type: PATH:TYPE or PATH:TYPE:STATE`;
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
