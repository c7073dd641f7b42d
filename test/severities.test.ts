import { describe, expect, it } from "vitest";
import type { CheckOptions } from "#check.ts";
import { sampleArchive } from "#rules/samples/handoff.ts";
import { checkFiles } from "./rules/archive.ts";

const sample = sampleArchive({ spec: [["## 10. Design Principles", "## 10. Principles of Beauty"]] });
const second = Object.entries(sample).map(([path, text]) => [
	path.replaceAll("H-1", "H-2"),
	text.replaceAll("H-1", "H-2"),
]);
/** Two handoffs with the same two faults: one of a document rule and one of an archive rule each. */
const files = { ...sample, ...Object.fromEntries(second), "H-1/NOTES.md": "# N\n", "H-2/NOTES.md": "# N\n" };

function severities(options: Partial<CheckOptions>): Record<string, string> {
	const { findings } = checkFiles(files, options);
	const watched = findings.filter(({ rule }) => rule === "spec/section-missing" || rule === "layout/document-name");
	return Object.fromEntries(watched.map(({ rule, handoff, severity }) => [`${handoff} ${rule}`, severity]));
}

const [document, archive] = ["spec/section-missing", "layout/document-name"] as const;

describe("severities for some handoffs", () => {
	it.each<[string, Partial<CheckOptions>, readonly string[]]>([
		["none", {}, ["error", "error", "error", "error"]],
		[
			"a rule",
			{ severitiesFor: [{ handoffs: "H-1", rules: { [document]: "info" } }] },
			["info", "error", "error", "error"],
		],
		[
			"a group, in a range",
			{ severitiesFor: [{ handoffs: "H-1..H-1", rules: { "layout/*": "warning", "spec/*": "info" } }] },
			["info", "warning", "error", "error"],
		],
		[
			"before those for all, though these name the rule itself",
			{ severities: { [document]: "info" }, severitiesFor: [{ handoffs: "H-2", rules: { "spec/*": "warning" } }] },
			["info", "error", "warning", "error"],
		],
		[
			"the first entry that says anything",
			{
				severitiesFor: [
					{ handoffs: "H-1", rules: { [archive]: "info" } },
					{ handoffs: ["H-1", "H-2"], rules: { "layout/*": "warning", [document]: "warning" } },
				],
			},
			["warning", "info", "warning", "warning"],
		],
	])("hold for what they name: %s", (_title, options, [a, b, c, d]) => {
		expect(severities(options)).toEqual({
			[`H-1 ${document}`]: a,
			[`H-1 ${archive}`]: b,
			[`H-2 ${document}`]: c,
			[`H-2 ${archive}`]: d,
		});
	});

	it("turn rules off for some, and on for some", () => {
		const off = { handoffs: "H-1", rules: { [document]: "off", [archive]: "off" } } as const;
		expect(severities({ severitiesFor: [off] })).toEqual({ [`H-2 ${document}`]: "error", [`H-2 ${archive}`]: "error" });
		const on = { handoffs: "H-2", rules: { [document]: "error", [archive]: "warning" } } as const;
		expect(severities({ severities: { "spec/*": "off", "layout/*": "off" }, severitiesFor: [on] })).toEqual({
			[`H-2 ${document}`]: "error",
			[`H-2 ${archive}`]: "warning",
		});
		const { verdicts } = checkFiles(files, { severitiesFor: [off] });
		for (const rule of [document, archive])
			expect(verdicts.find((one) => one.rule === rule && one.handoff === "H-1")).toMatchObject({
				verdict: "not-applicable",
				reason: "The settings turn the rule off.",
			});
	});
});
