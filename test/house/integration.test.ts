import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { componentsOf } from "#relate/handoffs/components.ts";
import { codeFiles, targetOf } from "./imports.ts";
import { integration, parts } from "./integration.ts";

const files = codeFiles(integration);

/** The folder that a file of the integration is in; null for its doors, undefined for a file elsewhere. */
function partOf(path: string): string | null | undefined {
	const below = posix.relative(integration, path);
	if (below.startsWith("..")) return undefined;
	return below.includes("/") ? (below.split("/")[0] ?? null) : null;
}

const crossings = files.flatMap(({ path, imports }) =>
	imports.flatMap(({ specifier, line }) => {
		const target = targetOf(path, specifier);
		const to = target === null ? undefined : partOf(target);
		return to === undefined || to === partOf(path) ? [] : [{ from: partOf(path) ?? null, to, path, line }];
	}),
);

describe("the folders of the integration", () => {
	it("are those of the table", () => {
		const found = new Set(files.flatMap(({ path }) => partOf(path) ?? []));
		expect([...found].sort(), "name a new folder in test/house/integration.ts").toEqual(Object.keys(parts).sort());
	});

	it("import only what the table allows", () => {
		const faults = crossings
			.filter(({ from, to }) => from !== null && (to === null || !parts[from]?.imports.includes(to)))
			.map(({ path, line, from, to }) => `${path}:${line} ${from} imports ${to ?? "a door"}`);
		expect(faults).toEqual([]);
	});

	it("need all that the table allows", () => {
		const used = new Set(crossings.map(({ from, to }) => `${from} ${to}`));
		const unused = Object.entries(parts).flatMap(([from, { imports }]) =>
			imports.filter((to) => !used.has(`${from} ${to}`)).map((to) => `${from} imports nothing of ${to}`),
		);
		expect(unused, "take it out of test/house/integration.ts").toEqual([]);
	});

	it("import each other in no circle", () => {
		const circles = componentsOf(Object.keys(parts), (part) => [...(parts[part]?.imports ?? [])]);
		expect(circles.filter(({ length }) => length > 1)).toEqual([]);
	});

	it("are each small enough to be seen at once", () => {
		const counts = Map.groupBy(files, ({ path }) => posix.dirname(path));
		const crowded = [...counts].filter(([, inside]) => inside.length > 16).map(([folder]) => folder);
		expect(crowded, "find the rooms in the folder").toEqual([]);
	});
});
