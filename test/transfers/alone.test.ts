import { expect, it } from "vitest";
import { failed, reportOf } from "#report/index.ts";
import { summaryLine } from "#report/report.ts";
import { sampleLog, sampleTransfer } from "#rules/samples/transfers.ts";
import { checkFiles } from "../rules/archive.ts";

const report = (files: Readonly<Record<string, string>>, transfersOnly = true) => {
	const { workspace } = sampleTransfer();
	const archive = checkFiles(files, { transfersOnly }, { workspace });
	return { archive, line: summaryLine(reportOf(archive, { fileOf: (path) => path })) };
};

it("an archive of transfers alone is judged by them", () => {
	const { archive, line } = report({ ...sampleTransfer().files, ...sampleLog().files });
	expect(archive.findings.filter(({ severity }) => severity === "error")).toEqual([]);
	expect(failed(archive)).toBe(false);
	expect(line).toMatch(/^1 transfer, \d+ log entr(?:y|ies), \d+ rules\. 0 errors/);
});

it("one without any is an error, and so is a folder of documents that holds none", () => {
	const empty = report({ "transfers/notes.md": "# Notes\n" }).archive;
	expect(empty.findings.map(({ message }) => message)).toEqual([
		"No handoff between modes and no log was found in the transfers.",
	]);
	expect(failed(empty)).toBe(true);
	const lost = report(sampleTransfer().files, false).archive;
	expect(lost.findings.map(({ rule }) => rule)).toContain("layout/no-documents");
	expect(failed(lost)).toBe(true);
});
