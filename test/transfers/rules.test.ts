import { describe, expect, it } from "vitest";
import { type Changes, sampleLog, sampleTransfer } from "#rules/samples/transfers.ts";
import { processorTime } from "../processor-time.ts";
import { protocol } from "./protocol.ts";
import { findingsOf } from "./reading.ts";

const inTransfer = (...changes: Changes) => {
	const { files, workspace } = sampleTransfer(...changes);
	return findingsOf(files, workspace);
};
const at = "transfers/store.yaml";
const noInputs = /required-inputs/;

describe("valid values of a handoff", () => {
	it.each(protocol.phases.map(({ name }) => name))("phase %s, from the orchestrator to itself's modes", (phase) => {
		const owner = protocol.modes.find(({ slug, phases }) => slug !== "orchestrator" && phases.includes(phase as never));
		const found = inTransfer(["to: design", `to: ${owner?.slug}`], ["phase: architecture", `phase: ${phase}`]);
		expect(found.filter((text) => !noInputs.test(text))).toEqual([]);
	});

	it.each(protocol.modes.filter(({ slug }) => slug !== "orchestrator").map(({ slug }) => slug))(
		"from %s back",
		(slug) => {
			expect(inTransfer(["from: orchestrator", `from: ${slug}`], ["to: design", "to: orchestrator"])).toEqual([]);
		},
	);

	it.each([
		["ready", []],
		["blocked", [["blockers: []", "blockers: [No limits]"]]],
		["partial", []],
	] as const)("status %s", (status, changes) => {
		expect(inTransfer(["status: ready", `status: ${status}`], ...changes)).toEqual([]);
	});

	it.each(["complete", "draft", "missing"])("state %s of a partial handoff", (state) => {
		expect(inTransfer(["ready", "partial"], ["state: complete", `state: ${state}`])).toEqual([]);
	});
});

describe("invalid values of a handoff", () => {
	it.each<[string, Changes, string[]]>([
		[
			"from, of a number",
			[["from: orchestrator", "from: 7"]],
			[
				`${at}:2:9 error transfer/orchestrator "7" is no mode of the roster; known: ${protocol.modes.map(({ slug }) => slug).join(", ")}.`,
				`${at}:2:9 error transfer/orchestrator 7 hands over to design directly; orchestrator initiates all handoffs.`,
				`${at}:2:9 error transfer/schema from must be text, not 7; put it in quotes.`,
			],
		],
		[
			"from, empty",
			[["from: orchestrator", "from:"]],
			[`${at}:2:3 error transfer/schema from must be text, not empty.`],
		],
		["to, left out", [["  to: design\n", ""]], [`${at}:2:3 error transfer/schema "to" is missing.`]],
		[
			"phase in capitals",
			[["phase: architecture", "phase: Architecture"]],
			[`${at}:4:10 error transfer/schema phase is Architecture; perhaps architecture is meant.`],
		],
		[
			"status of another protocol",
			[["status: ready", "status: done"]],
			[`${at}:5:11 error transfer/schema status is done; known: ready, blocked, partial.`],
		],
		[
			"deliverables as text",
			[
				[
					"  deliverables:\n    - path: docs/requirements.md\n      type: specification\n      state: complete\n",
					"  deliverables: docs/requirements.md\n",
				],
			],
			[
				`${at}:5:11 error transfer/deliverable-state The status is ready, but nothing is handed over.`,
				`${at}:6:17 error transfer/schema deliverables must be a list, not "docs/requirements.md".`,
				`${at}:4:10 warning transfer/required-inputs Spec → Design needs deliverables of the types specification; not handed over: specification.`,
			],
		],
		[
			"a deliverable without its type",
			[["      type: specification\n", ""]],
			[
				`${at}:7:7 error transfer/schema "type" is missing in deliverables[0].`,
				`${at}:7:7 warning transfer/required-inputs Spec → Design needs deliverables of the types specification; not handed over: specification.`,
			],
		],
		[
			"state pending",
			[["state: complete", "state: pending"]],
			[
				`${at}:9:14 error transfer/deliverable-state The status is ready, but docs/requirements.md is "pending".`,
				`${at}:9:14 error transfer/schema deliverables[0].state is pending; known: complete, draft, missing.`,
			],
		],
		[
			"context left out",
			[
				[
					'  context:\n    decisions:\n      - "Readings are kept for ninety days"\n    blockers: []\n    next_actions:\n      - "Describe the interface of the store"\n',
					"",
				],
			],
			[`${at}:2:3 error transfer/schema "context" is missing.`],
		],
		[
			"decisions left out",
			[['    decisions:\n      - "Readings are kept for ninety days"\n', ""]],
			[`${at}:11:5 error transfer/schema "decisions" is missing in context.`],
		],
		[
			"a blocker that is a mapping",
			[["blockers: []", "blockers: [{a: 1}]"]],
			[
				`${at}:13:16 error transfer/ready-without-blockers The status is ready, but there is a blocker ({"a":1}).`,
				`${at}:13:16 error transfer/schema context.blockers[0] must be text, not a mapping.`,
			],
		],
		[
			"an absolute path",
			[["docs/requirements.md", "/etc/passwd"]],
			[`${at}:7:13 error transfer/deliverable-exists /etc/passwd leads out of the workspace.`],
		],
		[
			"a path that climbs",
			[["docs/requirements.md", "docs/../../x"]],
			[`${at}:7:13 error transfer/deliverable-exists docs/../../x leads out of the workspace.`],
		],
		[
			"an address",
			[["docs/requirements.md", "https://example.org/x"]],
			[`${at}:7:13 error transfer/deliverable-exists https://example.org/x leads out of the workspace.`],
		],
	])("%s", (_, changes, expected) => {
		expect(inTransfer(...changes).sort()).toEqual([...expected].sort());
	});
});

describe("values of the log", () => {
	const log = "transfers/log.yaml";
	it.each<[string, Changes, string[]]>([
		["as it should be", [], []],
		["an offset for the zone", [["2026-03-02T09:00:00Z", "2026-03-02T10:00:00+01:00"]], []],
		[
			"a day alone",
			[["2026-03-02T09:00:00Z", "2026-03-02"]],
			[
				`${log}:2:16 error history/schema handoff_history[0].timestamp is 2026-03-02, which is no date and time such as 2026-03-02T09:30:00Z.`,
			],
		],
		[
			"hour 25",
			[["T10:30:00Z", "T25:30:00Z"]],
			[
				`${log}:8:16 error history/schema handoff_history[1].timestamp is 2026-03-02T25:30:00Z, which is no date and time such as 2026-03-02T09:30:00Z.`,
			],
		],
		[
			"duration in words",
			[["minutes: 90", "minutes: long"]],
			[`${log}:12:23 error history/schema handoff_history[1].duration_minutes must be a number, not "long".`],
		],
		[
			"duration without end",
			[["minutes: 90", "minutes: .inf"]],
			[`${log}:12:23 error history/schema handoff_history[1].duration_minutes must be a number, not .inf.`],
		],
		[
			"a status that there is not",
			[["status: ready", "status: redy"]],
			[`${log}:5:13 error history/schema handoff_history[0].status is redy; perhaps ready is meant.`],
		],
		[
			"an entry that is text",
			[
				[
					"  - timestamp: 2026-03-02T09:00:00Z\n    from: orchestrator\n    to: spec\n    status: ready\n    duration_minutes: 0\n    phase: specification\n",
					"  - yesterday\n",
				],
			],
			[`${log}:2:5 error history/schema handoff_history[0] must be a mapping, not "yesterday".`],
		],
	])("%s", (_, changes, expected) => {
		expect(findingsOf(sampleLog(...changes).files)).toEqual(expected);
	});
});

describe("broken YAML beside good", () => {
	it("one document that is broken hides none of the others", () => {
		const good = sampleTransfer().files["transfers/store.yaml"];
		const { workspace } = sampleTransfer();
		const found = findingsOf(
			{ "transfers/many.yaml": `${good}---\nhandoff:\n  from: [\n---\n${good.replace("ready", "redy")}` },
			workspace,
		);
		expect(found.some((text) => text.includes("transfer/yaml"))).toBe(true);
		expect(found.filter((text) => text.includes("transfer/schema"))).toHaveLength(1);
	});

	it.each(["\n", "\r\n", "\r"])(
		"its place is a file position where a fence stands in a list and lines end in %j",
		(end) => {
			const lines = [
				"# Notes",
				"",
				"- Passed on:",
				"",
				"  ```yaml",
				"  handoff:",
				"    from: orchestrator",
				"    status: *gone",
				"  ```",
			];
			const places = findingsOf({ "transfers/x.md": `${lines.join(end)}${end}` });
			// To the parser of YAML a lone carriage return ends no line: what stands before it is broken, at the same place.
			if (end !== "\r")
				expect(places).toContainEqual(expect.stringMatching(/^transfers\/x\.md:8:13 error transfer\/yaml /));
			for (const place of places) {
				const [, line = 1, column = 1] = (/^[^:]+:(\d+):(\d+)/.exec(place) ?? []).map(Number);
				expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
			}
		},
	);

	it("aliases do not multiply", () => {
		const bomb = `handoff:\n  a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
			.split("")
			.map((key, index) => `  ${key}: &${key} [${Array(9).fill(`*${"abcdefg"[index]}`).join(",")}]`)
			.join("\n")}\n`;
		const start = processorTime();
		expect(
			findingsOf({ "transfers/bomb.yaml": bomb }).filter((text) => text.includes("is not followed")).length,
		).toBeGreaterThan(5);
		expect(processorTime() - start).toBeLessThan(5000);
	});

	it("a credential is found and shown nowhere", () => {
		const token = `ghp_${"aB3d".repeat(9)}`;
		const { files, workspace } = sampleTransfer(["Readings are kept", `Use ${token} for`]);
		expect(findingsOf(files, workspace).join("\n")).toMatch(/publish\/secret/);
		expect(findingsOf(files, workspace).join("\n")).not.toContain(token);
	});
});
