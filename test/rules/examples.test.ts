import { describe, expect, it } from "vitest";
import type { Severity } from "#model/findings.ts";
import { rules } from "#rules/index.ts";
import type { RuleExample } from "#rules/judging/rule-base.ts";
import { asExample, checkFiles } from "./archive.ts";
import { unsaid } from "./said.ts";

for (const rule of rules) {
	describe(rule.id, () => {
		const findingsIn = ({ files, ...unwritten }: RuleExample) => {
			const archive = checkFiles(files, {}, unwritten);
			expect(unsaid(archive), "every sentence can be said in another language").toEqual([]);
			return archive.findings.filter((finding) => finding.rule === rule.id);
		};

		it.each(rule.examples.valid)("passes: $title", (example) => {
			expect(findingsIn(example).map(asExample)).toEqual([]);
		});

		it.each(rule.examples.invalid)("reports: $title", (example) => {
			const { files, findings = [] } = example;
			const found = findingsIn(example);
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
