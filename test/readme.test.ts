import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { ruleMetadata } from "#check.ts";
import { commands } from "#cli/commands/index.ts";
import { reportFormats } from "#report/index.ts";
import { settingsSchema } from "#settings.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

async function commandTable(): Promise<string> {
	const rows: string[][] = [];
	for (const [name, load] of Object.entries(commands)) {
		const { positionals, summary } = (await load()).help;
		rows.push([`\`${name}${positionals ? ` ${positionals}` : ""}\``, summary]);
	}
	return table(["command", "what it does"], rows);
}

function formatTable(): string {
	return table(
		["format", "for whom"],
		Object.entries(reportFormats).map(([name, { summary }]) => [`\`${name}\``, summary]),
	);
}

/** The rows of a mapping's settings; a nested mapping's follow it. */
function settingRows(schema: z.ZodObject, prefix = ""): string[][] {
	return Object.entries(schema.shape).flatMap(([name, setting]) => {
		const inner = z.toJSONSchema(setting, { io: "input" });
		const value = inner.default === undefined || inner.properties ? "" : `\`${JSON.stringify(inner.default)}\``;
		const row = [`\`${prefix}${name}\``, value, setting.description ?? ""];
		const nested = setting instanceof z.ZodPrefault ? setting.unwrap() : setting;
		return nested instanceof z.ZodObject ? [row, ...settingRows(nested, `${prefix}${name}.`)] : [row];
	});
}

function ruleTable(): string {
	return table(
		["rule", "source", "default", "requires"],
		ruleMetadata.map(({ id, source, severity, requires }) => [
			`\`${id}\``,
			`${source.standard}, ${source.section}`,
			severity,
			requires,
		]),
	);
}

it("holds the tables that follow from the code (vitest -u writes them)", async () => {
	const parts: Readonly<Record<string, string>> = {
		commands: await commandTable(),
		formats: formatTable(),
		settings: table(["setting", "default", "meaning"], settingRows(settingsSchema)),
		rules: ruleTable(),
	};
	let text = readme;
	for (const [name, part] of Object.entries(parts)) {
		const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
		const [before, rest] = text.split(start);
		const [, after] = (rest ?? "").split(end);
		if (before === undefined || after === undefined) throw new Error(`README.md lacks the markers of "${name}"`);
		text = `${before}${start}${part}\n${end}${after}`;
	}
	await expect(text).toMatchFileSnapshot("../README.md");
});
