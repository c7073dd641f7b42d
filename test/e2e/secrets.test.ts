import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { reportFormats } from "#report/index.ts";
import { sampleArchive, samplePaths } from "#rules/samples/handoff.ts";
import { filesOf } from "./site-files.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "handoffs-secrets-"));
const made = join(scratch, "made");

// Put together here, so that no scanner takes this file for a leak.
const of = (...parts: readonly string[]) => parts.join("");
const token = of("gh", "p_", "Kq7xV2mZ".repeat(4), "Tn5R");
const password = "Gr4velStrand9x";
const address = of("https", "://marta:", password, "@host.harbour.net/tides");
const keyLines = ["MIIEvQIBADANBgkqhkiG9w0BAQEFAASC", "Xw8rT1pLsUqYd0NfHbKcVzJmAeGiOtRx"];
const key = ["-----BEGIN PRIVATE KEY-----", ...keyLines, "-----END PRIVATE KEY-----"].join("\n");
/** What must be read nowhere: the parts that make a credential one, also where it is broken, encoded or lower-cased. */
const cores = [token.slice(8, 24), token.slice(-12), password, ...keyLines].flatMap((core) => [
	core,
	core.toLowerCase(),
	encodeURIComponent(core),
	Buffer.from(core).toString("base64").slice(2, -4),
]);

/** A handoff with credentials in every place that something is read out of or quoted from. */
const files: Readonly<Record<string, string>> = {
	...sampleArchive({
		spec: [
			["# H-1", `---\nauthor: ${token}\n---\n\n# H-1 ${token}`],
			["## 1. Mission\n", `## Mission\n\n<!-- ${token} -->\n\n[door](${address}) and <${address}>\n`],
			["| `reader.py` | library |", `| \`reader.py\` ${token} | library ${token} |`],
			["plane_id: hot", `plane_id: ${token}`],
			["## 10. Design Principles\n", `## 10. Design Principles\n\n${key}\n\n### ${token}\n`],
		],
		results: [
			["Status: PASS", `Status: PASS ${token}`],
			["- Total: 10 tests", `- Total: 10 tests with ${address}`],
			["agent: NONE", `agent: ${token}`],
			["- Install order: ", `- Install order: ${token} → `],
			["- Packages installed: 2\n- Total", `- Packages installed: about 2 ${token}\n- Total`],
		],
		prompt: [
			["**Specification:**", `\`\`\`bash\ncurl ${address} -H "Authorization: ${token}"\n\`\`\`\n\n**Specification:**`],
		],
	}),
	[`notes/${"ideas"}.md`]: `# Ideas\n\n\`${token}\`\n\nSee [H-1](../${samplePaths.spec}) and /home/marta/${token}/x.\n`,
};

function handoffs(...args: readonly string[]) {
	const { NODE_ENV: _, ...env } = process.env;
	const done = spawnSync(process.execPath, [main, ...args], {
		cwd: scratch,
		env: { ...env, GITHUB_STEP_SUMMARY: join(made, "summary.md") },
		encoding: "utf8",
		maxBuffer: 1 << 26,
	});
	writeFileSync(join(made, `${args[0]}-${args.length}.out`), done.stdout);
	writeFileSync(join(made, `${args[0]}-${args.length}.err`), done.stderr);
	return done;
}

beforeAll(() => {
	mkdirSync(made, { recursive: true });
	for (const [path, text] of Object.entries(files)) {
		const file = join(scratch, "archive", path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	writeFileSync(join(made, "summary.md"), "");
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it("a credential in a document is in no byte of what is made of it", () => {
	const formats = Object.keys(reportFormats).flatMap((name) => ["--format", `${name}:${join(made, `report.${name}`)}`]);
	const checked = handoffs("check", "archive", "--show-excused", "--todays-standard", ...formats);
	expect(checked.status, checked.stderr).toBe(1);
	expect(readFileSync(join(made, "report.compact"), "utf8").match(/publish\/secret/g)?.length).toBeGreaterThan(15);
	const built = handoffs("build", "archive", "--report-only", "--out", join(made, "site"));
	expect(built.status, built.stderr).toBe(0);
	expect(handoffs("export", "archive").status).toBe(0);
	const diff = handoffs("check", "archive", "--fix", "--dry-run");
	expect(diff.stdout).toContain("+## 1. Mission");
	expect(handoffs("baseline", "archive").stdout).toContain("records");
	writeFileSync(join(made, "debt.json"), readFileSync(join(scratch, "handoffs.debt.json")));

	const all = filesOf(made);
	expect(all.length).toBeGreaterThan(80);
	const leaks = all.flatMap((file) => {
		const bytes = readFileSync(join(made, file));
		// The search index is packed.
		const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("latin1");
		return cores.filter((core) => text.includes(core)).map((core) => `${file}: ${core.slice(0, 4)}…`);
	});
	expect(leaks).toEqual([]);
	const html = readFileSync(join(made, "site/handoffs/H-1/index.html"), "utf8");
	expect(html, "what is blotted out is seen to be").toContain("••••");
});
