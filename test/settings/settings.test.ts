import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ownStandardsFolder, readStandardTexts } from "#files/standards-folder.ts";
import { prepare, readSettings, type SettingsContext, type SettingsFiles, settingsSchema } from "#settings.ts";

const context: SettingsContext = {
	ruleIds: ["layout/parent", "layout/sequence", "spec/mission"],
	standardIds: ["builder-handoff-standard", "builder-handoff-standard-flat"],
	overrides: {},
	example: { archive: "/product/handoffs", workspace: "/product/workspace" },
	resolve: (path) => resolve("/team", path),
};

function read(text: string, overrides: SettingsContext["overrides"] = {}) {
	return readSettings({ path: "/team/handoffs.config.yaml", text }, { ...context, overrides });
}

function problems(text: string): string[] {
	const result = read(text);
	if (!("problems" in result)) throw new Error("these settings were accepted");
	return result.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function settings(text: string, overrides: SettingsContext["overrides"] = {}) {
	const result = read(text, overrides);
	if ("problems" in result) throw new Error(JSON.stringify(result.problems));
	return result.settings;
}

describe("defaults", () => {
	it("hold where there is no file: the example archive under the product's own standards", () => {
		expect(readSettings(null, context)).toEqual({
			settings: {
				file: null,
				title: "Handoff Archive",
				archive: ["/product/handoffs"],
				workspace: "/product/workspace",
				transfers: [],
				protocol: null,
				standards: null,
				site: null,
				base: "/",
				inForce: [],
				waves: [],
				out: "/team/dist",
				rules: {},
				rulesFor: [],
				waivers: { path: "/team/handoffs.waivers.yaml", name: "handoffs.waivers.yaml" },
				debt: { path: "/team/handoffs.debt.json", name: "handoffs.debt.json" },
				limits: { documentBytes: 5_000_000, transferBytes: 50_000_000, nesting: 100 },
				theme: { accentHue: 245, logo: null },
				pages: null,
				history: false,
				revisions: 0,
				predecessors: {},
				named: null,
				seals: { path: "/team/handoffs.seals.json", name: "handoffs.seals.json" },
				language: "en",
				words: null,
				editor: "auto",
				parser: "native",
			},
		});
	});

	it.each(["", "\n", "# nothing set yet\n", "\uFEFF# nothing\r\n"])("hold for a file that sets nothing: %j", (text) => {
		expect(settings(text).title).toBe("Handoff Archive");
	});

	it("take the example's validations with the example alone", () => {
		const example = { ...context.example, seals: "/product/seals.json" };
		const sealsOf = (text: string | null, overrides: SettingsContext["overrides"] = {}) => {
			const file = text === null ? null : { path: "/team/handoffs.config.yaml", text };
			const result = readSettings(file, { ...context, example, overrides });
			return "settings" in result && result.settings.seals.path;
		};
		expect(sealsOf(null)).toBe("/product/seals.json");
		expect(sealsOf(null, { archive: ["/team/handoffs"] })).toBe("/team/handoffs.seals.json");
		expect(sealsOf("title: Ours")).toBe("/product/seals.json");
		expect(sealsOf("archive: docs")).toBe("/team/handoffs.seals.json");
	});

	it("leave the example out where only transfers are named", () => {
		const { archive, workspace, transfers } = settings("transfers: handed");
		expect([archive, workspace, transfers.length]).toEqual([[], null, 1]);
	});

	it("fill up a group of settings that is set in part", () => {
		expect(settings("limits: { nesting: 7 }").limits).toEqual({
			documentBytes: 5_000_000,
			transferBytes: 50_000_000,
			nesting: 7,
		});
	});

	it("name no workspace for an archive of one's own", () => {
		expect(settings("archive: docs").workspace).toBeNull();
		expect(settings("title: Mine", { archive: ["/elsewhere"] })).toMatchObject({
			archive: ["/elsewhere"],
			workspace: null,
		});
	});
});

describe("values", () => {
	it("are paths relative to the file, one or several", () => {
		expect(settings("archive: docs\nworkspace: ../code\nout: public")).toMatchObject({
			archive: ["/team/docs"],
			workspace: "/code",
			out: "/team/public",
		});
		expect(settings("archive: [a, /b]").archive).toEqual(["/team/a", "/b"]);
	});

	it("give way to the command line", () => {
		expect(settings("archive: docs\nout: public", { archive: ["/x"], out: "/y" })).toMatchObject({
			archive: ["/x"],
			out: "/y",
		});
	});

	it("may name standards of the product by id, and folders", () => {
		expect(settings("standards: [ours, builder-handoff-standard]").standards).toEqual([
			"/team/ours",
			"builder-handoff-standard",
		]);
	});

	it("give the base path its slash", () => {
		expect(settings("base: /docs").base).toBe("/docs/");
	});
});

describe("what cannot be used is refused with its place", () => {
	it.each([
		["titel: x", ['1:1 unknown key "titel"; did you mean "title"?']],
		["title: x\nlimits:\n  nestign: 3", ['3:3 unknown key "nestign" in limits; did you mean "nesting"?']],
		["title: 7", ["1:8 title must be text, not 7; put it in quotes"]],
		["archive: 7", ["1:10 archive: must be a folder or a list of them"]],
		["archive: []", ["1:10 archive: must not be empty"]],
		['title: ""', ["1:8 title: must not be empty"]],
		["rules:\n  layout/parent: eror", ['2:18 rules.layout/parent is "eror"; did you mean "error"?']],
		["rules:\n  layout/paernt: error", ['2:3 there is no rule "layout/paernt"; did you mean "layout/parent"?']],
		["rules:\n  leyout/*: error", ['2:3 there is no rule "leyout/*"; did you mean "layout/*"?']],
		["site: example.org", ["1:7 site: must be an address that starts with https:// or http://"]],
		["base: docs", ['1:7 base: must start with "/"']],
		...["/a b/", "/ü/", "//example.org/", "/a//b/", "/a/../b/", "/./", "/a%20b/", "/a?b/", "/<b>/"].map(
			(base): [string, unknown[]] => [
				`base: "${base}"`,
				[expect.stringMatching(/^1:7 base: must be made of letters from a to z/)],
			],
		),
		["parser: marked", ['1:9 parser is "marked"; known: native, remark']],
		["limits: { documentBytes: -1 }", ["1:26 limits.documentBytes: must be above 0"]],
		["title: a\ntitle: b", ['2:1 the key "title" stands twice in the same mapping']],
		["title: [a", [expect.stringMatching(/^1:/)]],
		["- a", [expect.stringMatching(/^1:1 /)]],
	])("%j", (text, expected) => {
		expect(problems(text)).toEqual(expected);
	});
});

it("states of documents are shown of the example where no file is, and else as many as a file says", () => {
	const shown = (text: string | null, overrides: SettingsContext["overrides"] = {}) => {
		const file = text === null ? null : { path: "/team/handoffs.config.yaml", text };
		const read = readSettings(file, { ...context, overrides, example: { ...context.example, revisions: 4 } });
		return "settings" in read ? read.settings.revisions : null;
	};
	expect(shown(null)).toBe(4);
	expect(shown(null, { archive: ["/team/docs"] })).toBe(0);
	expect(shown("title: Ours")).toBe(0);
	expect(shown("revisions: 2")).toBe(2);
});

describe("standards", () => {
	const shipped = readStandardTexts();
	const base = "builder-handoff-standard";
	function prepared(config: string, files: Readonly<Record<string, string>> = {}) {
		const texts: Readonly<Record<string, string>> = { "/team/handoffs.config.yaml": config, ...files };
		const disk: SettingsFiles = {
			example: context.example,
			resolve,
			findUpwards: (name) => `/team/${name}`,
			isFile: (path) => texts[path] !== undefined,
			readText: (path) => ({ path, text: texts[path] ?? "" }),
			standardTexts: (path) => {
				if (path === undefined) return shipped;
				const found = Object.entries(files).filter(([file]) => file.startsWith(path));
				return { texts: found.map(([file, text]) => ({ path: file, text })), problems: [] };
			},
		};
		const result = prepare(disk, { cwd: "/team/deep/down", overrides: {}, ruleIds: [], today: "2026-06-15" });
		if ("problems" in result) throw new Error(JSON.stringify(result.problems, null, 1));
		return result.standards.map(({ id, title }) => ({ id, title }));
	}

	it("are all that come with the product where none is named, each in a file of its id's name", () => {
		const ids = prepared("").map(({ id }) => id);
		expect(ids).toContain(base);
		expect(shipped.texts.map(({ path }) => path)).toEqual(ids.map((id) => `${ownStandardsFolder}/${id}.yaml`));
	});

	it("are those of the list, in its order", () => {
		const own = `extends: ${base}\nid: ours\ntitle: Ours\n`;
		const files = { "/team/standards/ours.yaml": own };
		expect(prepared("standards: standards", files)).toEqual([{ id: "ours", title: "Ours" }]);
		expect(prepared(`standards: [${base}, standards]`, files).map(({ id }) => id)).toEqual([base, "ours"]);
	});

	it("of the team replace one of the product with the same id", () => {
		const full = shipped.texts.find(({ path }) => path.endsWith(`/${base}.yaml`))?.text ?? "";
		const files = { "/team/standards/a.yaml": full.replace(/^title: .*$/m, "title: Our version") };
		expect(prepared("standards: standards", files)).toEqual([{ id: base, title: "Our version" }]);
	});
});

it("documents every setting", () => {
	for (const [name, schema] of Object.entries(settingsSchema.shape)) expect(schema.description, name).toMatch(/[.:]/);
});

describe("severities for some handoffs", () => {
	it("are taken as they stand", () => {
		const rulesFor = [{ handoffs: ["H-1..H-9", "CLEANUP-1"], rules: { "spec/*": "warning" } }];
		expect(settings(JSON.stringify({ rulesFor })).rulesFor).toEqual(rulesFor);
	});

	it.each([
		[
			"- { handoffs: H-1, rules: { spec/misson: off } }",
			/^2:2\d there is no rule "spec\/misson"; did you mean "spec\/mission"\?$/,
		],
		["- { handoffs: H-9..H-1, rules: {} }", /^2:\d+ .*is no range/],
		["- { handoffs: H-1..CLEANUP-3, rules: {} }", /is no range/],
		["- { handoffs: H-1, rules: { spec/mission: fatal } }", /fatal|one of/],
		["- { handoff: H-1, rules: {} }", /unknown key "handoff"/],
	])("are refused where they make no sense: %s", (entry, message) => {
		expect(problems(`rulesFor:\n${entry}\n`).join("\n")).toMatch(message);
	});
});

describe("handoffs that settings name", () => {
	const text = [
		"archive: handoffs",
		"predecessors:",
		"  H-11a: 'H-10'",
		"  H-12: null",
		"waves:",
		"  - { name: W1, handoffs: [H-1..H-3, H-5], integration: INTEGRATION-1 }",
		"",
	].join("\n");

	it("have the places where they stand", () => {
		const places = settings(text).named?.names.map(({ setting, text: name, place }) => {
			const { start, end } = place.kind === "range" ? place.range : { start: null, end: null };
			return `${place.path}:${start?.line}:${start?.column}-${end?.column} ${setting} ${name}`;
		});
		expect(places).toEqual([
			"handoffs.config.yaml:3:3-8 predecessors H-11a",
			"handoffs.config.yaml:3:10-16 predecessors H-10",
			"handoffs.config.yaml:4:3-7 predecessors H-12",
			"handoffs.config.yaml:6:28-36 waves H-1..H-3",
			"handoffs.config.yaml:6:38-41 waves H-5",
			"handoffs.config.yaml:6:57-70 waves INTEGRATION-1",
		]);
	});

	it("are not held against another archive that the command line names", () => {
		expect(settings(text, { archive: ["/elsewhere"] }).named).toBeNull();
		expect(settings(text, { archive: ["/team/handoffs"] }).named?.names).toHaveLength(6);
		expect(settings("predecessors: { H-2: H-1 }", { archive: ["/elsewhere"] }).named?.names).toHaveLength(2);
	});

	it.each(["inForce", "waves"])("are ranges from a lower to a higher id: %s", (setting) => {
		const entry = { name: "W1", standard: "builder-handoff-standard", handoffs: "H-9..H-1" };
		const { name, standard, handoffs } = entry;
		const given = setting === "waves" ? { name, handoffs } : { standard, handoffs };
		expect(problems(JSON.stringify({ [setting]: [given] })).join("\n")).toMatch(/is no range/);
	});
});

it.each([
	[
		"predecessors: { H-2: H-2 }",
		"1:22 predecessors.H-2 names itself; name the handoff it started from, or null where there is none",
	],
	["predecessors: { H-2: 1 }", "1:22 predecessors.H-2 must be text, not 1; put it in quotes"],
	["limits: { nesting: '100' }", '1:20 limits.nesting must be a number, not "100"; take the quotes off'],
	["language: german", '1:11 language: must be a language tag such as "en" or "de-AT"'],
])("says what to write instead: %s", (text, message) => {
	expect(problems(text)).toEqual([message]);
});

it.each(["en", "de-AT", "gsw", "zh-Hant-TW", "pt-BR"])("takes the language %s", (language) => {
	expect(settings(`language: ${language}`).language).toBe(language);
});
