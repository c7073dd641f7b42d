import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sampleArchive, samplePaths } from "#rules/samples/handoff.ts";
import { archivingCommands } from "#rules/shared/tar-commands.ts";
import { checkFiles } from "../archive.ts";

const { spec: path } = samplePaths;
const sample = sampleArchive()[path] ?? "";

/** Findings of the spec rules in one document, as "rule messageId". */
function found(text: string, name: string = path): string[] {
	return checkFiles({ [name]: text })
		.findings.filter(({ rule }) => rule.startsWith("spec/"))
		.map(({ rule, messageId }) => `${rule} ${messageId}`);
}

function verdict(text: string, rule: string): string | undefined {
	return checkFiles({ [path]: text }).verdicts.find((candidate) => candidate.rule === rule)?.verdict;
}

function edited(...edits: readonly (readonly [from: string, to: string])[]): string {
	return edits.reduce((text, [from, to]) => {
		expect(text).toContain(from);
		return text.replace(from, () => to);
	}, sample);
}

describe("a compliant spec", () => {
	it("passes every rule about its content", () => {
		expect(found(sample)).toEqual([]);
		const decided = checkFiles({ [path]: sample }).verdicts.filter(({ rule }) => rule.startsWith("spec/"));
		expect(decided.filter(({ verdict: word }) => word !== "pass")).toEqual([]);
	});
});

const plan = sample.slice(sample.indexOf("### PKG-GAUGE-001"), sample.indexOf("## 6. Test Plan"));
const manifest = `{
  "package_id": "PKG-GAUGE-001",
  "layer": 1,
  "spec_id": "SPEC-GAUGE-001",
  "framework_id": "FMWK-SENSE-001",
  "plane_id": "hot",
  "dependencies": ["PKG-CLOCK-001"],
  "assets": [
    { "path": "ignored" },
    "…",
    {
      "path": "reader.py",
      "classification": "library"
    },
    {
      "path": "tests/test_reader.py",
      "classification": "test"
    }
  ]
}`;

describe("package plans are read", () => {
	it.each([
		[
			"as a table of fields and one of assets",
			"### New Package\n\n| Field | Value |\n|---|---|\n| Package ID | `PKG-GAUGE-001` |\n| Layer | 1 |\n| spec_id | S |\n| framework_id | F |\n| plane_id | `hot` |\n| Dependencies | none |\n\n### Assets\n\n| Path | Classification |\n|---|---|\n| `reader.py` | library |\n\n",
		],
		["as a manifest in code", `\`\`\`json\n${manifest}\n\`\`\`\n\n`],
		[
			"as nested lists",
			"### PKG-GAUGE-001 (Layer 1)\n\n- **spec_id:** S, **framework_id:** F, **plane_id:** hot\n- **Assets:**\n  - `reader.py` — classification: library\n  - `tests/test_reader.py` (test)\n- **Dependencies:**\n  - PKG-CLOCK-001\n\n",
		],
		[
			"as a row for each package",
			"| Package | Layer | spec_id | framework_id | plane_id | Assets | Dependencies |\n|---|---|---|---|---|---|---|\n| PKG-GAUGE-001 | 1 | S | F | hot | `reader.py` (library) | none |\n\n",
		],
	])("%s", (_, text) => {
		expect(found(edited([plan, text]))).toEqual([]);
		const [record] = checkFiles({ [path]: edited([plan, text]) }).documents;
		expect(record?.plan?.packages).toMatchObject([{ id: "PKG-GAUGE-001", layer: "1", tier: "hot" }]);
		expect(record?.plan?.packages[0]?.assets[0]).toMatchObject({ path: "reader.py", classification: "library" });
	});

	it("and kept in the record with their files and tests", () => {
		const [record] = checkFiles({ [path]: sample }).documents;
		expect(record?.plan?.files).toEqual([
			{ path: "_staging/PKG-GAUGE-001/reader.py", action: "create", line: 81 },
			{ path: "_staging/PKG-GAUGE-001/tests/test_reader.py", action: "create", line: 82 },
			{ path: "_staging/PKG-GAUGE-001/manifest.json", action: "create", line: 83 },
		]);
		expect(record?.plan?.tests[0]).toEqual({ name: "test_latest_before_first_poll", line: 52 });
		expect(record?.plan?.tests).toHaveLength(10);
	});
});

describe("archives made with shell tar", () => {
	it.each([
		["tar czf a.tgz .", ["tar czf a.tgz ."]],
		["$ tar -cf a.tar dir", ["tar -cf a.tar dir"]],
		["sudo tar -C dir -c -z -f a.tgz .", ["tar -C dir -c -z -f a.tgz ."]],
		["tar --exclude=x --create --file a.tar .", ["tar --exclude=x --create --file a.tar ."]],
		["ls | tar -cvf - -T - | gzip > a.tgz", ["tar -cvf - -T -"]],
		["cd a && tar czf ../a.tgz $(ls) && cd -", ["tar czf ../a.tgz $(ls)"]],
		["X=1 gtar cJf a.txz b", ["gtar cJf a.txz b"]],
	])("%s", (line, commands) => expect(archivingCommands(line).map(({ command }) => command)).toEqual(commands));

	it.each([
		"tar xzf a.tgz -C dir",
		"tar -tzf a.tgz | head",
		"tar --extract --file c.tar",
		"# tar czf a.tgz .",
		'with tarfile.open("a.tgz", "w:gz") as tar:',
		"tar = tarfile.open(path)",
		"tar creates the archive",
		"echo tar czf",
		"star czf a .",
		"",
	])("not: %s", (line) => expect(archivingCommands(line)).toEqual([]));

	it("are found in lists, and not where a sentence or a prompt in code forbids them", () => {
		const tar = (text: string) => found(edited(["The reader owns the port.", text])).filter((id) => id.includes("tar"));
		expect(tar("1. Build: `tar czf a.tgz b`")).toHaveLength(1);
		expect(tar("Do not use `tar czf a.tgz .` here.")).toEqual([]);
		expect(tar("`tar czf a.tgz .` is forbidden.")).toEqual([]);
		expect(tar("```\nArchives: NEVER `tar czf a.tgz .`\n```")).toEqual([]);
	});
});

describe("placeholders", () => {
	const left = (text: string) =>
		found(edited(["The reader owns the port.", text])).filter((id) => id.includes("placeholder"));
	it.each([
		"Owner: [NAME]",
		"PKG-<NAME>-001",
		"Rate: TBD",
		"| A | B |\n|---|---|\n| x | TODO |",
		"[one-line summary]",
		"- **Limit:** [MAX_RETRIES] per hour",
	])("%s is one", (text) => expect(left(text)).toHaveLength(1));
	it.each([
		"- [ ] a\n- [x] b",
		"[OWNER](https://example.org)",
		"`[NAME]` and `<NAME>`",
		"```\n[NAME] TBD\n```",
		"No TODO comments are left.",
		"a list[str], a Map<K>",
		"[PASS] or [FAIL]",
		"see [1] and footnote[^A]",
		"<details>open</details>",
		"The word TODO list",
		"<!-- TODO: later -->",
	])("%s is none", (text) => expect(left(text)).toEqual([]));
});

describe("what cannot be decided is not passed", () => {
	it.each([
		["spec/test-minimum", "could-not-evaluate", [["| `test_", "| Check of `x_"]] as const, /(?<=\| )`test_\w+`/g],
		["spec/staging-root", "could-not-evaluate", [], /`_staging\/PKG-GAUGE-001\/(?:tests\/)?` \| C/g],
	] as const)("%s: %s", (rule, word, _, pattern) => {
		const text = sample.replace(pattern, (match) => (match.startsWith("`_") ? match.replace("_staging/", "") : "boot"));
		expect(verdict(text, rule)).toBe(word);
	});

	it("a test described in words needs a human", () => {
		const table = sample.slice(sample.indexOf("| Test | Validates"), sample.indexOf("## 7."));
		const list = Array.from({ length: 10 }, (_, index) => `- \`test_case_${index}\` — tide number ${index}`).join("\n");
		expect(verdict(edited([table, `${list}\n\n`]), "spec/test-plan")).toBe("needs-human");
	});

	it("a missing section is the business of the section rule alone", () => {
		const sections = sample.split(/(?=^## )/m);
		for (const [index, section] of sections.entries()) {
			if (index === 0 || section.startsWith("## 9.")) continue;
			const rest = sections.filter((_, other) => other !== index).join("");
			expect(new Set(found(rest).map((id) => id.split(" ")[0])), section.slice(0, 40)).toEqual(
				new Set(["spec/section-missing"]),
			);
		}
	});
});

const mutations: readonly (readonly [rule: string, mutate: (text: string) => string])[] = [
	["spec/mission", (text) => text.replace(/(?<=## 1\. Mission\n\n)[^\n]+/, "Something is built.")],
	["spec/constraints", (text) => text.replace(/\n6\. \*\*No file replacement[^\n]+/, "")],
	["spec/steps", (text) => section(text, "4", (body) => body.replace(/^(\d+)\. /gm, "- "))],
	["spec/package-plan", (text) => text.replace(/\n- \*\*plane_id:\*\*[^\n]+/, "")],
	["spec/references", (text) => text.replace("| What | Where | Why |", "| What | Where | Colour |")],
	["spec/verification", (text) => section(text, "8", (body) => body.replace(/```bash[\s\S]*?```/, "Run it."))],
	[
		"spec/files-summary",
		(text) => section(text, "9", (body) => body.replace(/\| (?:CREATE|MODIFY|DELETE) \|/, "| PONDER |")),
	],
	[
		"spec/principles",
		(text) => section(text, "10", (body) => body.replace(/^- .*\n/gm, "").replace(/$/, "\nBe good.\n")),
	],
	["spec/shell-tar", (text) => section(text, "8", (body) => body.replace("```bash\n", "```bash\ntar czf a.tgz .\n"))],
	["spec/placeholder", (text) => section(text, "3", (body) => `${body}\nOwner: [NAME OF OWNER]\n\n`)],
];

function section(text: string, number: string, change: (body: string) => string): string {
	return text
		.split(/(?=^## )/m)
		.map((part) => (part.startsWith(`## ${number}. `) ? change(part) : part))
		.join("");
}

describe("breaking one thing in a handoff of the example archive makes one rule fire", () => {
	const root = "content/handoffs";
	const specs = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
		name.endsWith("_BUILDER_HANDOFF.md"),
	);
	it.each(mutations)("%s", (rule, mutate) => {
		let caught = 0;
		for (const name of specs) {
			const text = readFileSync(`${root}/${name}`, "utf8");
			const broken = mutate(text);
			if (broken === text) continue;
			expect(new Set(found(broken, name).map((id) => id.split(" ")[0])), name).toEqual(new Set([rule]));
			caught += 1;
		}
		expect(caught).toBeGreaterThan(specs.length / 2);
	});
});
