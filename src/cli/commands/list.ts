import { painter } from "#report/colour.ts";
import { jsonText, printable } from "#report/text.ts";
import type { CatalogHandoff } from "#search/catalog.ts";
import { type Command, exitCodes } from "../command.ts";
import {
	catalogInTerminal,
	filterOptions,
	filtersOf,
	isMeant,
	lookOptions,
	sortOf,
	withoutRules,
} from "../lookup/looking.ts";
import { readArchive } from "../read-archive.ts";
import { styleOf } from "../reports.ts";
import { prepareArchive } from "../settings.ts";

/** `handoffs list`: the handoffs of an archive, narrowed by what they are. */
export const list: Command = {
	help: {
		summary: "List handoffs by status, family, package, tier, standard, month or verdict.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		examples: ["list docs/handoffs --status PARTIAL --status FAIL"],
		options: {
			...lookOptions,
			...filterOptions,
			verdict: {
				type: "string",
				value: "VERDICT",
				multiple: true,
				help: "Only handoffs with a rule so decided: fail, warning, note, needs-human, could-not-evaluate, waived; pass: none of these.",
			},
		},
	},
	run: async (given, effects) => {
		const sort = sortOf(given, "order");
		const ready = prepareArchive(given, effects);
		const { archive } = await readArchive(given.values("verdict").length > 0 ? ready : withoutRules(ready), effects);
		const { catalog } = catalogInTerminal(archive);
		const filters = filtersOf(given, catalog, ready.options.standards);
		const handoffs = inOrder(
			catalog.handoffs.filter((handoff) => isMeant(handoff, filters)),
			sort,
		);
		if (given.flag("json")) {
			const byId = new Map(archive.handoffs.map((handoff) => [handoff.id, handoff]));
			await effects.stdout.write(
				`${jsonText(
					handoffs.map(({ id }) => byId.get(id)),
					"  ",
				)}\n`,
			);
			return exitCodes.ok;
		}
		const paint = painter(styleOf(effects.stdout, effects.env).colour);
		const width = Math.max(0, ...handoffs.map(({ id }) => id.length));
		const lines = handoffs.map(({ id, title, date, facets }) =>
			[
				paint("bold", id.padEnd(width)),
				(facets.status?.[0] ?? "").padEnd(10),
				(date ?? "").padEnd(10),
				printable(title),
			].join("  "),
		);
		await effects.stdout.write(lines.length === 0 ? "No handoff matches.\n" : `${lines.join("\n")}\n`);
		return exitCodes.ok;
	},
};

function inOrder(handoffs: readonly CatalogHandoff[], sort: string): readonly CatalogHandoff[] {
	if (sort !== "newest" && sort !== "oldest") return handoffs;
	const direction = sort === "newest" ? -1 : 1;
	// Without a date: last, in both orders.
	return [...handoffs].sort((a, b) => {
		if (a.date === b.date) return (a.order - b.order) * direction;
		if (a.date === null || b.date === null) return a.date === null ? 1 : -1;
		return a.date < b.date ? -direction : direction;
	});
}
