import { describe, expect, it } from "vitest";
import { mayHoldSecret } from "#extract/secrets.ts";
import { loadSecretRules } from "#files/load-secret-rules.ts";
import { checkFiles } from "./archive.ts";

// Put together here, so that no scanner takes this file for a leak.
const of = (...parts: readonly string[]) => parts.join("");
const secrets: readonly (readonly [service: string, secret: string])[] = [
	["aws", of("AWS_SECRET_ACCESS_", "KEY", " ".repeat(8), "=> ", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzqPLMKEYab")],
	["aws", of("aws_secret_access_", "key = ", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzqPLMKEYab")],
	["npm", of("npm", "_", "aB3d".repeat(9))],
	["basicauth", of("https", "://marta:", "Gr4vel9x@host.harbour.net")],
	["slack", of("xox", "b-123456789012-123456789012-abcDEF123")],
	["github", of("gh", "p_", "aB3d".repeat(9))],
	["gitlab", of("glp", "at-", "a1B2c".repeat(5))],
	["anthropic", of("sk-", "ant-api03-", "aB3_".repeat(23), "AA")],
	["openai", of("sk-", "aB3d".repeat(5), "T3Blbk", "FJ", "aB3d".repeat(5))],
	["database-connection-string", of("postgres", "://marta:", "Gr4vel9x@db.harbour.net/tides")],
	["stripe", of("sk_", "live_", "aB3d".repeat(7))],
	["sendgrid", of("S", "G.", "aB3d".repeat(5), "ab.", "aB3d".repeat(10), "abc")],
	["huggingface", of("h", "f_", "aBcd".repeat(8), "ab")],
	["groq", of("gs", "k_", "aB3d".repeat(13))],
	["linear", of("lin_", "api_", "aB3d".repeat(10))],
	["notion", of("nt", "n_", "12345678901", "aB3d5".repeat(7))],
	["shopify", of("shp", "at_", "aB3d".repeat(8))],
	["grafana", of("gl", "sa_", "aB3d".repeat(8), "_12ab34cd")],
	["hashicorp-vault", of("hv", "s.", "aB3d".repeat(24))],
	["vercel", of("vc", "p_", "aB3d".repeat(6))],
	["databricks", of("da", "pi", "a1b2c3d4".repeat(4))],
	["docker", of("dckr", "_pat_", "aB3d".repeat(6), "abc")],
	["figma", of("fi", "gd_", "aB3d".repeat(10))],
	["cloudflare", of("cf", "ut_", "aB3d".repeat(10), "12ab34cd")],
	["tailscale", of("ts", "key-", "auth-", "aB3d".repeat(3), "-", "aB3d".repeat(6))],
];

describe("publish/secret", () => {
	it("has the rules of the linter", () => {
		expect(loadSecretRules()?.length).toBeGreaterThan(20);
	});

	it.each(secrets)("finds what %s gives out, and shows it nowhere", (service, secret) => {
		const path = "H-1/H-1_RESULTS.md";
		const text = `# Results: H-1 ${secret}\n\n## Notes ${secret}\n\n- See /home/marta/x ${secret} and\n  ${secret}\n`;
		const seen: string[] = [];
		const archive = checkFiles(
			{ [path]: text },
			{ onDocument: ({ source, tree }) => seen.push(source.text, JSON.stringify(tree)) },
		);
		const found = archive.findings.filter(({ rule }) => rule === "publish/secret");
		expect(found.map(({ place }) => (place.kind === "range" ? place.range.start.line : 0))).toEqual([1, 3, 5, 6]);
		expect(found.map(({ data }) => data.service)).toEqual([service, service, service, service]);
		const core = secret.slice(-16);
		expect(JSON.stringify(archive)).not.toContain(core);
		expect(seen.join()).not.toContain(core);
		expect(seen[0], "every other character keeps its place").toHaveLength(text.length);
	});

	it.each([
		["a long key", "", 12],
		["a short key", "", 1],
		["a key in a quotation", "> ", 4],
	])("finds %s as a whole", (_title, quote, rows) => {
		const body = of("MC4CAQAwBQYDK2VwBCIEIJ", "aB3d".repeat(10));
		const key = [of("-----BEGIN ", "PRIVATE KEY-----"), ...Array(rows).fill(body), of("-----END ", "PRIVATE KEY-----")];
		const text = `# Results: H-1\n\n${key.map((line) => quote + line).join("\n")}\n`;
		const archive = checkFiles(
			{ "H-1/H-1_RESULTS.md": text },
			{ onDocument: ({ source }) => expect(source.text).not.toContain("MC4C") },
		);
		expect(archive.findings.filter(({ rule }) => rule === "publish/secret").map(({ data }) => data.service)).toEqual([
			"privatekey",
		]);
	});

	it("lets no comment in a document pardon a credential", () => {
		const [, [, token] = ["", ""]] = [0, secrets[5]];
		const { findings } = checkFiles({
			"H-1/H-1_RESULTS.md": `<!-- secretlint-disable -->\n\n# Results: H-1\n\n${token}\n`,
		});
		expect(findings.map(({ rule }) => rule)).toContain("publish/secret");
	});

	it.each([
		`sha256:${"a1".repeat(32)}`,
		"`task-force`, `risk-based`, `disk-`",
		"key: value, https://harbour.net/a:b",
		"The gateway takes sk_ and hf_ names",
	])("does not look twice at %s", (text) => {
		expect(mayHoldSecret(text)).toBe(false);
	});
});
