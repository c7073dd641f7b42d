import type { Archive, Handoff, Relation } from "#model/archive.ts";
import { builtBesides } from "#model/build-order.ts";
import { isActive } from "#model/findings.ts";
import { painter } from "#report/colour.ts";
import { counted, jsonText, printable } from "#report/text.ts";
import { type Command, exitCodes, Unusable } from "../command.ts";
import { handoffNamed, lookOptions, prepareLook } from "../lookup/looking.ts";
import { readArchive } from "../read-archive.ts";
import { styleOf } from "../reports.ts";

/** `handoffs show`: what the archive knows of one handoff. */
export const show: Command = {
	help: {
		summary: "Show a handoff, by its id or any name it goes by: documents, relations and findings.",
		positionals: "ID",
		most: 1,
		examples: ["show H-18B --archive docs/handoffs"],
		options: lookOptions,
	},
	run: async (given, effects) => {
		const [name] = given.positionals;
		if (name === undefined) throw new Unusable("which handoff? handoffs show H-18B");
		const { archive, source } = await readArchive(prepareLook(given, effects), effects);
		const { files, cwd } = effects;
		const fileOf = (path: string) => files.relative(cwd, source.locate(path));
		const handoff = await handoffNamed(name, archive);
		const known = knownOf(handoff, archive);
		const text = given.flag("json")
			? `${jsonText(known, "  ")}\n`
			: textOf(known, styleOf(effects.stdout, effects.env).colour, fileOf);
		await effects.stdout.write(text);
		return exitCodes.ok;
	},
};

/** Everything about one handoff, as --json prints it. */
function knownOf(handoff: Handoff, archive: Archive) {
	const paths = new Set(handoff.documents.map(({ path }) => path));
	return {
		handoff,
		...builtBesides(handoff, archive.handoffs),
		documents: archive.documents.filter(({ path }) => paths.has(path)),
		relations: archive.relations.filter(({ from, to }) => from === handoff.id || to === handoff.id),
		findings: archive.findings.filter((finding) => finding.handoff === handoff.id),
		verdicts: archive.verdicts.filter((verdict) => verdict.handoff === handoff.id),
		decisions: (archive.decisions ?? []).filter((decision) => decision.handoff === handoff.id),
	};
}

type Known = ReturnType<typeof knownOf>;
/** How to call a document of the archive where the command runs, so that its lines can be opened from the terminal. */
type FileOf = (path: string) => string;

function textOf(known: Known, colour: boolean, fileOf: FileOf): string {
	const { handoff, previous, next, documents, relations, findings, verdicts, decisions } = known;
	const paint = painter(colour);
	const facts: readonly (readonly [string, string])[] = [
		[
			"Status",
			handoff.status ?? (documents.some(({ kind }) => kind === "results") ? "not stated" : "open, without RESULTS"),
		],
		["Date", handoff.date ?? "not stated"],
		["Family", handoff.family],
		["Judged by", handoff.standard],
		["Packages", handoff.packages.join(", ") || "none planned"],
		["Also called", handoff.aliases.join(", ")],
		[
			"Build order",
			`${handoff.order} (${handoff.orderBasis}), after ${previous ?? "nothing"}, before ${next ?? "nothing"}`,
		],
	];
	const lines = [`${paint("bold", handoff.id)} ${printable(handoff.title)}`, ""];
	for (const [label, value] of facts)
		if (value !== "") lines.push(`  ${paint("dim", label.padEnd(12))} ${printable(value)}`);
	const section = (title: string, items: readonly string[]) => {
		if (items.length > 0) lines.push("", paint("bold", title), ...items.map((item) => `  ${item}`));
	};
	section(
		"Documents",
		documents.map(
			({ kind, path, title }) =>
				`${kind.padEnd(8)} ${paint("blue", printable(fileOf(path)))} ${printable(title ?? "")}`,
		),
	);
	section(
		"Relations",
		relations.filter(({ type }) => type !== "mentions").map((relation) => relationText(relation, handoff, fileOf)),
	);
	const open = findings.filter(isActive);
	section(
		"Findings",
		open.map(({ severity, message, rule, place }) => {
			const line = place.kind === "range" ? `:${place.range.start.line}` : "";
			return `${paint(severityColours[severity], severity.padEnd(7))} ${printable(`${fileOf(place.path)}${line} ${message}`)} ${paint("dim", rule)}`;
		}),
	);
	section(
		"Decisions",
		decisions.map(({ words, path, line, links }) => {
			const [first = ""] = words.split("\n");
			const fate = links
				.filter(({ effect }) => effect.endsWith("-by"))
				.map(({ effect, handoff: by }) => `${effect.replaceAll("-", " ")} ${by}`);
			const became = fate.length > 0 ? paint("yellow", ` (${printable([...new Set(fate)].join(", "))})`) : "";
			return `${paint("blue", printable(`${fileOf(path)}:${line}`))} ${printable(first)}${became}`;
		}),
	);
	const undecided = verdicts.filter(
		({ verdict }) => verdict === "needs-human" || verdict === "could-not-evaluate",
	).length;
	const passed = verdicts.filter(({ verdict }) => verdict === "pass").length;
	lines.push("", `${counted(passed, "rule")} passed, ${counted(open.length, "finding")}, ${undecided} not decided.`);
	return `${lines.join("\n")}\n`;
}

const severityColours = { error: "red", warning: "yellow", info: "blue" } as const;

function relationText({ from, to, type, state, source }: Relation, { id }: Handoff, fileOf: FileOf): string {
	const words = type.replaceAll("-", " ");
	const sentence = from === id ? `${words} ${to}` : `${from} ${words} ${id}`;
	return printable(`${sentence} (${state}${source ? `, ${fileOf(source.path)}:${source.line}` : ""})`);
}
