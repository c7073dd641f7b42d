import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { outlineOf } from "#extract/outline/outline.ts";
import { extractResults } from "#extract/results.ts";
import { parseMarkdown } from "#parse/markdown.ts";
import { standard } from "./results/documents.ts";

const corpus = "../shared/corpus/control-plane";
const scorer = "../shared/tools/score-truth.mjs";
const absent = !existsSync(corpus) || !existsSync(scorer);
if (absent) console.warn(`skipped: ${corpus} is not here, so there is no truth to compare with`);

interface Score {
	readonly right: number;
	readonly wrong: number;
	readonly invented: number;
	readonly all: number;
}

/** Agreement by group, as the comparison script prints it. */
function scores(): Map<string, Score> {
	const folder = mkdtempSync(join(tmpdir(), "handoffs-corpus-"));
	try {
		const file = join(folder, "export.json");
		writeFileSync(file, JSON.stringify({ documents: documents() }));
		const printed = execFileSync(process.execPath, [scorer, file, corpus], { encoding: "utf8" });
		return new Map(
			printed
				.split("\n")
				.slice(1)
				.filter(Boolean)
				.map((line) => {
					const [group = "", ...cells] = line.trim().split(/\s+/);
					const [right = 0, abstained = 0, missed = 0, wrong = 0, invented = 0] = cells.map(Number);
					return [group, { right, wrong, invented, all: right + abstained + missed + wrong + invented }];
				}),
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function documents(): unknown[] {
	const folder = join(corpus, "handoffs");
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".md"))
		.map((path) => {
			const parsed = parseMarkdown(path, readFileSync(join(folder, path)));
			const kind = kindOf(basename(path));
			const outline = outlineOf(parsed, kind === "other" ? [] : standard.sections[kind]);
			return {
				path,
				kind,
				sections: outline.flatMap(({ keys, line }) => keys.map((key) => ({ key, line }))),
				facts: kind === "results" ? extractResults(parsed, outline, standard) : {},
			};
		});
}

function kindOf(name: string): "results" | "prompt" | "spec" | "other" {
	if (name.startsWith("RESULTS_")) return "results";
	if (name.startsWith("AGENT_PROMPT_")) return "prompt";
	return name.endsWith("_STANDARD.md") ? "other" : "spec";
}

describe.skipIf(absent)("agreement with a careful reader", () => {
	const found = absent ? new Map<string, Score>() : scores();
	const groups = [...found].filter(([group]) => group.startsWith("results.") || group === "spec.sections");

	it("is at least 97 % over all facts of RESULTS documents and all section lines", () => {
		const right = groups.reduce((sum, [, score]) => sum + score.right, 0);
		const all = groups.reduce((sum, [, score]) => sum + score.all, 0);
		expect(groups.length).toBe(11);
		expect(right / all).toBeGreaterThanOrEqual(0.97);
	});

	it.each(groups)("is at least 90 %% in %s", (_, { right, all }) => {
		expect(right / all).toBeGreaterThanOrEqual(0.9);
	});

	it.each(["status", "tests", "regression", "baseline", "cleanRoom"])(
		"has nothing wrong or invented in %s",
		(group) => {
			expect(found.get(`results.${group}`)).toMatchObject({ wrong: 0, invented: 0 });
		},
	);
});
