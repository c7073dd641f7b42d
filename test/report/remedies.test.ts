import { describe, expect, it } from "vitest";
import type { Finding } from "#model/findings.ts";
import { reportFormats } from "#report/index.ts";
import { plainRemedy } from "#report/text.ts";
import { nastyReport, plain } from "./nasty.ts";

const finding: Finding = {
	rule: "results/status",
	messageId: "found",
	severity: "error",
	place: { kind: "file", path: "H-1.md" },
	handoff: null,
	message: "The document lies in no directory.",
	remedy: "Move it to `H-1/<id>_b.md` (`handoffs migrate` does so).",
	data: {},
	related: [],
	decides: "fail",
	fingerprint: "one",
};

async function printedAs(format: keyof typeof reportFormats): Promise<string> {
	const reporter = await reportFormats[format].load();
	return reporter({ ...nastyReport, findings: [finding] }, plain);
}

describe("code in a remedy", () => {
	it("is quoted where nothing is set apart by type", async () => {
		const words = 'To mend it: Move it to "H-1/<id>_b.md" ("handoffs migrate" does so).';
		expect(await printedAs("pretty")).toContain(words);
		expect(await printedAs("github")).toContain(words);
		for (const format of ["rdjson", "sarif"] as const)
			expect(await printedAs(format)).toContain(JSON.stringify(words).slice(1, -1));
		expect(await printedAs("junit")).toContain("(&#34;handoffs migrate&#34; does so)");
	});

	it("is code in Markdown, and no markup of it is obeyed", async () => {
		expect(await printedAs("markdown")).toContain(
			"Move it to <code>H-1/&lt;id&gt;\\_b.md</code> (<code>handoffs migrate</code> does so).",
		);
	});

	it("ends nowhere else than it began: a single mark stays as it is", () => {
		expect(plainRemedy("Rename `a` and b`.")).toBe('Rename "a" and b`.');
	});
});
