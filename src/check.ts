import { extractDocument } from "#extract/document.ts";
import { identify, isMarkdownPath } from "#extract/identify.ts";
import type { Archive } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { compareFindings, compareText, type Finding, type SeveritySetting } from "#model/findings.ts";
import type { ArchiveEntry, ReadingProblem } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import { type ParsedDocument, parseMarkdown } from "#parse/markdown.ts";
import { relateHandoffs } from "#relate/handoffs.ts";
import { ruleMetadata, rules } from "#rules/index.ts";
import { type Detection, isStatement, type Rule } from "#rules/rule.ts";

/** Where the documents come from. The pipeline itself touches no disk. */
export interface ArchiveSource {
	/** What the archive folders hold, problems of the listing included. */
	readonly entries: readonly ArchiveEntry[];
	/** A file's bytes, or what kept it from being read. */
	read(path: string): Uint8Array | ReadingProblem;
	/** SHA-256 of the bytes as 64 hex digits. */
	sha256(bytes: Uint8Array): string;
}

export interface CheckOptions {
	readonly title: string;
	/** Most specific first; the first that recognises a file's name judges it. */
	readonly standards: readonly Standard[];
	/** Severities by rule id or group ("layout/*"); a rule not named keeps its own. */
	readonly severities?: Readonly<Record<string, SeveritySetting>>;
	/** Sees each document while its tree is there, so that it is parsed once for facts and page. */
	readonly onDocument?: (parsed: ParsedDocument, record: DocumentRecord) => void;
}

/**
 * Reads an archive and decides its rules: discover, read, parse, extract, relate, check.
 * Bad documents become findings; nothing that a document holds makes this throw.
 */
export function checkArchive(source: ArchiveSource, options: CheckOptions): Archive {
	const { standards } = options;
	const documents: DocumentRecord[] = [];
	const findings: Finding[] = [];
	const problems: ReadingProblem[] = [];

	for (const entry of [...source.entries].sort((a, b) => compareText(a.path, b.path))) {
		if (entry.kind === "problem") {
			problems.push(entry.problem);
			continue;
		}
		if (!isMarkdownPath(entry.path)) continue;
		const bytes = source.read(entry.path);
		if (!(bytes instanceof Uint8Array)) {
			problems.push(bytes);
			continue;
		}
		const parsed = parseMarkdown(entry.path, bytes);
		const identity = identify(entry.path, standards);
		const record = extractDocument(parsed, identity, standards, { bytes: bytes.length, sha256: source.sha256(bytes) });
		documents.push(record);
		const standard = standards.find(({ id }) => id === record.standard) ?? standards[0];
		if (standard)
			for (const rule of rules)
				if (rule.scope === "document" && (rule.kinds?.includes(record.kind) ?? true))
					for (const outcome of rule.check({ record, parsed, standard }))
						if (!isStatement(outcome)) findings.push(...finding(rule, outcome, record.handoff, options));
		options.onDocument?.(parsed, record);
	}

	const { handoffs, relations } = relateHandoffs(documents, standards);
	for (const rule of rules)
		if (rule.scope === "archive")
			for (const outcome of rule.check({
				entries: source.entries,
				documents,
				handoffs,
				relations,
				problems,
				standards,
			}))
				if (!isStatement(outcome)) findings.push(...finding(rule, outcome, null, options));

	findings.sort(compareFindings);
	const count = (severity: Finding["severity"]) => findings.filter((found) => found.severity === severity).length;
	return {
		title: options.title,
		documents,
		handoffs,
		relations,
		findings,
		rules: ruleMetadata,
		summary: {
			documents: documents.length,
			handoffs: handoffs.length,
			errors: count("error"),
			warnings: count("warning"),
			infos: count("info"),
		},
	};
}

function finding(
	rule: Rule,
	detection: Detection<string>,
	handoff: string | null,
	{ severities }: CheckOptions,
): Finding[] {
	const severity = severities?.[rule.id] ?? severities?.[`${rule.id.split("/")[0]}/*`] ?? rule.severity;
	if (severity === "off") return [];
	const data = detection.data ?? {};
	const words = rule.messages[detection.messageId] ?? detection.messageId;
	const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
	return [
		{
			rule: rule.id,
			messageId: detection.messageId,
			severity,
			place: detection.place,
			handoff: detection.handoff === undefined ? handoff : detection.handoff,
			message: fill(words),
			remedy: fill(rule.remedy),
			data,
			related: detection.related ?? [],
		},
	];
}
