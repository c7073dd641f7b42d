/** What an example changes: words of the text, each replaced where it stands first. */
export type Changes = readonly (readonly [before: string, after: string])[];

function changed(text: string, changes: Changes): string {
	return changes.reduce((now, [before, after]) => {
		if (!now.includes(before)) throw new Error(`the sample does not hold "${before}"`);
		return now.replace(before, () => after);
	}, text);
}

const handoff = `handoff:
  from: orchestrator
  to: design
  phase: architecture
  status: ready
  deliverables:
    - path: docs/requirements.md
      type: specification
      state: complete
  context:
    decisions:
      - "Readings are kept for ninety days"
    blockers: []
    next_actions:
      - "Describe the interface of the store"
`;

const log = `handoff_history:
  - timestamp: 2026-03-02T09:00:00Z
    from: orchestrator
    to: spec
    status: ready
    duration_minutes: 0
    phase: specification
  - timestamp: 2026-03-02T10:30:00Z
    from: spec
    to: orchestrator
    status: ready
    duration_minutes: 90
    phase: specification
  - timestamp: 2026-03-02T11:00:00Z
    from: orchestrator
    to: design
    status: ready
    duration_minutes: 30
    phase: architecture
`;

/** A handoff, as examples show it: its file and the file it hands over. */
export function sampleTransfer(...changes: Changes) {
	return {
		files: { "transfers/store.yaml": changed(handoff, changes) },
		workspace: { "docs/requirements.md": "# Requirements\n" },
	};
}

/** A log of three handoffs. */
export function sampleLog(...changes: Changes) {
	return { files: { "transfers/log.yaml": changed(log, changes) } };
}

/** A log of any length: lines of "timestamp from to status minutes phase", the last two may be left out; `!` starts a blocker. */
export function logOf(...lines: readonly string[]) {
	const entries = lines.map((line) => {
		const [words = "", blocker] = line.split("!");
		const [timestamp, from, to, status, minutes, phase, task] = words.trim().split(/ +/);
		return [
			`  - timestamp: ${timestamp}`,
			`    from: ${from}`,
			`    to: ${to}`,
			`    status: ${status}`,
			...(minutes === undefined || minutes === "-" ? [] : [`    duration_minutes: ${minutes}`]),
			...(phase === undefined ? [] : [`    phase: ${phase}`]),
			...(task === undefined ? [] : [`    task: ${task}`]),
			...(blocker === undefined ? [] : [`    blockers: ["${blocker.trim()}"]`]),
		].join("\n");
	});
	return { files: { "transfers/log.yaml": `handoff_history:\n${entries.join("\n")}\n` } };
}
