import type { RootContent } from "mdast";
import { boldLines, namedSections } from "#extract/outline/bold-lines.ts";
import { labelOf } from "#extract/text/blocks.ts";
import { flowOf } from "#extract/text/flow.ts";
import { normalise, textOf } from "#extract/text/text.ts";
import { findPackages, labelsOf } from "#extract/text/vocabulary.ts";
import type { Standard } from "#model/standard.ts";
import { listed } from "#words/because.ts";
import { linePlace, nodePlace, sectionOf } from "../judging/places.ts";
import { type DocumentSubject, documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { type SpecSection, specSection } from "../shared/spec-sections.ts";

export default documentRule({
	id: "spec/mission",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 1. Mission" },
	severity: "error",
	requires: "The mission is one paragraph that names the package ids.",
	why: "Who reads the mission alone must know what is built and which packages it touches.",
	remedy:
		"Write one paragraph that says what is built and why, with the id of each package of the plan; move the rest to the design.",
	messages: {
		noPackage: "The mission names no package id.",
		unnamed: "The mission does not name {packages}, which the package plan holds.",
		long: "The mission takes {count} paragraphs or blocks instead of one.",
	},
	statements: {
		named: "The mission names {packages}.",
		planned: "{package} is planned here",
	},
	examples: {
		valid: [
			{ title: "One paragraph with the package id", files: sampleArchive() },
			{
				title: "Labelled lines may stand below the paragraph",
				files: sampleArchive({
					spec: [["the serial port.\n", "the serial port.\n\n**Package:** PKG-GAUGE-001\n"]],
				}),
			},
			{
				title: "Constraints below a line in bold, which is no heading, are no part of it",
				files: sampleArchive({
					spec: [["## 2. Critical Constraints", "**Critical Constraints — read these first:**"]],
				}),
			},
		],
		invalid: [
			{
				title: "No package is named",
				files: sampleArchive({ spec: [["Build PKG-GAUGE-001, which reads", "Build a reader of"]] }),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:7:1 The mission names no package id."],
			},
			{
				title: "It names another package than the plan",
				files: sampleArchive({ spec: [["Build PKG-GAUGE-001", "Build PKG-BUOY-001"]] }),
				findings: [
					"H-1/H-1_BUILDER_HANDOFF.md:7:1 The mission does not name PKG-GAUGE-001, which the package plan holds.",
				],
			},
			{
				title: "A second paragraph",
				files: sampleArchive({ spec: [["the serial port.\n", "the serial port.\n\nLater it may read buoys too.\n"]] }),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:9:1 The mission takes 2 paragraphs or blocks instead of one."],
			},
		],
	},
	*check(subject) {
		const section = specSection(subject, "mission");
		if ("verdict" in section) return yield section;
		const { parsed, record, standard } = subject;
		const nodes = ownNodes(subject, section);
		const named = new Map<string, number>();
		for (const node of nodes)
			for (const { id } of findPackages(textOf(node), standard))
				if (!named.has(id)) named.set(id, node.position?.start.line ?? section.heading.line);
		const [first = section.nodes[0]] = nodes.filter(({ type }) => type === "paragraph");
		const place = first ? nodePlace(parsed, first) : linePlace(parsed, section.heading.line);
		const planned = record.plan?.packages ?? [];
		const unnamed = planned.filter(({ id }) => !named.has(id));
		const { mission } = standard.spec;
		const [, ...further] = nodes.filter((node) => !isLabelled(node, standard));
		const excess = mission ? further[mission.paragraphs - 1] : undefined;
		if (named.size === 0) yield { messageId: "noPackage", place };
		else if (unnamed.length > 0)
			yield {
				messageId: "unnamed",
				place,
				data: { packages: listed(unnamed.map(({ id }) => id)) },
				related: unnamed.map(({ id, line }) => ({
					place: linePlace(parsed, line, id),
					statement: "planned",
					data: { package: id },
				})),
			};
		if (excess && mission)
			yield {
				messageId: "long",
				place: nodePlace(parsed, excess),
				severity: mission.severity,
				data: { count: further.length + 1 },
			};
		if (named.size > 0 && unnamed.length === 0 && !excess)
			yield { verdict: "pass", statement: "named", data: { packages: listed([...named.keys()]) }, place };
	},
});

/**
 * The mission up to a line in bold that opens another section without being its heading: what follows belongs to that
 * section, and that it lacks its heading is said once, by spec/section-missing.
 */
function ownNodes(
	{ parsed, record, standard: { sections } }: DocumentSubject,
	{ heading, nodes }: SpecSection,
): readonly RootContent[] {
	const other = boldLines(parsed).find(
		({ title, line }) =>
			line > heading.line &&
			line <= heading.endLine &&
			namedSections(title, sections.spec).some((key) => !sectionOf(record, key)),
	);
	return other ? nodes.filter(({ position }) => (position?.start.line ?? 0) < other.line) : nodes;
}

/** A paragraph of labelled lines ("**Package:** PKG-A-001"): they belong to the head of the mission, not to its prose. */
function isLabelled(node: RootContent, standard: Standard): boolean {
	if (node.type !== "paragraph" || node.children[0]?.type !== "strong") return false;
	const packages = [...labelsOf(standard, "packages"), ...labelsOf(standard, "removedPackages")];
	const lines = flowOf(node).text.split("\n");
	const labels = lines.map((line) => (labelOf(line) === line ? null : normalise(labelOf(line))));
	return !labels.includes(null) && labels.some((label) => label !== null && packages.includes(label));
}
