import { promptLines } from "#extract/questions/prompt-lines.ts";
import { identify } from "#extract/references/identify.ts";
import type { Standard } from "#model/standard.ts";
import { filePlace, linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { noContract, placeholdersIn } from "../shared/prompts.ts";

const path = "`_staging/handoffs/H-1/H-1_BUILDER_HANDOFF.md`";

export default documentRule({
	id: "prompt/spec-path",
	kinds: ["prompt"],
	source: { standard: "BPC", section: "Template" },
	severity: "error",
	requires: "The prompt names the spec of its own handoff.",
	why: "The agent builds what the file says that it is pointed at. A prompt copied from another handoff points at the wrong one.",
	remedy: "Write the path of the spec of {handoff} under **Specification:**, such as {example}.",
	messages: {
		missing: "The prompt names no spec.",
		other: "The prompt names the spec of {other} instead of that of {handoff}.",
		folder: 'The spec of {handoff} is looked for in the folder "{folder}".',
	},
	statements: {
		noHandoff: "The prompt belongs to no handoff.",
		named: "The prompt names {path}.",
		unfilled: "The path of the spec still holds the placeholder {placeholder}.",
	},
	examples: {
		valid: [{ title: "The path of the spec", files: sampleArchive() }],
		invalid: [
			{
				title: "No spec",
				files: sampleArchive({ prompt: [[`**Specification:**\n${path}\n`, ""]] }),
				findings: ["H-1/H-1_AGENT_PROMPT.md The prompt names no spec."],
			},
			{
				title: "The spec of another handoff",
				files: sampleArchive({ prompt: [[path, "`_staging/handoffs/H-2/H-2_BUILDER_HANDOFF.md`"]] }),
				findings: ["H-1/H-1_AGENT_PROMPT.md:9:2 The prompt names the spec of H-2 instead of that of H-1."],
			},
			{
				title: "The folder of another handoff",
				files: sampleArchive({ prompt: [[path, "`_staging/handoffs/H-2/H-1_BUILDER_HANDOFF.md`"]] }),
				findings: ['H-1/H-1_AGENT_PROMPT.md:9:2 The spec of H-1 is looked for in the folder "H-2".'],
			},
		],
	},
	*check({ parsed, record, standard }) {
		const { promptContract: contract } = standard;
		const { handoff } = record;
		if (!contract) return yield noContract(standard);
		if (handoff === null) return yield { verdict: "not-applicable", statement: "noHandoff" };
		const text = promptLines(parsed, standard);
		const named = specsNamed(text.lines, standard);
		const own = named.find((spec) => spec.handoff === handoff);
		const example = exampleOf(standard, handoff);
		if (own) {
			const place = linePlace(parsed, own.line, own.path);
			if (own.folder !== null && own.folder !== handoff)
				yield { messageId: "folder", place, data: { handoff, folder: own.folder, example } };
			else yield { verdict: "pass", statement: "named", data: { path: own.path }, place };
			return;
		}
		const [other] = named;
		if (other)
			return yield {
				messageId: "other",
				place: linePlace(parsed, other.line, other.path),
				data: { handoff, other: other.handoff, example },
			};
		const unfilled = placeholdersIn(text, contract).find(({ line }) => /\.md\b/u.test(text.lines[line - 1] ?? ""));
		if (unfilled)
			return yield {
				verdict: "could-not-evaluate",
				statement: "unfilled",
				data: { placeholder: unfilled.text },
				place: linePlace(parsed, unfilled.line),
			};
		yield { messageId: "missing", place: filePlace(record.path), data: { handoff, example } };
	},
});

interface NamedSpec {
	readonly line: number;
	readonly path: string;
	readonly handoff: string;
	/** The folder it is said to lie in, where the standard has one per handoff; else null. */
	readonly folder: string | null;
}

function specsNamed(lines: readonly string[], standard: Standard): readonly NamedSpec[] {
	return lines.flatMap((text, index) =>
		text.includes(".md")
			? [...text.matchAll(/[\p{L}\p{N}_][\p{L}\p{N}_./-]*\.md\b/gu)].flatMap(([path]): NamedSpec[] => {
					const parts = path.split("/");
					const { kind, handoff } = identify(parts.at(-1) ?? "", [standard]);
					const folder = standard.layout === "folder" ? (parts.at(-2) ?? null) : null;
					return kind === "spec" && handoff !== null ? [{ line: index + 1, path, handoff, folder }] : [];
				})
			: [],
	);
}

function exampleOf({ documents }: Standard, handoff: string): string {
	const form = documents.find(({ kind }) => kind === "spec");
	return form?.name?.replaceAll("{id}", handoff) ?? form?.example ?? "";
}
