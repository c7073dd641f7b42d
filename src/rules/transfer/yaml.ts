import { historyRule } from "../judging/transfer-rule.ts";
import { sampleTransfer } from "../samples/transfers.ts";
import { detectionsOf, fieldMessages } from "../shared/transfer-problems.ts";

const messages = {
	syntax: "The YAML is broken here: {reason}.",
	"duplicate-key": 'The key "{key}" stands twice in the same mapping; the second is not read.',
	alias: "A handoff is read as it stands; {what} is not followed.",
	tab: "A tab is no indentation in YAML.",
	"too-long": "The text is longer than {limit} characters, too long to be read as YAML.",
	"too-deep": "The YAML is nested more than {limit} levels deep.",
	"too-many": "There are {count} more faults in this YAML.",
	"no-handoff": "No handoff and no log stands here{hint}.",
	"wrong-type": fieldMessages["wrong-type"],
	"unknown-key": 'The protocol has no key "{key}" here; it is left aside{hint}.',
};

export default historyRule({
	id: "transfer/yaml",
	source: { standard: "HP", section: "Handoff Format" },
	severity: "error",
	requires: "The YAML of handoffs and of the log can be read as it stands, without anchors, aliases and tags.",
	why: "A key that stands twice has one value for one program and another for the next. What cannot be read cannot be judged.",
	remedy: "Write the value out where it belongs, each key once, indented with spaces.",
	messages,
	examples: {
		valid: [{ title: "One document, each key once", ...sampleTransfer() }],
		invalid: [
			{
				title: "A key twice, and one below a tab",
				...sampleTransfer(["  phase: architecture\n", "  phase: architecture\n  to: spec\n"]),
				findings: ['transfers/store.yaml:5:3 The key "to" stands twice in the same mapping; the second is not read.'],
			},
			{
				title: "A tab",
				...sampleTransfer(["  phase:", "\tphase:"]),
				findings: ["transfers/store.yaml:4:1 A tab is no indentation in YAML."],
			},
			{
				title: "An alias",
				...sampleTransfer(["status: ready", "status: &status ready"], ["architecture", "*status"]),
				findings: [
					"transfers/store.yaml:4:10 A handoff is read as it stands; the alias *status is not followed.",
					"transfers/store.yaml:5:19 A handoff is read as it stands; the anchor &status is not followed.",
				],
			},
			{
				title: "A bracket that is never closed",
				...sampleTransfer(["blockers: []", "blockers: ["]),
				findings: [
					"transfers/store.yaml:14:5 The YAML is broken here: a list opened with [ is not closed with ], or goes on further left than its key.",
				],
			},
			{
				title: "Nested without end",
				files: { "transfers/deep.yaml": `handoff: ${"[".repeat(200)}${"]".repeat(200)}\n` },
				findings: ["transfers/deep.yaml:1:1 The YAML is nested more than 40 levels deep."],
			},
			{
				title: "Too long",
				files: { "transfers/long.yaml": `handoff: ${"x".repeat(2_000_001)}\n` },
				findings: ["transfers/long.yaml:1:1 The text is longer than 2000000 characters, too long to be read as YAML."],
			},
			{
				title: "Many faults",
				files: { "transfers/many.yaml": `handoff:\n${"  from: spec\n".repeat(30)}` },
				findings: [
					'transfers/many.yaml:3:3 The key "from" stands twice in the same mapping; the second is not read.',
					'transfers/many.yaml:4:3 The key "from" stands twice in the same mapping; the second is not read.',
					'transfers/many.yaml:5:3 The key "from" stands twice in the same mapping; the second is not read.',
					'transfers/many.yaml:6:3 The key "from" stands twice in the same mapping; the second is not read.',
					'transfers/many.yaml:7:3 The key "from" stands twice in the same mapping; the second is not read.',
					'transfers/many.yaml:8:3 The key "from" stands twice in the same mapping; the second is not read.',
					'transfers/many.yaml:9:3 The key "from" stands twice in the same mapping; the second is not read.',
					'transfers/many.yaml:10:3 The key "from" stands twice in the same mapping; the second is not read.',
					'transfers/many.yaml:11:3 The key "from" stands twice in the same mapping; the second is not read.',
					'transfers/many.yaml:12:3 The key "from" stands twice in the same mapping; the second is not read.',
					"transfers/many.yaml:12:3 There are 19 more faults in this YAML.",
				],
			},
			{
				title: "Something else",
				files: { "transfers/other.yaml": "name: store\n", "transfers/bare.yaml": "from: spec\nto: orchestrator\n" },
				findings: [
					"transfers/bare.yaml:1:1 No handoff and no log stands here (put it under handoff).",
					"transfers/other.yaml No handoff and no log stands here.",
				],
			},
			{
				title: "A handoff that is no mapping, and keys beside it",
				files: { "transfers/list.yaml": "handoff: later\nhistory: []\n" },
				findings: [
					'transfers/list.yaml:1:10 handoff must be a mapping, not "later".',
					'transfers/list.yaml:2:1 The protocol has no key "history" here; it is left aside.',
				],
			},
		],
	},
	*check({ files }) {
		for (const { problems } of files) yield* detectionsOf(problems, messages);
	},
});
