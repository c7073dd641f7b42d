import { listed, term } from "#words/because.ts";
import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive, samplePaths } from "../samples/handoff.ts";
import { pathOf, relatedFiles } from "../shared/archive-facts.ts";

const { [samplePaths.results]: results = "" } = sampleArchive();

export default archiveRule({
	id: "layout/spec-missing",
	source: { standard: "BHS", section: "File Organization" },
	severity: "error",
	requires: "A handoff with RESULTS or a prompt has its spec.",
	why: "RESULTS can only be judged against what was asked for.",
	remedy: "Add the spec of {handoff}; if the work was done without one, write down afterwards what was asked for.",
	messages: { missing: "{handoff} has {has} but no spec." },
	statements: {
		others: "also without a spec",
	},
	examples: {
		valid: [{ title: "Spec, RESULTS and prompt", files: sampleArchive() }],
		invalid: [
			{
				title: "RESULTS without a spec",
				files: { [samplePaths.results]: results },
				findings: ["H-1/H-1_RESULTS.md H-1 has results but no spec."],
			},
		],
	},
	*check({ handoffs }) {
		for (const handoff of handoffs) {
			const { id, documents } = handoff;
			const path = pathOf(handoff, ["results", "prompt"]);
			if (path === undefined || documents.some(({ kind }) => kind === "spec")) continue;
			const stated = documents.filter(({ kind }) => kind !== "other");
			const kinds = new Set(documents.map(({ kind }) => kind).filter((kind) => kind !== "other"));
			yield {
				messageId: "missing",
				place: filePlace(path),
				handoff: id,
				data: { handoff: id, has: listed([...kinds].map((kind) => term(kind))) },
				related: relatedFiles(
					stated.map((document) => document.path),
					"others",
					path,
				),
			};
		}
	},
});
