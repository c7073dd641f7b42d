import type { Heading } from "#model/documents.ts";
import { type Fact, notStated } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { why } from "#words/because.ts";
import { sectionNear } from "../outline/near-sections.ts";
import { type Block, blocksOf, labelOf } from "../text/blocks.ts";
import { normalise } from "../text/text.ts";
import { findPackages, hasPhrase, labelsOf, startsWithPhrase, wordsOf } from "../text/vocabulary.ts";
import { governedIds } from "./governed-packages.ts";
import { inFiles, inPlan, inPlanProse } from "./package-sections.ts";
import { headOf, packageIds, startsWithPackage, valueIds } from "./package-words.ts";

/**
 * The packages that a spec plans, creates, modifies or removes (BHS, Package Plan and Files Summary), not those it depends
 * on, reads or mentions. Where there is no Package Plan, the labels of the mission ("Packages modified:") and the files
 * that the steps edit count too.
 */
export function plannedPackages(
	parsed: ParsedDocument,
	outline: readonly Heading[],
	standard: Standard,
): Fact<readonly string[]> {
	const section = (key: string) => outline.find(({ keys }) => keys.includes(key));
	const plan = sectionNear("packagePlan", outline, standard);
	const files = sectionNear("filesSummary", outline, standard);
	const planBlocks = plan ? blocksOf(parsed, plan) : [];
	const listed = planBlocks.flatMap((block) => inPlan(block, standard));
	const planned = listed.length > 0 ? listed : planBlocks.flatMap((block) => inPlanProse(block, standard));
	const filed = files ? blocksOf(parsed, files).flatMap((block) => inFiles(block, standard)) : [];
	const opening = blocksOf(parsed, openingOf(parsed, outline, section("mission")));
	// The plan overrules the mission's labels, but need not list what is taken away.
	const removed = labelsOf(standard, "removedPackages");
	const labels = planned.length > 0 ? removed : [...labelsOf(standard, "packages"), ...removed];
	const labelled = opening.flatMap((block) => inLabels(block, labels, standard)).map(({ id }) => id);
	const isPlanned = planned.length > 0 || plansNone(planBlocks, standard);
	const stepped = isPlanned ? [] : editedInSteps(parsed, outline, standard);
	const isTold = !isPlanned && filed.length === 0 && labelled.length === 0;
	const told = isTold ? toldIn(opening, standard) : [];
	const all = [
		{ name: "fromPackagePlan", line: plan?.line ?? 1, found: planned },
		{ name: "fromFilesSummary", line: files?.line ?? 1, found: filed },
		{ name: "fromMission", line: section("mission")?.line ?? 1, found: [...labelled, ...told] },
		{ name: "fromSteps", line: 1, found: stepped },
	] as const;
	const sources = all.filter(({ found }) => found.length > 0);
	const [first] = sources;
	if (!first) return notStated;
	const value = [...new Set(sources.flatMap(({ found }) => found))];
	if (sources.length === 1) return { state: "stated", value, line: first.line };
	const parts = sources.map(({ name }) => why(name));
	return {
		state: "derived",
		value,
		line: first.line,
		from: parts.map(({ reason }) => reason).join(" + "),
		said: parts.flatMap(({ said }, at) => (at === 0 ? said : [{ text: "+" }, ...said])),
	};
}

/** Whether a Package Plan opens with words by which there is none. */
function plansNone([first]: readonly Block[], standard: Standard): boolean {
	if (first?.kind !== "paragraph") return false;
	return startsWithPhrase(normalise(first.lines.join(" ")), standard.spec.noPackages.map(normalise));
}

/** The packages that a spec takes away: labels of its opening say so ("Packages removed: PKG-A-001"). */
export function removedPackages(
	parsed: ParsedDocument,
	outline: readonly Heading[],
	standard: Standard,
): readonly LabelledId[] {
	const labels = labelsOf(standard, "removedPackages");
	const mission = outline.find(({ keys }) => keys.includes("mission"));
	return blocksOf(parsed, openingOf(parsed, outline, mission)).flatMap((block) => inLabels(block, labels, standard));
}

/** What stands before the first section, and the mission. */
function openingOf(
	parsed: ParsedDocument,
	outline: readonly Heading[],
	mission: Heading | undefined,
): Pick<Heading, "line" | "endLine"> {
	const second = outline.find(({ keys }) => keys.length > 0 && !keys.includes("mission"));
	return {
		line: 0,
		endLine: mission?.endLine ?? (second ? second.line - 1 : Math.min(40, parsed.source.lineStarts.length)),
	};
}

/** A package id that a label gives, and its line. */
interface LabelledId {
	readonly id: string;
	readonly line: number;
}

/** The ids that the labels of an opening give: "**Packages modified:** PKG-A-001", as lines, items or rows of a table. */
function inLabels(block: Block, labels: readonly string[], standard: Standard): readonly LabelledId[] {
	const isLabel = (text: string) =>
		labels.includes(normalise(text.replace(/\([^()]*\)/gu, " "))) || labels.includes(normalise(text));
	const at = (line: number, ids: readonly string[]) => ids.map((id) => ({ id, line }));
	const inLine = (text: string, line: number) => {
		const label = labelOf(text);
		return label !== text && isLabel(label) ? at(line, valueIds(text.slice(label.length + 1), label, standard)) : [];
	};
	switch (block.kind) {
		case "paragraph":
			return block.lines.flatMap((text, index) => inLine(text, block.line + index));
		case "item": {
			const head = headOf(block.text);
			return isLabel(block.context.lead) && startsWithPackage(head, standard)
				? at(block.line, packageIds(head, standard))
				: inLine(block.text, block.line);
		}
		case "table":
			return [{ cells: block.header, line: block.line }, ...block.rows].flatMap(
				({ cells: [label = "", value = ""], line }) =>
					isLabel(label) ? at(line, valueIds(value, label, standard)) : [],
			);
		default:
			return [];
	}
}

/** Sections that speak of files which they do not edit. */
const notSteps: readonly string[] = ["testPlan", "existingCode", "endToEndVerification", "designPrinciples"];

/** Files that the steps of a spec without a Package Plan edit: "Update `PKG-A-001/manifest.json`". */
function editedInSteps(parsed: ParsedDocument, outline: readonly Heading[], standard: Standard): readonly string[] {
	const verbs = wordsOf(standard, "editVerbs");
	const aside = outline.filter(
		({ keys, title }) =>
			keys.some((key) => notSteps.includes(key)) || hasPhrase(normalise(title), wordsOf(standard, "answerKeys")),
	);
	const whole = { line: 0, endLine: parsed.source.lineStarts.length };
	return blocksOf(parsed, whole)
		.filter(({ line }) => !aside.some((section) => line > section.line && line <= section.endLine))
		.flatMap((block) => {
			if (block.kind !== "item" && block.kind !== "paragraph") return [];
			const lines = block.kind === "item" ? block.text.split("\n") : block.lines;
			return lines.flatMap((line) => (startsWithPhrase(normalise(line), verbs) ? objectOf(line, standard) : []));
		});
}

/** The path or archive right behind the verb: "Rebuild `_staging/PKG-A-001.tar.gz`:". */
function objectOf(line: string, standard: Standard): readonly string[] {
	const [first] = findPackages(line, standard);
	if (!first) return [];
	const between = line.slice(0, first.start);
	const away = hasPhrase(normalise(between), wordsOf(standard, "sourceWords"));
	return away || between.length > 80 ? [] : [first.id];
}

/** The ids that an opening's verbs govern, else the only one that it names and says nothing else of. */
function toldIn(opening: readonly Block[], standard: Standard): readonly string[] {
	const governed = opening.flatMap((block) => inProse(block, standard));
	if (governed.length > 0) return governed;
	const sentences = opening.flatMap((block) => sentencesOf(block));
	const naming = sentences.filter((sentence) => findPackages(sentence, standard).length > 0);
	const ids = new Set(naming.flatMap((sentence) => findPackages(sentence, standard).map(({ id }) => id)));
	const aside = (sentence: string) =>
		["sourceWords", "negations"].some((list) => hasPhrase(normalise(sentence), wordsOf(standard, list)));
	const none = sentences.some((sentence) => hasPhrase(normalise(sentence), wordsOf(standard, "noPackages")));
	return ids.size === 1 && !none && !naming.some(aside) ? [...ids] : [];
}

function sentencesOf(block: Block): readonly string[] {
	return block.kind === "paragraph" ? block.lines.join(" ").split(/(?<=[.;])\s/u) : [];
}

/** "Build `PKG-A-001` on top of `PKG-B-001` and remove `PKG-C-001`": the ids that a mission's verbs govern. */
function inProse(block: Block, standard: Standard): readonly string[] {
	return sentencesOf(block).flatMap((sentence) => governedIds(sentence, ["buildVerbs"], standard));
}
