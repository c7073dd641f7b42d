import type { Handoff } from "#model/archive.ts";
import type { Finding } from "#model/findings.ts";
import type { Debt, DebtAccount, Exceptions, WaiversFile } from "#model/waivers.ts";
import { applyDebt, debtTotal, grownDebt } from "./debt.ts";
import { applyWaivers } from "./waivers.ts";

/** What the gate lets be, by the files that say so. */
export interface ExceptionsInForce {
	/** Exceptions granted, and the day (ISO date) on which they are held against their expiry. */
	readonly waivers?: WaiversFile & { readonly today: string };
	/** Findings recorded before; `former` is an older state of the same file, over which it must not have grown. */
	readonly debt?: { readonly path: string; readonly recorded: Debt; readonly former?: Debt };
}

/** Excuses findings by waivers first, then by recorded debt. `binding` are the rules that nothing excuses. */
export function applyExceptions(
	findings: readonly Finding[],
	{ waivers, debt }: ExceptionsInForce,
	binding: ReadonlySet<string>,
	handoffs: readonly Pick<Handoff, "id">[],
): { readonly findings: readonly Finding[]; readonly exceptions: Exceptions } {
	const waived = waivers
		? applyWaivers(findings, waivers.list, { today: waivers.today, binding, handoffs })
		: { findings, accounts: [] };
	const left = debt ? applyDebt(waived.findings, debt.recorded, binding) : waived.findings;
	return {
		findings: left,
		exceptions: {
			...(waivers && {
				waivers: { today: waivers.today, problems: waivers.problems, accounts: waived.accounts },
			}),
			...(debt && { debt: accountOf(debt, left) }),
		},
	};
}

function accountOf(
	{ path, recorded, former }: NonNullable<ExceptionsInForce["debt"]>,
	findings: readonly Finding[],
): DebtAccount {
	const still = findings.filter(({ excused }) => excused?.by === "debt").length;
	return { path, shrunk: debtTotal(recorded) - still, grown: former ? grownDebt(former, recorded) : [] };
}
