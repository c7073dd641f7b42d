import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { lineStart } from "../shared/archive-facts.ts";
import { type Wave, type WaveMember, wavesOf, withoutWave } from "../shared/waves.ts";

const label: readonly [string, string] = ["**Predecessor:** none", "**Predecessor:** none\n**Wave:** W1"];
const second = {
	"H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n\n**Wave:** W1\n",
	"H-2/H-2_RESULTS.md": "# Results: H-2\n",
};
const spec = (mission: string) => `# H-3: Integration handoff\n\n**Wave:** W1\n\n## Mission\n\n${mission}\n`;

export default archiveRule({
	id: "wave/integration",
	source: { standard: "BHS", section: "Multi-Package Builds" },
	severity: "error",
	requires:
		"A finished wave has an integration handoff that wires the entrypoint, resolves package lifecycle, runs an E2E smoke test and records a full baseline.",
	why: "The integration handoff is where packages become a working system. Without it there are tested parts and no tested whole.",
	remedy:
		"Write an integration handoff for wave {wave} that wires the entrypoint, resolves package lifecycle and runs an E2E smoke test.",
	messages: {
		missing: "All handoffs of wave {wave} have RESULTS, but no integration handoff follows.",
		entrypoint: "The integration handoff of wave {wave} does not say how the packages are wired into the entrypoint.",
		lifecycle:
			"The integration handoff of wave {wave} does not say which packages are superseded or whose dependencies change.",
		smokeTest: "The integration handoff of wave {wave} plans no E2E smoke test.",
	},
	statements: {
		unfinished: "The build that wave {wave} belongs to is not finished.",
		integrates: "{handoff} integrates wave {wave}.",
		configured:
			"The settings say that {handoff} integrates wave {wave}; its documents do not, so read whether it wires the entrypoint, resolves package lifecycle and runs an E2E smoke test.",
		complete: "{handoff} wires the entrypoint, resolves package lifecycle and runs an E2E smoke test.",
		notFull: "The baseline of the integrated system is not full: {figure} is not stated.",
	},
	examples: {
		valid: [
			{
				title: "The wave is integrated",
				files: {
					...sampleArchive({ spec: [label] }),
					...second,
					"H-3/H-3_BUILDER_HANDOFF.md": spec("Wire main.py, mark PKG-OLD-001 as superseded, run the E2E smoke test."),
				},
			},
			{
				title: "The wave is not finished",
				files: {
					...sampleArchive({ spec: [label] }),
					"H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n\n**Wave:** W1\n",
				},
			},
		],
		invalid: [
			{
				title: "No integration handoff",
				files: { ...sampleArchive({ spec: [label] }), ...second },
				findings: [
					"H-2/H-2_BUILDER_HANDOFF.md:3:1 All handoffs of wave W1 have RESULTS, but no integration handoff follows.",
				],
			},
			{
				title: "An integration handoff that only names the wave",
				files: {
					...sampleArchive({ spec: [label] }),
					...second,
					"H-3/H-3_BUILDER_HANDOFF.md": spec("Put it together."),
				},
				findings: [
					"H-3/H-3_BUILDER_HANDOFF.md:3:1 The integration handoff of wave W1 does not say how the packages are wired into the entrypoint.",
					"H-3/H-3_BUILDER_HANDOFF.md:3:1 The integration handoff of wave W1 does not say which packages are superseded or whose dependencies change.",
					"H-3/H-3_BUILDER_HANDOFF.md:3:1 The integration handoff of wave W1 plans no E2E smoke test.",
				],
			},
		],
	},
	*check(subject) {
		const waves = wavesOf(subject);
		yield* withoutWave(subject, waves);
		const isOpen = waves.some((wave) => wave.members.some(({ results }) => results.length === 0));
		for (const [index, wave] of waves.entries()) {
			if (wave.integration) yield* integrated(wave, wave.integration);
			else if (isOpen || index < waves.length - 1)
				yield* wave.members.map(({ handoff: { id } }) => ({
					verdict: "not-applicable" as const,
					statement: "unfinished" as const,
					data: { wave: wave.name },
					handoff: id,
				}));
			else {
				const last = wave.members.at(-1);
				if (last)
					yield {
						messageId: "missing",
						place: last.place,
						handoff: last.handoff.id,
						data: { wave: wave.name },
					} as const;
			}
		}
	},
});

const steps = ["entrypoint", "lifecycle", "smokeTest"] as const;

function* integrated({ name, members }: Wave, { handoff, place, results, steps: said }: WaveMember) {
	for (const { handoff: member } of members)
		if (member.id !== handoff.id)
			yield {
				verdict: "pass",
				statement: "integrates",
				data: { handoff: handoff.id, wave: name },
				place,
				handoff: member.id,
			} as const;
	if (!said) {
		// It is one by the settings alone, so that its documents were not read as such.
		yield {
			verdict: "needs-human",
			statement: "configured",
			data: { handoff: handoff.id, wave: name },
			place,
			handoff: handoff.id,
		} as const;
		return;
	}
	if (!members.some((member) => member.handoff.id === handoff.id)) return;
	for (const step of steps) {
		const line = said[step];
		if (line === null) yield { messageId: step, place, handoff: handoff.id, data: { wave: name } } as const;
		else
			yield {
				verdict: "pass",
				statement: "complete",
				data: { handoff: handoff.id },
				place: place.kind === "range" ? lineStart(place.path, line) : place,
				handoff: handoff.id,
			} as const;
	}
	for (const { path, facts } of results)
		for (const key of ["baseline.packagesInstalled", "baseline.totalTests"] as const) {
			const fact = facts[key];
			if (!fact || !("value" in fact))
				yield {
					verdict: "could-not-evaluate",
					statement: "notFull",
					data: { figure: key },
					place: filePlace(path),
					handoff: handoff.id,
				} as const;
		}
}
