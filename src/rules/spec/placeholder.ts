import type { Nodes } from "mdast";
import { normalise } from "#extract/text/text.ts";
import { hasPhrase, normalised } from "#extract/text/vocabulary.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { pointAt } from "#parse/source-text.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";

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

function gapsIn({ source, tree }: ParsedDocument, standard: Standard): readonly Gap[] {
	const { patterns, allowed, explained } = standard.spec.placeholders;
	const found = patterns.flatMap((pattern) =>
		[...source.text.matchAll(compiledOf(pattern))].flatMap((match): readonly Gap[] => {
			const words = match.slice(1).find((group) => group !== undefined) ?? match[0];
			return allowed.includes(words) ? [] : [{ words, start: match.index + match[0].indexOf(words) }];
		}),
	);
	if (found.length === 0) return [];
	const texts = prose(tree);
	return found
		.filter(({ start }) => isWithin(texts, start) && !isExplained(source.text, start, explained))
		.toSorted((a, b) => a.start - b.start)
		.filter(({ start }, index, gaps) => {
			const before = gaps[index - 1];
			return before === undefined || start >= before.start + before.words.length;
		});
}

const compiled = new Map<string, RegExp>();

/** One expression for each pattern: each is found by its first letters, which an alternative of all would not be. */
function compiledOf(pattern: string): RegExp {
	const known = compiled.get(pattern) ?? new RegExp(pattern, "gu");
	compiled.set(pattern, known);
	return known;
}

interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** Where text and raw HTML stand, in order; code shows templates, and a link's text belongs to its target. */
function prose(node: Nodes): readonly Stretch[] {
	if (node.type === "text" || (node.type === "html" && !node.value.startsWith("<!--"))) {
		const from = node.position?.start.offset;
		const to = node.position?.end.offset;
		return from === undefined || to === undefined ? [] : [{ from, to }];
	}
	if (node.type === "link" || node.type === "linkReference" || node.type === "delete") return [];
	return "children" in node ? node.children.flatMap(prose) : [];
}

function isWithin(stretches: readonly Stretch[], offset: number): boolean {
	let low = 0;
	let high = stretches.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((stretches[middle]?.from ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	const stretch = stretches[low];
	return stretch !== undefined && stretch.from <= offset && offset < stretch.to;
}

/** Whether the words right before or behind a placeholder show that it is spoken about ("no TODO comments"). */
function isExplained(text: string, start: number, explained: readonly string[]): boolean {
	const around = 60;
	const before = text.slice(Math.max(start - around, text.lastIndexOf("\n", start) + 1), start);
	const after = text.slice(start, start + around).split("\n", 1)[0] ?? "";
	const lead = normalise(before.split(/[.;:!?|(](?:\s|$)/u).at(-1) ?? "");
	const rest = normalise(after.replace(/^\S+/u, "").split(/[.;:!?|)](?:\s|$)/u, 1)[0] ?? "");
	const near = [lead.split(" ").slice(-3).join(" "), rest.split(" ").slice(0, 2).join(" ")];
	return near.some((words) => hasPhrase(words, normalised(explained)));
}
