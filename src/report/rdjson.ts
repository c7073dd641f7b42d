import { type Finding, isActive, type Severity } from "#model/findings.ts";
import type { Place } from "#model/source.ts";
import type { Report, Reporter } from "./report.ts";
import { jsonText, plainRemedy, wholeExcerpt } from "./text.ts";

const severityNames: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", info: "INFO" };

/** Reviewdog Diagnostic Format. Its columns count bytes of UTF-8; where a line is not known as a whole, only the line is told. */
export const rdjson: Reporter = (report) => {
	const diagnostics = report.findings.filter(isActive).map((finding) => ({
		message: `${finding.message}\nTo mend it: ${plainRemedy(finding.remedy)}`,
		location: location(finding.place, report, finding),
		severity: severityNames[finding.severity],
		code: { value: finding.rule },
		...(finding.related.length > 0 && {
			related_locations: finding.related.map(({ place, message }) => ({ message, location: location(place, report) })),
		}),
	}));
	return `${jsonText({ source: { name: "handoffs" }, diagnostics }, "\t")}\n`;
};

function location(place: Place, report: Report, finding?: Finding) {
	const path = report.fileOf(place.path);
	if (place.kind === "file") return { path };
	const { start, end } = place.range;
	const line = finding && wholeExcerpt(finding);
	const column = (point: { readonly column: number }) => bytesOf((line ?? "").slice(0, point.column - 1)) + 1;
	return {
		path,
		range: {
			start: { line: start.line, ...(line !== undefined && { column: column(start) }) },
			end: { line: end.line, ...(line !== undefined && start.line === end.line && { column: column(end) }) },
		},
	};
}

function bytesOf(text: string): number {
	return new TextEncoder().encode(text).length;
}
