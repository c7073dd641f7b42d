import type { DocumentRecord } from "#model/documents.ts";
import type { Facts } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { decisionsOf } from "./decisions/decisions.ts";
import { issueFiles } from "./issue-files.ts";
import { outlineOf } from "./outline/outline.ts";
import { planOf } from "./plan.ts";
import { extractPrompt } from "./prompt.ts";
import type { Identity } from "./references/identify.ts";
import { localLinks } from "./references/links.ts";
import { findReferences } from "./references/mentions.ts";
import { reportedIn } from "./results/reported/reported.ts";
import { extractFiles, extractResults } from "./results.ts";
import { extractSpec } from "./spec.ts";
import { waveOf } from "./wave.ts";

/**
 * Turns one parsed document into its record. `standards[0]` judges documents that no standard recognised. A brief record leaves out
 * the decisions, which no rule asks for.
 */
export function extractDocument(
	parsed: ParsedDocument,
	identity: Identity,
	standards: readonly Standard[],
	file: { readonly bytes: number; readonly sha256: string },
	{ brief = false }: { readonly brief?: boolean } = {},
): DocumentRecord {
	const standard = standards.find(({ id }) => id === identity.standard) ?? standards[0];
	if (!standard) throw new Error("extractDocument needs at least one standard");
	const sections = identity.kind === "other" ? [] : standard.sections[identity.kind];
	const outline = outlineOf(parsed, sections);
	const wave = identity.kind === "other" ? null : waveOf(parsed, standard);
	const title = outline.find(({ depth }) => depth === 1) ?? null;
	const { partRelations, ...references } = findReferences(parsed, identity.handoff, standards);
	const { mentions, relations } = references;
	const context = { outline, mentions, relations: [...partRelations, ...relations] };
	const decisions = brief || identity.kind === "other" ? [] : decisionsOf(parsed, context, standard);
	return {
		path: parsed.source.path,
		kind: identity.kind,
		handoff: identity.handoff,
		standard: identity.standard,
		title: title?.title ?? null,
		titleLine: title?.line ?? null,
		bytes: file.bytes,
		lines: parsed.source.lineStarts.length,
		sha256: file.sha256,
		outline,
		facts: factsOf(parsed, identity, outline, standard),
		...(identity.kind === "results" && reportedState(parsed)),
		...(identity.kind === "spec" && { plan: planOf(parsed, outline, standard) }),
		...(identity.kind === "results" && { files: extractFiles(parsed, outline, standard) }),
		...(identity.kind === "results" && issueFiles(parsed, outline, standard)),
		...references,
		...(decisions.length > 0 && { decisions }),
		links: localLinks(parsed),
		...(wave && { wave }),
		problems: parsed.problems,
	};
}

function reportedState(parsed: ParsedDocument): Pick<DocumentRecord, "reported"> {
	const reported = reportedIn(parsed);
	return reported ? { reported } : {};
}

function factsOf(
	parsed: ParsedDocument,
	{ kind }: Identity,
	outline: DocumentRecord["outline"],
	standard: Standard,
): Facts {
	switch (kind) {
		case "results":
			return extractResults(parsed, outline, standard);
		case "spec":
			return extractSpec(parsed, outline, standard);
		case "prompt":
			return extractPrompt(parsed, outline, standard);
		case "other":
			return {};
	}
}
