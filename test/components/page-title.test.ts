import { describe, expect, it } from "vitest";
import { pageTitle } from "../../src/components/frame/page-title.ts";

describe("the title of a page", () => {
	it("is followed by the archive's where there is room", () => {
		expect(pageTitle("Handoffs", "Ledger")).toBe("Handoffs · Ledger");
		expect(pageTitle("Ledger", "Ledger")).toBe("Ledger");
		const long = `H-1 ${"word ".repeat(12)}end`;
		expect(pageTitle(long, "Ledger")).toBe(long);
	});

	it("ends after a word where it is too long itself", () => {
		const title = "H-9A: PKG-ANTHROPIC-PROVIDER-001 — Rewrite of everything to the provider's own development kit";
		const made = pageTitle(title, "Ledger");
		expect(made).toBe("H-9A: PKG-ANTHROPIC-PROVIDER-001 — Rewrite of everything to the…");
		expect(made.length).toBeLessThanOrEqual(70);
	});

	it("ends somewhere where it is one word, and never within a character", () => {
		const made = pageTitle("🜁".repeat(80), "Ledger");
		expect(made.length).toBeLessThanOrEqual(70);
		expect(made).toMatch(/^🜁+…$/u);
	});

	it("counts characters as HTML writes them", () => {
		expect(pageTitle("<a> & <b> ".repeat(6).trim(), "Ledger")).toMatch(/^<a> & <b> .*…$/);
	});
});
