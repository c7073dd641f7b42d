import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dialog, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ArchiveSite, openArchiveSite } from "./archive-site.ts";
import { hostileFiles } from "./hostile-vectors.ts";
import { attribute, pagesOf } from "./site-files.ts";

const act = "window.__pwned=1;alert(1)";

/** The hostile documents in every role, and hostile words wherever a document gives a page its words. */
function hostileArchive(): Map<string, string | Uint8Array> {
	const archive = new Map<string, string | Uint8Array>();
	const roles = ["BUILDER_HANDOFF", "RESULTS", "AGENT_PROMPT"];
	for (const [index, { name, bytes }] of hostileFiles().entries()) {
		const id = `H-${1 + Math.floor(index / roles.length)}`;
		archive.set(`${id}/${id}_${roles[index % roles.length]}.md`, bytes);
		archive.set(`notes/${name}`, bytes);
	}
	archive.set(
		"H-9/H-9_BUILDER_HANDOFF.md",
		`---\ntitle: "</title><script>${act}</script>"\n---\n# H-9: \u202Edlot\u202C <img src=x onerror="${act}"> "><svg onload=${act}>\n\n## 1. Mission <script>${act}</script>\n\nBuild PKG-"><script>${act}</script>-001 and PKG-OIL-001.\n\n## Critical Constrain<svg/onload=${act}>\n\n1. {{constructor.constructor('${act}')()}}\n`,
	);
	archive.set(
		"H-9/H-9_RESULTS.md",
		`# Results: H-9 "><img src=x onerror=${act}>\n\n## Status: "><script>${act}</script>\n\n## Test Results\n- Total: <b onmouseover=${act}>12</b>\n\n## Full Regression Test\n- New failures introduced: javascript:${act}\n\n## Clean-Room Verification\n- Install order: PKG-A-001 → "><script>${act}</script>\n`,
	);
	archive.set(`notes/<img src=x onerror=${act.replace("/", "")}>.md`, "# A note with a hostile name\n\npwned note\n");
	return archive;
}

let site: ArchiveSite;

beforeAll(async () => {
	site = await openArchiveSite(hostileArchive());
	expect(site.output).toContain("The site is in");
});

afterAll(() => site?.close());

/** Opens pages one after the other and reports everything that hostile words could have made them do. */
async function deedsOn(
	paths: readonly string[],
	use: (page: Page) => Promise<void> = async () => {},
): Promise<readonly string[]> {
	return site.visit("404.html", {}, async (page) => {
		const deeds: string[] = [];
		const onDialog = (dialog: Dialog) => {
			deeds.push(`${page.url()}: dialog ${dialog.message()}`);
			void dialog.dismiss();
		};
		page.on("dialog", onDialog);
		for (const path of paths) {
			await page.goto(new URL(path, site.server.url).href);
			await use(page);
			if (await page.evaluate(() => "__pwned" in window)) deeds.push(`${path}: ran a document's script`);
		}
		page.off("dialog", onDialog);
		return deeds;
	});
}

describe("a site of hostile documents", () => {
	it("does nothing that a document asks for, on any page", async () => {
		// The pages of rules and standards hold nothing but the product's own words.
		const pages = pagesOf(site.folder)
			.map(({ file }) => file.replace(/index\.html$/, ""))
			.filter((path) => !/^(?:rules|standards)\/./.test(path));
		expect(pages.length).toBeGreaterThan(15);
		expect(await deedsOn(pages.map(encodeURI))).toEqual([]);
	});

	it.each(["pwned", "script alert", "onerror", "H-9", "javascript"])(
		"does nothing when hostile words are searched for: %s",
		async (words) => {
			let found = 0;
			const deeds = await deedsOn([`search/?q=${encodeURIComponent(words)}`], async (page) => {
				await page.waitForSelector("main a[href*='handoffs/'], main a[href*='documents/']");
				found = await page.locator("main mark, main a").count();
			});
			expect(found).toBeGreaterThan(0);
			expect(deeds).toEqual([]);
		},
	);

	it("reorders and hides nothing: such characters are written out, whatever a page takes them from", () => {
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
		const hidden = /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069]/;
		for (const { file, html } of pagesOf(site.folder)) expect(hidden.exec(html)?.index, file).toBeUndefined();
		expect(readFileSync(join(site.folder, "handoffs/H-9/index.html"), "utf8")).toContain("U+202Edlot");
		expect(readFileSync(join(site.folder, "search/catalog.json"), "utf8")).toContain("U+202Edlot");
	});

	it("carries the strict policy on every page, and no inline script, style or handler", () => {
		for (const { file, elements } of pagesOf(site.folder)) {
			const [policy] = elements.filter((element) => attribute(element, "http-equiv") === "Content-Security-Policy");
			expect(policy && attribute(policy, "content"), file).toMatch(/^default-src 'none';(?!.*unsafe-inline)/);
			for (const { tagName, attrs, childNodes } of elements) {
				if (tagName === "script") expect(childNodes, `${file}: inline script`).toEqual([]);
				expect(tagName, file).not.toBe("style");
				for (const { name, value } of attrs) {
					expect(name, `${file}: ${name}=${value}`).not.toMatch(/^on|^style$|^srcdoc$/);
					if (/^(?:href|src|action|formaction)$/.test(name))
						expect(value, file).not.toMatch(/^\s*(?:javascript|vbscript|data:text|file):/i);
				}
			}
		}
	});
});
