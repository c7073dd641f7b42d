import { failed, type Reporter } from "./report.ts";
import { jsonText } from "./text.ts";

/** The findings and the rules they come from, for programs. `file` is the path from where the command ran. */
export const json: Reporter = (report) => {
	const { title, summary, findings, rules, verdicts, today, fileOf } = report;
	const named = findings.map((finding) => ({ file: fileOf(finding.place.path), ...finding }));
	return `${jsonText({ formatVersion: 1, title, failed: failed(report), summary, verdicts, findings: named, rules, ...(today && { today }) }, "\t")}\n`;
};
