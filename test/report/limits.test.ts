import { describe, expect, it } from "vitest";
import type { Finding, Severity } from "#model/findings.ts";
import { reportFormats } from "#report/index.ts";
import type { Report } from "#report/report.ts";
import { nastyReport, plain } from "./nasty.ts";

/** So many findings of a severity, in files of ten. */
function findings(severity: Severity, count: number, words = "Something is missing."): Finding[] {
	return Array.from({ length: count }, (_, index) => ({
		rule: "results/status",
		messageId: "found",
		severity,
		place: { kind: "file", path: `H-${Math.floor(index / 10)}/${severity}.md` },
		handoff: null,
		message: `${index}: ${words}`,
		remedy: "Write it.",
		data: {},
		related: [],
		decides: "fail",
		fingerprint: `${severity}-${index}`,
	}));
}

function of(list: readonly Finding[]): Report {
	return { ...nastyReport, findings: list };
}

describe("github", () => {
	it("annotates ten of each kind and says how many it leaves out", async () => {
		const github = await reportFormats.github.load();
		const text = github(of([...findings("error", 12), ...findings("warning", 10), ...findings("info", 31)]), plain);
		const lines = text.split("\n");
		for (const command of ["::error ", "::warning ", "::notice "])
			expect(lines.filter((line) => line.startsWith(command))).toHaveLength(10);
		expect(text).toContain("Without annotation: 2 of 12 errors, 21 of 31 infos.");
	});

	it("has one command per line, whose properties hold nothing that ends them", async () => {
		const github = await reportFormats.github.load();
		for (const line of github(nastyReport, plain).trimEnd().split("\n").slice(0, -1)) {
			const [, properties = "", data = ""] = /^::(?:error|warning|notice) (.*?)::(.*)$/.exec(line) ?? [];
			for (const property of properties.split(","))
				expect(property).toMatch(/^(file|line|endLine|col|endColumn|title)=[^:,]+$/);
			expect(`${properties}${data}`.replace(/%(25|0A|0D|3A|2C)/g, "")).not.toContain("%");
		}
	});
});

describe("markdown", () => {
	it("stays below what GitHub takes, and says how much it left out", async () => {
		const markdown = await reportFormats.markdown.load();
		const text = markdown(of(findings("error", 2000, "x".repeat(300))), plain);
		expect(text.length).toBeLessThan(65_000);
		expect(text.length).toBeGreaterThan(60_000);
		const shown = text.match(/^- ❌/gm)?.length ?? 0;
		expect(text).toContain(`**${2000 - shown} findings of 2000 findings left out**`);
		expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
	});

	it("leaves nothing out of a small report, and one endless finding out of any", async () => {
		const markdown = await reportFormats.markdown.load();
		expect(markdown(of(findings("warning", 30)), plain)).not.toContain("left out");
		expect(markdown(of(findings("error", 1, "@".repeat(70_000))), plain)).toContain(
			"**1 finding of 1 finding left out**",
		);
	});

	it("keeps the words of documents from being markup or mentions", async () => {
		const text = (await reportFormats.markdown.load())(nastyReport, plain);
		expect(text).not.toMatch(/@\w/);
		expect(text.replace(/<\/?(?:details|summary|code)>|<br>|<!-- -->/g, "")).not.toMatch(/[<>]/);
	});
});

describe("junit", () => {
	it("shows nothing as passed that was not decided", async () => {
		const text = (await reportFormats.junit.load())(nastyReport, plain);
		const cases = text.match(/<testcase [^>]*?(?:\/>|>[\s\S]*?<\/testcase>)/g) ?? [];
		const undecided = cases.filter((one) => /could not be evaluated|needs a human/.test(one));
		expect(undecided).toHaveLength(3);
		for (const one of undecided) expect(one).toMatch(/<(skipped|error) /);
	});

	it("makes an error that could not be decided an error", async () => {
		const [finding] = findings("error", 1);
		if (!finding) throw new Error("there is a finding");
		const text = (await reportFormats.junit.load())(of([{ ...finding, decides: "could-not-evaluate" }]), plain);
		expect(text).toContain('errors="1"');
		expect(text).toContain('<error message="0: Something is missing."');
	});
});

describe("rdjson", () => {
	it("counts columns in bytes", async () => {
		const [finding] = findings("error", 1);
		if (!finding) throw new Error("there is a finding");
		const range = { start: { line: 1, column: 4 }, end: { line: 1, column: 6 } };
		const placed: Finding = { ...finding, place: { kind: "range", path: "a.md", range }, excerpt: "é漢 ab" };
		const { diagnostics } = JSON.parse((await reportFormats.rdjson.load())(of([placed]), plain));
		expect(diagnostics[0].location.range).toEqual({ start: { line: 1, column: 7 }, end: { line: 1, column: 9 } });
	});
});

describe("pretty", () => {
	it("shows what is excused when it is asked for, and by whom", async () => {
		const pretty = await reportFormats.pretty.load();
		expect(pretty(nastyReport, plain)).not.toContain("recorded debt)");
		const text = pretty(nastyReport, { ...plain, excused: true });
		expect(text).toContain("error results/status (waived by ann <a@b.c> ]]> until 2027-01-01: old,␊by 100 %)");
		expect(text).toContain("warning results/status (recorded debt)");
	});
});
