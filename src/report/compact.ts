import { isActive } from "#model/findings.ts";
import type { Reporter } from "./report.ts";
import { printable } from "./text.ts";

/** One line per finding, `file:line:column: severity message [rule]`, for problem matchers and grep. Nothing else is printed. */
export const compact: Reporter = (report) =>
	report.findings
		.filter(isActive)
		.map(({ place, severity, message, rule }) => {
			const { line, column } = place.kind === "range" ? place.range.start : { line: 1, column: 1 };
			return `${printable(report.fileOf(place.path))}:${line}:${column}: ${severity} ${printable(message)} [${rule}]\n`;
		})
		.join("");
