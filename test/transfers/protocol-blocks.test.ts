import { describe, expect, it } from "vitest";
import { findingsOf, transfersOf } from "./reading.ts";

/*
 * Every YAML block of the Handoff Protocol, as it stands there, each in a Markdown document, and what the protocol's own text says of it.
 */
interface Block {
	readonly title: string;
	readonly yaml: string;
	readonly workspace?: Readonly<Record<string, string>>;
	readonly findings: readonly string[];
}

const there = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, "text\n"]));
const wholeFormat = `handoff:
  from: orchestrator
  to: spec
  phase: specification
  status: ready  # ready|blocked|partial
  
  deliverables:
    - path: docs/requirements.md
      type: specification
      state: complete  # complete|draft|missing
      
  context:
    decisions:
      - "Using FastAPI for API layer"
      - "PostgreSQL for persistence"
    blockers:
      - "Authentication method undefined"
    next_actions:
      - "Define user authentication flow"
      - "Specify rate limiting requirements"
`;

const blocks: readonly Block[] = [
	{
		title: "Handoff Format: ready, and yet with a blocker (Status Definitions: must be empty)",
		yaml: wholeFormat,
		workspace: there("docs/requirements.md"),
		findings: [
			":20:9 error transfer/ready-without-blockers The status is ready, but there is a blocker (Authentication method undefined).",
		],
	},
	{
		title: "Handoff Format without its file: no promises, only files",
		yaml: wholeFormat,
		findings: [
			":11:13 error transfer/deliverable-exists docs/requirements.md is not there in the workspace.",
			":20:9 error transfer/ready-without-blockers The status is ready, but there is a blocker (Authentication method undefined).",
		],
	},
	{ title: "Status ready", yaml: "status: ready\nblockers: []  # Must be empty\n", findings: [] },
	{
		title: "Status blocked",
		yaml: 'status: blocked\nblockers:\n  - "Missing API rate limits from stakeholder"\n  - "Database connection string not provided"\n',
		findings: [],
	},
	{
		title: "Status partial",
		yaml: 'status: partial\nnext_actions:\n  - "Complete error handling in auth flow"\n  - "Add test cases for edge scenarios"\n',
		findings: [],
	},
	{
		title: "Bounce-Back Protocol",
		yaml: `handoff:
  from: python-engineer
  to: orchestrator
  phase: refinement
  status: blocked
  
  deliverables: []
  
  context:
    decisions: []
    blockers:
      - "Task requires JavaScript implementation"
      - "python-engineer does not handle frontend"
    next_actions:
      - "Route to javascript-engineer"
`,
		findings: [],
	},
	{
		title: "Spec → Design",
		yaml: `deliverables:
  - path: docs/specifications/requirements.md
    type: specification
    state: complete
  - path: docs/specifications/constraints.md
    type: specification
    state: complete
`,
		workspace: there("docs/specifications/requirements.md", "docs/specifications/constraints.md"),
		findings: [],
	},
	{
		title: "Design → Implementation",
		yaml: `deliverables:
  - path: docs/design/pseudocode/api-endpoints.md
    type: pseudocode
    state: complete
  - path: docs/architecture/component-interfaces.md
    type: interface
    state: complete
`,
		workspace: there("docs/design/pseudocode/api-endpoints.md", "docs/architecture/component-interfaces.md"),
		findings: [],
	},
	{
		title: "Implementation → Refine, one file not there",
		yaml: `deliverables:
  - path: src/api/endpoints.py
    type: code
    state: complete
  - path: tests/test_endpoints.py
    type: test
    state: complete
`,
		workspace: there("src/api/endpoints.py"),
		findings: [":8:11 error transfer/deliverable-exists tests/test_endpoints.py is not there in the workspace."],
	},
	{
		title: "Anti-pattern: handoff without files",
		yaml: '# WRONG\ndeliverables:\n  - path: "Will create requirements.md soon"\n    type: promise\n    state: pending\n',
		findings: [
			':6:11 error transfer/deliverable-exists "Will create requirements.md soon" is a promise and no path; hand over what is there.',
			":8:12 error transfer/schema deliverables[0].state is pending; known: complete, draft, missing.",
		],
	},
	{
		title: "Right: only completed work",
		yaml: "# RIGHT\ndeliverables:\n  - path: docs/specifications/requirements.md\n    type: specification\n    state: complete\n",
		workspace: there("docs/specifications/requirements.md"),
		findings: [],
	},
	{
		title: "Anti-pattern: wrong-phase work; who receives it stands in the comment alone",
		yaml: "# Python engineer receiving design work\nphase: architecture  # WRONG - I do refinement only\n",
		findings: [],
	},
	{
		title: "Bounce immediately",
		yaml: 'blockers:\n  - "python-engineer works in refinement phase only"\n',
		findings: [],
	},
	{
		title: "Tracking",
		yaml: `handoff_history:
  - timestamp: 2024-01-15T10:30:00Z
    from: spec
    to: design
    status: ready
    duration_minutes: 45
    
  - timestamp: 2024-01-15T11:15:00Z
    from: design
    to: orchestrator
    status: blocked
    blockers: ["Missing performance requirements"]
`,
		findings: [],
	},
];

const document = (yaml: string) => `# Block\n\n\`\`\`yaml\n${yaml}\`\`\`\n`;

describe("the blocks of the Handoff Protocol", () => {
	it.each(blocks)("$title", ({ yaml, workspace = {}, findings }) => {
		const path = "transfers/block.md";
		expect(findingsOf({ [path]: document(yaml) }, workspace)).toEqual(findings.map((text) => `${path}${text}`));
	});

	it("are each read: whole handoffs, excerpts, and the log", () => {
		const files = Object.fromEntries(blocks.map(({ yaml }, index) => [`transfers/${index}.md`, document(yaml)]));
		const { transfers, history, files: read } = transfersOf(files);
		expect(transfers.map(({ id }) => id)).toEqual(["0", "1", "5"]);
		expect(history.map(({ from, to }) => `${from?.value} ${to?.value}`)).toEqual([
			"spec design",
			"design orchestrator",
		]);
		expect(read).toHaveLength(blocks.length);
	});

	it("an anti-pattern whose receiver is said breaks the rule about phases", () => {
		const yaml = wholeFormat
			.replace("to: spec", "to: python-engineer")
			.replace("phase: specification", "phase: architecture");
		expect(findingsOf({ "transfers/a.yaml": yaml }, there("docs/requirements.md"))).toContain(
			"transfers/a.yaml:4:10 error transfer/phase-owner python-engineer does not work in the phase architecture, but in refinement, and only helps there.",
		);
	});

	it("are found in one document, and at its end without a fence", () => {
		const text = `${blocks.map(({ yaml }) => document(yaml)).join("\n")}\n${wholeFormat}`;
		const { transfers } = transfersOf({ "transfers/all.md": text });
		expect(transfers.map(({ form }) => form)).toEqual(["block", "block", "block", "trailing"]);
	});
});
