import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFiles } from "./rules/archive.ts";
import { unsaid } from "./rules/said.ts";

/** Small archives with contradictions between their documents, and what must be said of them. */
const folder = join(import.meta.dirname, "archives");
const cases = readdirSync(folder, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

/** The rules that hold claims against each other; what a document lacks is tested elsewhere. */
const contradictions = new Set([
	"provenance/chain",
	"results/all-passed",
	"results/counts-agree",
	"results/hash-twice",
	"results/hash-unchanged",
	"results/list-counts",
	"results/status-contradiction",
	"results/sums",
]);

function filesOf(name: string): Record<string, string> {
	const paths = readdirSync(join(folder, name)).filter((path) => path.endsWith(".md"));
	return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, name, path), "utf8")]));
}

describe("contradictions in small archives", () => {
	it.each(cases)("%s", async (name) => {
		const archive = checkFiles(filesOf(name));
		expect(unsaid(archive)).toEqual([]);
		const { findings } = archive;
		const lines = findings
			.filter(({ rule }) => rule.startsWith("baseline/") || contradictions.has(rule))
			.flatMap(({ rule, place, message, related }) => [
				`${place.path}:${place.kind === "range" ? place.range.start.line : 0} ${rule}: ${message}`,
				...related.map(
					(other) =>
						`    ${other.place.path}:${other.place.kind === "range" ? other.place.range.start.line : 0} ${other.message}`,
				),
			]);
		await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(folder, name, "report.txt"));
	});
});
