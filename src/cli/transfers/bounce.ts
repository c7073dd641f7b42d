import { modeOf, type Protocol, phasesOf } from "#model/protocol.ts";
import { type Effects, type ExitCode, type ParsedArguments, Unusable } from "../command.ts";
import { answers } from "./asking.ts";
import { transferHome } from "./home.ts";
import { transferIn } from "./named.ts";
import type { Draft } from "./text.ts";
import { writeHandoff } from "./write.ts";

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
	return writeHandoff(draft, effects.files.resolve(path, ".."), home, given, effects);
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
