import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { lineStart } from "../shared/archive-facts.ts";
import { wavesOf, withoutWave } from "../shared/waves.ts";

const label: readonly [string, string] = ["**Predecessor:** none", "**Predecessor:** none\n**Wave:** W1"];
const open = "# H-2: Tide table\n\n**Wave:** W1\n";
const integration =
	"# H-3: Integration handoff\n\n**Wave:** W1\n\n## Mission\n\nWire main.py, retire PKG-OLD-001, run the smoke test.\n";
const integrated = { "H-3/H-3_BUILDER_HANDOFF.md": integration, "H-3/H-3_RESULTS.md": "# Results: H-3\n" };

export default archiveRule({
	id: "wave/results",
	source: { standard: "BHS", section: "Multi-Package Builds" },
	severity: "error",
	requires: "Every handoff of a wave has RESULTS, and all tests pass in its clean room.",
	why: "Clean-room verification runs for each wave. What is put off to the end of a build is found out when nobody knows which package brought it.",
	remedy: "Verify {handoff} in a clean room and write its RESULTS before the wave is integrated.",
	messages: {
		missing: "{handoff} of wave {wave} has no RESULTS, though {integration} has integrated the wave.",
		failed: "{handoff} of wave {wave} does not pass its clean room.",
	},
	statements: {
		open: "{handoff} of wave {wave} is open.",
		passes: "{handoff} passes its clean room.",
		notStated: "The RESULTS of {handoff} do not state whether all tests pass in the clean room.",
	},
	examples: {
		valid: [
			{
				title: "A wave that is still being built",
				files: { ...sampleArchive({ spec: [label] }), "H-2/H-2_BUILDER_HANDOFF.md": open },
			},
		],
		invalid: [
			{
				title: "Integrated without the RESULTS of a member",
				files: { ...sampleArchive({ spec: [label] }), "H-2/H-2_BUILDER_HANDOFF.md": open, ...integrated },
				findings: ["H-2/H-2_BUILDER_HANDOFF.md H-2 of wave W1 has no RESULTS, though H-3 has integrated the wave."],
			},
			{
				title: "A clean room that fails",
				files: sampleArchive({
					spec: [label],
					results: [["All tests pass after each install: YES", "All tests pass after each install: NO"]],
				}),
				findings: ["H-1/H-1_RESULTS.md:38:1 H-1 of wave W1 does not pass its clean room."],
			},
		],
	},
	*check(subject) {
		const waves = wavesOf(subject);
		yield* withoutWave(subject, waves);
		for (const { name, members, integration } of waves)
			for (const { handoff, place: said, results } of members) {
				const { id } = handoff;
				const data = { handoff: id, wave: name, integration: integration?.handoff.id ?? "" };
				if (results.length === 0) {
					if (integration && integration.handoff.id !== id && integration.results.length > 0)
						yield { messageId: "missing", place: filePlace(said.path), handoff: id, data };
					else yield { verdict: "not-applicable", statement: "open", data: { handoff: id, wave: name }, handoff: id };
				}
				for (const { path, facts } of results) {
					const passes = facts["cleanRoom.allTestsPass"];
					if (passes && "value" in passes) {
						const place = lineStart(path, passes.line);
						if (passes.value) yield { verdict: "pass", statement: "passes", data: { handoff: id }, place, handoff: id };
						else yield { messageId: "failed", place, handoff: id, data };
					} else
						yield {
							verdict: "could-not-evaluate",
							statement: "notStated",
							data: { handoff: id },
							place: filePlace(path),
							handoff: id,
						};
				}
			}
	},
});
