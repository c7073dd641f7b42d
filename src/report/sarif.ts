import type { Finding, RuleMetadata, Severity } from "#model/findings.ts";
import type { Place, Range } from "#model/source.ts";
import type { Report, Reporter } from "./report.ts";
import { jsonText, plainRemedy, wholeExcerpt } from "./text.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** Names the folder that all paths start from; who reads the log knows where it is. */
const root = "SRCROOT";

/**
 * SARIF 2.1.0 (OASIS): rules with help, stable fingerprints, and what waivers and debt excuse as suppressed results. Every
 * result carries `suppressions`, because a reader takes a missing list for "not known" (section 3.27.23).
 */
export const sarif: Reporter = (report) => {
	const ruleIndex = new Map(report.rules.map(({ id }, index) => [id, index]));
	const log = {
		$schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: { driver: { name: "handoffs", fullName: "Handoff Archive", rules: report.rules.map(descriptor) } },
				automationDetails: { id: "handoffs/" },
				columnKind: "utf16CodeUnits",
				originalUriBaseIds: { [root]: { description: { text: "The folder that the paths start from." } } },
				results: report.findings.map((finding) => result(finding, report, ruleIndex)),
				properties: { title: report.title, verdicts: report.verdicts },
			},
		],
	};
	return `${jsonText(log, "\t")}\n`;
};

function descriptor({ id, severity, requires, why, remedy, source }: RuleMetadata) {
	// What a remedy names is known for a finding only.
	const general = remedy.replaceAll(/\{\w+\}/g, "…");
	const section = `${source.standard}, ${source.section}`;
	return {
		id,
		shortDescription: { text: requires },
		fullDescription: { text: `${requires} ${why}` },
		help: {
			text: `${requires}\n\n${why}\n\nTo mend it: ${plainRemedy(general)}\n\nSource: ${section}`,
			markdown: `${requires}\n\n${why}\n\n**To mend it:** ${general}\n\nSource: ${section}`,
		},
		defaultConfiguration: { level: levels[severity] },
		properties: { tags: [id.split("/")[0] ?? id] },
	};
}

function result(finding: Finding, report: Report, ruleIndex: ReadonlyMap<string, number>) {
	const { rule, severity, message, remedy, place, related, fingerprint, handoff, decides } = finding;
	const index = ruleIndex.get(rule);
	return {
		ruleId: rule,
		...(index !== undefined && { ruleIndex: index }),
		level: levels[severity],
		message: { text: `${message}\nTo mend it: ${plainRemedy(remedy)}` },
		locations: [{ physicalLocation: physical(place, report, finding) }],
		...(related.length > 0 && {
			relatedLocations: related.map((other, id) => ({
				id,
				physicalLocation: physical(other.place, report),
				message: { text: other.message },
			})),
		}),
		partialFingerprints: { "handoffs/v1": fingerprint },
		suppressions: suppressions(finding),
		properties: { decides, ...(handoff !== null && { handoff }) },
	};
}

function suppressions({ excused }: Finding) {
	if (!excused) return [];
	const justification =
		excused.by === "debt"
			? "Recorded as debt."
			: `Waived by ${excused.owner} until ${excused.expires}: ${excused.reason}`;
	return [{ kind: "external", status: "accepted", justification }];
}

function physical(place: Place, report: Report, finding?: Finding) {
	const artifactLocation = { uri: relativeUri(report.fileOf(place.path)), uriBaseId: root };
	if (place.kind === "file") return { artifactLocation };
	const { start, end } = place.range;
	const snippet = finding && snippetOf(finding, place.range);
	return {
		artifactLocation,
		region: {
			startLine: start.line,
			startColumn: start.column,
			endLine: end.line,
			endColumn: end.column,
			...(snippet && { snippet: { text: snippet } }),
		},
	};
}

/** The words of the place, where they stand in one line that is known as a whole. */
function snippetOf(finding: Finding, { start, end }: Range): string | undefined {
	const line = wholeExcerpt(finding);
	return line === undefined || start.line !== end.line ? undefined : line.slice(start.column - 1, end.column - 1);
}

/** A path as a relative reference (RFC 3986), every character percent-encoded that has a meaning in addresses. */
function relativeUri(path: string): string {
	return path
		.toWellFormed()
		.split("/")
		.map((part) => encodeURIComponent(part))
		.join("/");
}
