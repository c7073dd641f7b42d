import { debtOf, debtTotal } from "#check.ts";
import { type Finding, isActive } from "#model/findings.ts";
import { debtText } from "#report/debt-file.ts";
import { counted, printable } from "#report/text.ts";
import { type Command, type Effects, exitCodes } from "../command.ts";
import { readArchive } from "../read-archive.ts";
import { archiveOptions, prepareArchive } from "../settings.ts";

/** So many of the findings that were not recorded are named; `check` names them all. */
const mostNamed = 20;

/** `handoffs baseline`: records what an old archive breaks, so that the gate fails on what is new. */
export const baseline: Command = {
	help: {
		summary: "Record today's findings as debt, which check excuses from then on; later runs only ever shrink it.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		details:
			"Run it on the folders that check is run on. Where there is a debt file already, new findings are not added to it but named, and " +
			"the exit code is 1. Unreadable documents, duplicate ids and faults of waivers are never debt.",
		examples: ["baseline docs/handoffs"],
		options: {
			reset: { type: "boolean", help: "Write the debt file anew, new findings included." },
			...archiveOptions,
		},
	},
	run: async (given, effects) => {
		const ready = prepareArchive(given, effects, { withoutDebt: given.flag("reset"), writes: true });
		const { archive, source } = await readArchive(ready, effects);
		const { files, cwd, stdout } = effects;
		const before = ready.options.debt?.recorded;
		const binding = new Set(archive.rules.flatMap((rule) => (rule.binding ? [rule.id] : [])));
		const open = archive.findings.filter(isActive);
		const owed = before
			? archive.findings.filter(({ excused }) => excused?.by === "debt")
			: open.filter(({ rule }) => !binding.has(rule));
		const debt = debtOf(owed);
		files.writeText(ready.settings.debt.path, debtText(debt));
		const change = before ? `, ${debtTotal(before) - debtTotal(debt)} fewer than before` : "";
		const file = files.relative(cwd, ready.settings.debt.path);
		await stdout.write(`${file} records ${counted(owed.length, "finding")}${change}.\n`);
		const left = open.filter(({ severity, rule }) => severity === "error" && (before || binding.has(rule)));
		if (left.length === 0) return exitCodes.ok;
		await tellLeft(left, source.locate, binding, effects);
		return exitCodes.findings;
	},
};

async function tellLeft(
	left: readonly Finding[],
	locate: (path: string) => string,
	binding: ReadonlySet<string>,
	{ files, cwd, stderr }: Effects,
): Promise<void> {
	const lines = left.slice(0, mostNamed).map(({ place, rule, message }) => {
		const line = place.kind === "range" ? `:${place.range.start.line}` : "";
		const why = binding.has(rule) ? "never debt" : "new";
		return `  ${printable(files.relative(cwd, locate(place.path)) || ".")}${line}: ${printable(message)} [${rule}, ${why}]`;
	});
	if (left.length > mostNamed) lines.push(`  and ${left.length - mostNamed} more; handoffs check names them all`);
	const advice = left.some(({ rule }) => !binding.has(rule))
		? " Mend or waive them; --reset records new ones all the same."
		: "";
	await stderr.write(
		`Not recorded: ${counted(left.length, "error")}, on which check fails.${advice}\n${lines.join("\n")}\n`,
	);
}
