import type { Nodes } from "mdast";
import { anyOf } from "#extract/plan/assets.ts";
import { normalised } from "#extract/plan/columns.ts";
import { normalise } from "#extract/text.ts";
import { hasPhrase } from "#extract/vocabulary.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { pointAt } from "#parse/source-text.ts";
import { documentRule } from "../rule.ts";
import { sampleArchive } from "../sample.ts";

export default documentRule({
	id: "spec/placeholder",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections" },
	severity: "warning",
	requires: "No template text is left unfilled.",
	why: "A gap in the spec is filled by the builder, silently.",
	remedy: "Write what {words} stands for, or leave the sentence out.",
	messages: { left: "{words} is left to fill in." },
	examples: {
		valid: [
			{ title: "Everything is filled in", files: sampleArchive() },
			{
				title: "Code, links, task lists and talk about placeholders are none",
				files: sampleArchive({
					spec: [
						[
							"The reader owns the port.",
							"- [ ] open\n- [x] done\n\nNo TODO may be left in the code. See [PORT][port], `list[PORT]` and `PKG-<NAME>-<NNN>`.\n\n[port]: https://example.org/port\n\nThe reader owns the port.",
						],
					],
				}),
			},
		],
		invalid: [
			{
				title: "Each form of a gap",
				files: sampleArchive({
					spec: [["The reader owns the port.", "The reader owns [PORT NAME], set by <OWNER>. Rate: TBD."]],
				}),
				findings: [
					"H-1/H-1_BUILDER_HANDOFF.md:24:17 [PORT NAME] is left to fill in.",
					"H-1/H-1_BUILDER_HANDOFF.md:24:37 <OWNER> is left to fill in.",
					"H-1/H-1_BUILDER_HANDOFF.md:24:52 TBD is left to fill in.",
				],
			},
		],
	},
	*check({ parsed, standard }) {
		for (const { words, start } of gapsIn(parsed, standard)) {
			const from = pointAt(parsed.source, start);
			const to = { line: from.line, column: from.column + words.length };
			yield {
				messageId: "left",
				place: { kind: "range", path: parsed.source.path, range: { start: from, end: to } },
				data: { words },
			};
		}
	},
});

interface Gap {
	readonly words: string;
	readonly start: number;
}

function gapsIn(parsed: ParsedDocument, standard: Standard): readonly Gap[] {
	const pattern = anyOf(standard.spec.placeholders.patterns);
	return pattern ? prose(parsed.tree).flatMap((node) => gapsOf(node, parsed, standard, pattern)) : [];
}

/** Text and raw HTML; code shows templates, and a link's text belongs to its target. */
function prose(node: Nodes): readonly Nodes[] {
	if (node.type === "text" || node.type === "html") return [node];
	if (node.type === "link" || node.type === "linkReference" || node.type === "delete") return [];
	return "children" in node ? node.children.flatMap(prose) : [];
}

function gapsOf(node: Nodes, { source }: ParsedDocument, standard: Standard, pattern: RegExp): readonly Gap[] {
	const { allowed, explained } = standard.spec.placeholders;
	const from = node.position?.start.offset;
	const to = node.position?.end.offset;
	if (from === undefined || to === undefined) return [];
	const text = source.text.slice(from, to);
	if (text.startsWith("<!--")) return [];
	return [...text.matchAll(pattern)].flatMap((match) => {
		const words = match.slice(1).find((group) => group !== undefined) ?? match[0];
		const start = from + match.index + match[0].indexOf(words);
		const line = source.text.slice(source.text.lastIndexOf("\n", start) + 1, start);
		const rest = source.text.slice(start + words.length).split("\n", 1)[0] ?? "";
		if (allowed.includes(words)) return [];
		const before = line.split(/[.;:!?|(](?:\s|$)/u).at(-1) ?? "";
		const after = rest.split(/[.;:!?|)](?:\s|$)/u, 1)[0] ?? "";
		const around = [
			normalise(before.slice(-60)).split(" ").slice(-3).join(" "),
			normalise(after.slice(0, 40)).split(" ").slice(0, 2).join(" "),
		];
		return around.some((said) => hasPhrase(said, normalised(explained))) ? [] : [{ words, start }];
	});
}
