import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isProtocolText, parseProtocol } from "#parse/protocol.ts";
import { protocol, protocolPath } from "./protocol.ts";

const text = readFileSync(protocolPath, "utf8");

it("the product's protocol is valid", () => {
	expect(protocol.phases.map(({ name }) => name)).toEqual([
		"specification",
		"pseudocode",
		"architecture",
		"refinement",
		"completion",
	]);
});

it("a protocol is told from a standard", () => {
	expect(isProtocolText(text)).toBe(true);
	expect(isProtocolText("id: x\ntitle: kind: protocol\n")).toBe(false);
});

it.each([
	[
		"phases: [specification]\n    supports: [pseudocode",
		"phases: [specifcation]\n    supports: [pseudocode",
		/:27:14 .*there is no phase "specifcation"/,
	],
	["orchestrator: orchestrator", "orchestrator: conductor", /:10:15 .*there is no mode "conductor"/],
	["durations: since-previous", "durations: since-prevoius", /did you mean "since-previous"/],
	["bounceRate: { above: 0.25", "bounceRate: { above: 25", /thresholds.bounceRate.above/],
])("says where a protocol is wrong: %s", (before, after, expected) => {
	const read = parseProtocol({ path: "team.yaml", text: text.replace(before, after) });
	const problems = "problems" in read ? read.problems : [];
	expect(problems.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`).join("\n")).toMatch(
		expected,
	);
});
