import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { specSection } from "../shared/spec-sections.ts";

export default documentRule({
	id: "spec/principles",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 10. Design Principles" },
	severity: "info",
	requires: "The design principles are four to six bullet points.",
	why: "Fewer say too little to decide by; more are not remembered while building.",
	remedy: "State {least} to {most} rules for this component, one bullet each.",
	messages: {
		none: "The design principles are no bullet points.",
		few: "There are {count} design principles; the standard asks for {least} to {most}.",
	},
	statements: {
		notAsked: "The standard asks for no number of principles.",
		enough: "There are {count} design principles.",
	},
	examples: {
		valid: [{ title: "Four bullets", files: sampleArchive() }],
		invalid: [
			{
				title: "Three bullets",
				files: sampleArchive({ spec: [["- Configuration decides, code obeys.\n", ""]] }),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:87:1 There are 3 design principles; the standard asks for 4 to 6."],
			},
			{
				title: "Prose",
				files: sampleArchive({
					spec: [
						[
							"- One owner for the port.\n- A reading always carries its time.\n- Noise is counted, never guessed away.\n- Configuration decides, code obeys.",
							"Keep it simple.",
						],
					],
				}),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:87:1 The design principles are no bullet points."],
			},
		],
	},
	*check(subject) {
		const section = specSection(subject, "designPrinciples");
		if ("verdict" in section) return yield section;
		const { parsed, standard } = subject;
		const { principles } = standard.spec;
		if (!principles) return yield { verdict: "not-applicable", statement: "notAsked" };
		const lists = section.nodes.flatMap((node) => (node.type === "list" ? [node] : []));
		const count = lists.reduce((sum, { children }) => sum + children.length, 0);
		const first = lists[0]?.position?.start.line ?? section.nodes[0]?.position?.start.line ?? section.heading.line;
		const place = linePlace(parsed, first);
		const { least, most } = principles;
		if (count === 0) yield { messageId: "none", place, data: { least, most } };
		else if (count < least || count > most) yield { messageId: "few", place, data: { count, least, most } };
		else yield { verdict: "pass", statement: "enough", data: { count }, place };
	},
});
