import { term } from "#words/because.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";

const note = "- The counter of garbled lines";
// Put together here, so that this file holds nothing that looks like a credential itself.
const token = `ghp_${"aB3d".repeat(9)}`;

export default documentRule({
	id: "publish/secret",
	source: { standard: "PUB", section: "Credentials" },
	severity: "error",
	requires: "No document holds a credential.",
	why: "A published credential is a used credential: it is found within minutes, and taking the page down does not take it back.",
	remedy: "Revoke the credential at its service first, then remove it from the document and from its history.",
	messages: { found: "What stands here looks like a credential ({service})." },
	examples: {
		valid: [
			{ title: "No credential", files: sampleArchive() },
			{
				title: "A variable in place of the credential",
				files: sampleArchive({ results: [[note, `- Ran with GITHUB_TOKEN=$TOKEN\n${note}`]] }),
			},
		],
		invalid: [
			{
				title: "A token in a note",
				files: sampleArchive({ results: [[note, `- Ran with \`${token}\`\n${note}`]] }),
				findings: ["H-1/H-1_RESULTS.md:45:13 What stands here looks like a credential (github)."],
			},
		],
	},
	*check({ record }) {
		for (const { service, range } of record.secrets ?? [])
			yield {
				messageId: "found",
				place: { kind: "range", path: record.path, range },
				data: { service: service || term("notExaminedFurther") },
				...(service === "" ? { decides: "needs-human" } : {}),
				concealed: true,
			};
	},
});
