import { describe, expect, it } from "vitest";
import type { Severity } from "#model/findings.ts";
import { rules } from "#rules/index.ts";
import { asExample, checkFiles } from "./archive.ts";

for (const rule of rules) {
	describe(rule.id, () => {
		const findingsIn = (files: Readonly<Record<string, string>>) =>
			checkFiles(files).findings.filter((finding) => finding.rule === rule.id);

		it.each(rule.examples.valid)("passes: $title", ({ files }) => {
			expect(findingsIn(files).map(asExample)).toEqual([]);
		});

		it.each(rule.examples.invalid)("reports: $title", ({ files, findings = [] }) => {
			const found = findingsIn(files);
			expect(found.map(asExample)).toEqual(findings);
			for (const { message, remedy, place, severity } of found) {
				expect(message, "every placeholder of the message is fed").not.toMatch(/\{\w+\}/);
				expect(remedy, "every placeholder of the remedy is fed").not.toMatch(/\{\w+\}/);
				expect(["error", "warning", "info"] satisfies Severity[]).toContain(severity);
				if (place.kind === "range")
					expect(place.range.start.line, "the place lies inside the file").toBeLessThanOrEqual(
						(files[place.path] ?? "").split("\n").length,
					);
			}
		});
	});
}
