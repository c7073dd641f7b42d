import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { componentsOf } from "#relate/handoffs/components.ts";
import { codeFile, codeFiles, matches, packageOf, roomOf, root, targetOf } from "./house/imports.ts";
import { rooms, ruleOf } from "./house/rooms.ts";

const files = [...codeFiles("src"), ...codeFiles("integrations")];

describe("every file", () => {
	it("lies in a known room", () => {
		const homeless = files.filter(({ path }) => !Object.hasOwn(rooms, roomOf(path) ?? "")).map(({ path }) => path);
		expect(homeless, "give the file a room, or add the room to test/house/rooms.ts with what it may import").toEqual(
			[],
		);
	});

	it("has at most 300 lines; over 250 is worth a look", () => {
		const code = files.filter(({ path }) => !path.endsWith(".css"));
		const lines = code.map(({ path, code }) => ({ path, lines: code.split("\n").length }));
		const long = lines.filter((file) => file.lines > 250).map((file) => `${file.path}: ${file.lines} lines`);
		if (long.length > 0) console.warn(`Long files:\n${long.join("\n")}`);
		const tooLong = lines.filter((file) => file.lines > 300).map(({ path }) => path);
		expect(tooLong, "split the file where its subjects part").toEqual([]);
	});
});

it("every function and class that is exported says what it is for", () => {
	const isDeclared = /^export (?:(?:async )?(?:function\*?|class) (?!(?:GET|getStaticPaths)\b)|const \w+ = oncePer\()/;
	const silent = files
		.filter(({ path }) => path.endsWith(".ts"))
		.flatMap(({ path }) => {
			const lines = readFileSync(join(root, path), "utf8").split("\n");
			return lines.flatMap((line, index) =>
				isDeclared.test(line) && !lines[index - 1]?.endsWith("*/") ? `${path}:${index + 1}` : [],
			);
		});
	expect(
		silent,
		"write above it what it takes, returns and throws, as far as its name and types do not say it",
	).toEqual([]);
});

describe.each(Object.entries(rooms))("room %s", (name, room) => {
	const own = files.filter(({ path }) => roomOf(path) === name);

	it("imports only what the table allows", () => {
		const faults: string[] = [];
		for (const { path, imports } of own)
			for (const { specifier, line, isLazy } of imports) {
				const fault = faultOf(path, specifier, isLazy);
				if (fault) faults.push(`${path}:${line} imports "${specifier}": ${fault}`);
			}
		expect(faults).toEqual([]);
	});

	it("holds nothing that it must not hold", () => {
		const faults = own.flatMap(({ path, code }) =>
			(room.never ?? []).flatMap(({ pattern, because, except = {} }) => {
				if (Object.hasOwn(except, path)) return [];
				const line = code.split("\n").findIndex((text) => pattern.test(text)) + 1;
				return line > 0 ? [`${path}:${line} ${because}`] : [];
			}),
		);
		expect(faults).toEqual([]);
	});

	function faultOf(path: string, specifier: string, isLazy: boolean): string | null {
		const target = targetOf(path, specifier);
		if (target === null) {
			if (matches(packageOf(specifier), room.packages) || matches(specifier, room.packages)) return null;
			if (!matches(packageOf(specifier), room.lazy ?? []))
				return `${name} may import the packages ${room.packages.join(", ") || "(none)"}`;
			return isLazy ? null : "import it inside the function that needs it";
		}
		const other = roomOf(target);
		if (other === name) return specifier.startsWith("#") && name !== "integrations" ? "inside a room, import ./" : null;
		if (other === null) return "it lies outside src and integrations";
		if (other !== "integrations" && !specifier.startsWith("#") && !room.beside?.includes(other))
			return `into another room, import #${target.slice("src/".length)}`;
		const door = room.doors?.[other];
		if (door && !door.includes(target.split("/").slice(2).join("/")))
			return `of ${other}, ${name} may import only ${door.join(", ")}`;
		if (room.rooms.includes(other)) return null;
		if (!room.lazy?.includes(other)) return `${name} may import the rooms ${room.rooms.join(", ") || "(none)"}`;
		return isLazy ? null : "import it inside the function that needs it";
	}
});

it("a rule imports no other rule", () => {
	const faults = files.flatMap(({ path, imports }) =>
		imports
			.filter(({ specifier }) => ruleOf(path) !== null && ruleOf(targetOf(path, specifier) ?? "") !== null)
			.map(({ specifier, line }) => `${path}:${line} imports "${specifier}"`),
	);
	expect(faults, "what two rules share belongs in a file of src/rules/shared").toEqual([]);
});

it("a command imports no other command", () => {
	const isCommand = (path: string | null) => path?.startsWith("src/cli/commands/") && !path.endsWith("/index.ts");
	const faults = files.flatMap(({ path, imports }) =>
		imports
			.filter(({ specifier }) => isCommand(path) && isCommand(targetOf(path, specifier)))
			.map(({ specifier, line }) => `${path}:${line} imports "${specifier}"`),
	);
	expect(faults, "what two commands share belongs beside src/cli/commands").toEqual([]);
});

it("of the command line, only src/cli/process and what starts it know the process", () => {
	const knowing = codeFiles("src/cli").filter(({ path, code }) => path.endsWith(".ts") && /\bprocess\s*\./.test(code));
	const others = knowing.map(({ path }) => path).filter((path) => !/^src\/cli\/(?:process\/|main\.ts$)/.test(path));
	expect(others, "take it from the effects, so that tests can pass others").toEqual([]);
});

it("rooms import each other in no circle", () => {
	const edges = Map.groupBy(
		files.flatMap(({ path, imports }) => {
			const from = roomOf(path) ?? "";
			return imports.flatMap(({ specifier }) => {
				const target = targetOf(path, specifier);
				const to = target === null ? null : roomOf(target);
				return to === null || to === from ? [] : [{ from, to }];
			});
		}),
		({ from }) => from,
	);
	const circles = componentsOf(Object.keys(rooms), (room) => (edges.get(room) ?? []).map(({ to }) => to)).filter(
		({ length }) => length > 1,
	);
	expect(circles, "of the rooms in a circle, one must take what it needs as an argument").toEqual([]);
});

it("folders of a room import each other in no circle", () => {
	const folderOf = (path: string) => path.split("/").slice(0, 3).join("/");
	const isInFolder = (path: string) => path.startsWith("src/") && path.split("/").length > 3;
	const edges = Map.groupBy(
		files.flatMap(({ path, imports }) =>
			imports.flatMap(({ specifier }) => {
				const target = targetOf(path, specifier);
				return target === null || ![path, target].every(isInFolder)
					? []
					: [{ from: folderOf(path), to: folderOf(target) }];
			}),
		),
		({ from }) => from,
	);
	const circles = componentsOf([...edges.keys()], (folder) => (edges.get(folder) ?? []).map(({ to }) => to));
	expect(
		circles.filter(({ length }) => length > 1),
		"what two folders share belongs into one of them, or beside both",
	).toEqual([]);
});

it("files import each other in no circle", () => {
	const targets = new Map(
		files.map(({ path, imports }) => [
			path,
			imports.filter(({ isLazy }) => !isLazy).flatMap(({ specifier }) => targetOf(path, specifier) ?? []),
		]),
	);
	const circles = componentsOf([...targets.keys()], (path) => targets.get(path) ?? []).filter(
		({ length }) => length > 1,
	);
	expect(circles, "give what they share a file of its own").toEqual([]);
});

/** Dependencies that no code imports, and what they are for. */
const unimported: Readonly<Record<string, string>> = {
	"@secretlint/secretlint-rule-preset-recommend":
		"src/files/load-secret-rules.ts requires it when a document may hold a credential",
	"@astrojs/check": "npm run types",
	"@biomejs/biome": "npm run lint",
	"@types/d3-scale": "types of d3-scale",
	"@types/hast": "types of the hast tree",
	"@types/mdast": "types of the mdast tree",
	"@types/node": "types of Node",
	knip: "npm run lint",
	node: "puts the Node that Astro needs on the path of npm scripts",
	typescript: "npm run types, through @astrojs/check",
};

describe("package.json", () => {
	const manifest: { dependencies?: Record<string, string>; devDependencies?: Record<string, string> } = JSON.parse(
		readFileSync(join(root, "package.json"), "utf8"),
	);
	const declared = { ...manifest.dependencies, ...manifest.devDependencies };
	const configurations = ["astro.config.mjs", "vitest.config.ts"].map((path) =>
		codeFile(path, readFileSync(join(root, path), "utf8")),
	);
	const everywhere = [
		...files,
		...codeFiles("test"),
		...codeFiles("bench"),
		...codeFiles("content"),
		...configurations,
	];

	it("declares nothing that is not used", () => {
		const imported = new Set(everywhere.flatMap(({ imports }) => imports.map(({ specifier }) => packageOf(specifier))));
		const mentioned = everywhere.map(({ code }) => code).join("\n");
		const unused = Object.keys(declared).filter(
			(name) => !imported.has(name) && !Object.hasOwn(unimported, name) && !mentioned.includes(`"${name}/`),
		);
		expect(unused, "remove the dependency, or say in test/house.test.ts what it is for").toEqual([]);
	});

	it("pins every version exactly", () => {
		const loose = Object.entries(declared).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
		expect(loose, "write the exact version: npm install --save-exact").toEqual([]);
	});
});

it("the scan sees every way to import", () => {
	const seen = codeFile(
		"src/model/example.ts",
		[
			'import type { A } from "./a.ts";',
			"import {",
			"\tB,",
			'} from "#parse/b.ts";',
			'export * from "./c.ts";',
			'import "./d.css";',
			'const e = await import("astro");',
			'// import "./comment.ts";',
		].join("\n"),
	).imports.map(({ specifier, isLazy }) => `${specifier}${isLazy ? " lazily" : ""}`);
	expect(seen.sort()).toEqual(["#parse/b.ts", "./a.ts", "./c.ts", "./d.css", "astro lazily"].sort());
});
