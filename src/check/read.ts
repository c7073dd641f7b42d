import { extractDocument } from "#extract/document.ts";
import { identify, isMarkdownPath } from "#extract/references/identify.ts";
import { findSecrets, mayHoldSecret, suspectedSecrets, withoutSecrets } from "#extract/secrets.ts";
import { reportedTests } from "#extract/tests/reported-tests.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { RaisedFinding } from "#model/findings.ts";
import { coversHandoff } from "#model/handoff-range.ts";
import type { ArchiveEntry, ReadingProblem } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import type { Verdict } from "#model/verdicts.ts";
import { createMarkdownParser, type MarkdownParser, type ParsedDocument } from "#parse/markdown.ts";
import { defaultNestingLimits } from "#parse/nesting.ts";
import { lineText } from "#parse/source-text.ts";
import { ruleMetadata, rules } from "#rules/index.ts";
import {
	type Decided,
	type DecideOptions,
	decideDocument,
	findingVerdicts,
	type Passed,
	passVerdicts,
} from "#rules/judging/decide.ts";
import { type ArchiveSource, type CheckOptions, severitiesIn } from "./source.ts";

/** What reading a part of an archive gives: small and serialisable, so that parts can be read side by side. */
export interface DocumentsRead {
	readonly documents: readonly DocumentRecord[];
	readonly problems: readonly ReadingProblem[];
	readonly findings: readonly RaisedFinding[];
	readonly judged: readonly JudgedDocument[];
}

/** What rules made of a document besides findings. Apart for each document: parts may hold them in any order. */
interface JudgedDocument {
	readonly path: string;
	readonly verdicts: readonly Verdict[];
	readonly passed: readonly Passed[];
	/** Verdicts of the first standard, where another one judges the document and they were asked for. */
	readonly today: readonly Verdict[];
}

/** The first half: reads, parses, extracts and judges each document by itself. */
export function readDocuments(
	source: ArchiveSource,
	entries: readonly ArchiveEntry[],
	options: CheckOptions,
): DocumentsRead {
	const { standards, parsing } = options;
	const parse = createMarkdownParser({
		...(parsing && { parser: parsing.parser, limits: { ...defaultNestingLimits, nesting: parsing.nesting } }),
		...(source.loadRemark && { loadRemark: source.loadRemark }),
	});
	const severities = severitiesIn(options);
	const part = {
		documents: [],
		problems: [],
		findings: [],
		judged: [],
	} as Lists<DocumentsRead>;
	for (const entry of entries) {
		const read = readDocument(source, entry, options, parse);
		if (!read) continue;
		if ("problem" in read) {
			part.problems.push(read.problem);
			continue;
		}
		const { parsed, record } = read;
		part.documents.push(record);
		const [current] = standards;
		const standard = standards.find(({ id }) => id === record.standard) ?? current;
		const decide: DecideOptions = {
			severities: severities(record.handoff),
			lineText: (_path, line) => lineText(parsed.source, line),
			...(options.brief && { brief: true }),
		};
		if (standard) {
			const { findings, verdicts, passed } = decideDocument(rules, { record, parsed, standard }, decide);
			const asked = options.today && current && standard !== current ? current : null;
			const today = asked && decideDocument(rules, { record: read.recordBy(asked), parsed, standard: asked }, decide);
			part.findings.push(...findings);
			part.judged.push({ path: record.path, verdicts, passed, today: today ? allVerdicts(today) : [] });
		}
		options.onDocument?.(parsed, record);
	}
	return part;
}

function allVerdicts({ findings, verdicts, passed }: Decided): readonly Verdict[] {
	return [...findingVerdicts(findings), ...verdicts, ...passVerdicts(passed, ruleMetadata)];
}

type Lists<Part> = { -readonly [Key in keyof Part]: Part[Key] extends readonly (infer Item)[] ? Item[] : never };

/** A document read, parsed and extracted; or what kept it from being read; or null for what is no document. */
function readDocument(
	source: ArchiveSource,
	entry: ArchiveEntry,
	{ standards, inForce = [], packages, brief = false }: CheckOptions,
	parse: MarkdownParser,
) {
	if (entry.kind === "problem") return { problem: entry.problem };
	if (entry.isTransfer || !isMarkdownPath(entry.path)) return null;
	const bytes = source.read(entry.path);
	if (!(bytes instanceof Uint8Array)) return { problem: bytes };
	const { parsed, secrets } = parseConcealed(entry.path, bytes, parse, source);
	const file = { bytes: bytes.length, sha256: source.sha256(bytes) };
	const identity = identify(entry.path, standards);
	const { handoff } = identity;
	const set = handoff === null ? undefined : inForce.find(({ handoffs }) => coversHandoff(handoffs, handoff));
	const recordBy = (standard: string | null): DocumentRecord => ({
		...extractDocument(parsed, { ...identity, standard }, standards, file, { brief }),
		...(secrets && { secrets }),
		...(packages && identity.kind === "results" && namedTests(parsed, standards, standard)),
	});
	return {
		parsed,
		record: recordBy(set?.standard ?? identity.standard),
		/** The record as another standard reads it, without parsing again. */
		recordBy: ({ id }: Standard) => recordBy(id),
	};
}

/** The tests that RESULTS names: only what is compared with the plan needs them. */
function namedTests(
	parsed: ParsedDocument,
	standards: readonly Standard[],
	id: string | null,
): Pick<DocumentRecord, "testNames"> {
	const standard = standards.find((one) => one.id === id) ?? standards[0];
	const testNames = standard ? reportedTests(parsed, standard) : [];
	return testNames.length > 0 ? { testNames } : {};
}

/** A document without the credentials it holds: what comes after this cannot show them, neither a report nor a page. */
function parseConcealed(path: string, bytes: Uint8Array, parse: MarkdownParser, source: ArchiveSource) {
	const parsed = parse(path, bytes);
	const rules = mayHoldSecret(parsed.source.text) ? (source.loadSecretRules?.() ?? []) : null;
	if (rules === null) return { parsed };
	const secrets = rules.length > 0 ? findSecrets(parsed.source, rules) : suspectedSecrets(parsed.source);
	if (secrets.length === 0) return { parsed };
	const concealed = parse(path, new TextEncoder().encode(withoutSecrets(parsed.source, secrets)));
	return { parsed: { ...concealed, problems: parsed.problems }, secrets };
}
