import { type Protocol, statusOf } from "#model/protocol.ts";
import type { Transfer } from "#model/transfers.ts";
import { because } from "#words/because.ts";
import type { Statement } from "../judging/outcome.ts";

type Status = NonNullable<Transfer["status"]>;
type Requirement = Protocol["statuses"][number]["requires"][number];

/** Whether the protocol asks for something of handoffs of a status (HP, Status Definitions). */
export function asksFor(protocol: Protocol, { value }: Status, requirement: Requirement): boolean {
	return statusOf(protocol, value)?.requires.includes(requirement) ?? false;
}

/** A rule about another status than the handoff's own does not apply to it. */
export function otherStatus({ value, place }: Status): Statement {
	return { verdict: "not-applicable", ...because("statusIs", { status: value }), place };
}
