import type { DocumentKind } from "#model/documents.ts";
import type { Finding, RaisedFinding, RelatedPlace, RuleMetadata, SeveritySetting } from "#model/findings.ts";
import { oncePer } from "#model/once-per.ts";
import type { Reason } from "#model/phrase.ts";
import type { SeveritySettings } from "#model/severities.ts";
import type { Place, ReadingProblemCode } from "#model/source.ts";
import type { Evidence, Verdict } from "#model/verdicts.ts";
import { because, together, valuesOf } from "#words/because.ts";
import {
	type Detection,
	isStatement,
	type Outcome,
	type RelatedStatement,
	type Stated,
	type Statement,
} from "./outcome.ts";
import type { ArchiveSubject, DocumentRule, DocumentSubject, Rule } from "./rule.ts";

/** What rules made of a subject: the findings, and the verdicts that no finding carries (passes, abstentions). */
export interface Decided {
	readonly findings: readonly RaisedFinding[];
	readonly verdicts: readonly Verdict[];
	/** The rules that had nothing to say of a document, which is most of them: by name, and made verdicts at the end. */
	readonly passed: readonly Passed[];
}

/** Rules that a handoff passes as far as one of its documents goes. */
export interface Passed {
	readonly handoff: string;
	readonly path: string;
	readonly rules: readonly string[];
}

export interface DecideOptions {
	/** Severities by rule id or group ("layout/*"); a rule not named keeps its own. */
	readonly severities: SeveritySettings;
	/** The severities for findings about a handoff, where they differ between handoffs. */
	readonly severitiesOf?: (handoff: string | null) => SeveritySettings;
	/** Leaves out the lines that prove a verdict. */
	readonly brief?: boolean;
	/** The text of a 1-based line of a document; empty where there is none. */
	readonly lineText: (path: string, line: number) => string;
}

/** Lets every document rule decide one document. */
export function decideDocument(rules: readonly Rule[], subject: DocumentSubject, options: DecideOptions): Decided {
	const { kind, handoff, path, problems } = subject.record;
	const unread = problems.find(({ code }) => unreadCodes.has(code));
	const findings: RaisedFinding[] = [];
	const verdicts: Verdict[] = [];
	const silent: string[] = [];
	for (const rule of rulesAbout(kind, rules, options)) {
		// What cannot be read lacks everything; that it cannot be read is the one thing to tell.
		const isSilenced = unread !== undefined && rule.kinds !== undefined;
		let spoken = false;
		for (const outcome of isSilenced ? [unreadStatement(path, unread.code)] : rule.check(subject)) {
			const about = outcome.handoff === undefined ? handoff : outcome.handoff;
			if (about === handoff) spoken = true;
			if (!isStatement(outcome)) findings.push(findingOf(rule, about, outcome, options));
			else if (about !== null) verdicts.push(statementVerdict(rule, about, outcome, options));
		}
		if (!spoken) silent.push(rule.id);
	}
	return { findings, verdicts, passed: handoff === null ? [] : [{ handoff, path, rules: silent }] };
}

const selected = oncePer((_: readonly Rule[]) =>
	oncePer((__: DecideOptions["severities"]) => new Map<DocumentKind, readonly DocumentRule[]>()),
);

/** The rules that judge a kind of document and are not turned off; the same for all documents of an archive. */
function rulesAbout(kind: DocumentKind, rules: readonly Rule[], options: DecideOptions): readonly DocumentRule[] {
	const byKind = selected(rules)(options.severities);
	const known = byKind.get(kind);
	if (known) return known;
	const about = rules.flatMap((rule) =>
		rule.scope === "document" && (rule.kinds?.includes(kind) ?? true) && severityOf(rule, options) !== "off"
			? rule
			: [],
	);
	byKind.set(kind, about);
	return about;
}

/** The verdicts of rules that had nothing to say. */
export function passVerdicts(passed: readonly Passed[], rules: readonly RuleMetadata[]): Verdict[] {
	const requires = new Map(rules.map((rule) => [rule.id, rule.requires]));
	return passed.flatMap(({ handoff, path, rules: silent }) => {
		const evidence = [{ place: filePlaceOf(path) }];
		return silent.map(
			(rule): Verdict => ({ rule, handoff, verdict: "pass", reason: requires.get(rule) ?? rule, evidence }),
		);
	});
}

/** Problems that leave no content for the rules about a kind of document. */
const unreadCodes: ReadonlySet<ReadingProblemCode> = new Set(["binary", "empty", "nesting"]);

function unreadStatement(path: string, code: ReadingProblemCode): Statement {
	const why = because("contentUnread", { rule: `reading/${code}` });
	return { verdict: "could-not-evaluate", ...why, place: filePlaceOf(path) };
}

/** Lets every archive rule decide the archive; a rule that says nothing of a handoff has passed it. */
export function decideArchive(rules: readonly Rule[], subject: ArchiveSubject, options: DecideOptions): Decided {
	return collect(rules, options, (rule) => {
		if (rule.scope !== "archive" || rule.judges) return null;
		const outcomes = [...rule.check(subject)];
		const spoken = new Set(outcomes.map(({ handoff }) => handoff));
		const passes = subject.handoffs.flatMap(({ id, documents }) => {
			const path = documents[0]?.path;
			return spoken.has(id) || path === undefined ? [] : [{ handoff: id, place: filePlaceOf(path) }];
		});
		return { outcomes, handoff: null, passes };
	});
}

/** Lets the rules about waivers, debt and settings decide, once those have been applied. They speak of no handoff. */
export function decideExceptions(rules: readonly Rule[], subject: ArchiveSubject, options: DecideOptions): Decided {
	return collect(rules, options, (rule) => {
		if (rule.scope !== "archive" || !rule.judges) return null;
		return { outcomes: [...rule.check(subject)], handoff: null, passes: [] };
	});
}

interface RuleRun {
	readonly outcomes: Iterable<Outcome<string, string>>;
	/** The handoff an outcome is about where it does not say so itself. */
	readonly handoff: string | null;
	/** Handoffs the rule passes if it has no outcome about them. */
	readonly passes: readonly { readonly handoff: string; readonly place: Place }[];
}

function collect(rules: readonly Rule[], options: DecideOptions, run: (rule: Rule) => RuleRun | null): Decided {
	const findings: RaisedFinding[] = [];
	const verdicts: Verdict[] = [];
	for (const rule of rules) {
		// Off for all, and for no handoff otherwise.
		if (severityOf(rule, options) === "off" && !options.severitiesOf) continue;
		const isOff = (handoff: string | null) => severityOf(rule, optionsFor(handoff, options)) === "off";
		const ran = run(rule);
		if (!ran) continue;
		// Most rules say nothing of most documents: a set for each of them would cost more than they do.
		let spoken: Set<string | null> | null = null;
		for (const outcome of ran.outcomes) {
			const handoff = outcome.handoff === undefined ? ran.handoff : outcome.handoff;
			spoken ??= new Set();
			spoken.add(handoff);
			if (isOff(handoff)) continue;
			if (isStatement(outcome)) {
				if (handoff !== null) verdicts.push(statementVerdict(rule, handoff, outcome, options));
			} else findings.push(findingOf(rule, handoff, outcome, optionsFor(handoff, options)));
		}
		for (const { handoff, place } of ran.passes)
			if (!spoken?.has(handoff) && !isOff(handoff))
				verdicts.push({ rule: rule.id, handoff, verdict: "pass", reason: rule.requires, evidence: [{ place }] });
	}
	return { findings, verdicts, passed: [] };
}

function optionsFor(handoff: string | null, options: DecideOptions): DecideOptions {
	return options.severitiesOf ? { ...options, severities: options.severitiesOf(handoff) } : options;
}

/** The severity that the settings give a rule, by its id or its group. */
export function severityOf({ id }: Rule, { severities }: DecideOptions): SeveritySetting | undefined {
	return severities[id] ?? severities[groupOf(id)];
}

const groups = new Map<string, string>();

/** "layout/*" for "layout/parent"; there are as many ids as rules, and each is asked about for every document. */
function groupOf(id: string): string {
	const group = groups.get(id) ?? `${id.slice(0, id.indexOf("/"))}/*`;
	groups.set(id, group);
	return group;
}

/** The finding of a detection: its words filled in, its line quoted. */
export function findingOf(
	rule: Rule,
	handoff: string | null,
	detection: Detection<string, string>,
	options: DecideOptions,
): RaisedFinding {
	const { messageId, place, related = [], decides = "fail", concealed = false } = detection;
	const { values: data, terms } = valuesOf(detection.data);
	const set = severityOf(rule, options);
	const excerpt = concealed ? undefined : quoteOf(place, options);
	return {
		rule: rule.id,
		messageId,
		severity: set === undefined || set === "off" ? (detection.severity ?? rule.severity) : set,
		place,
		handoff,
		message: fill(rule.messages[messageId] ?? messageId, data),
		remedy: fill(rule.remedy, data),
		data,
		...(terms && { terms }),
		related: related.map((other) => relatedPlace(rule, other)),
		decides,
		...(excerpt === undefined ? {} : { excerpt }),
	};
}

/** The verdict that a statement of a rule makes. */
export function statementVerdict(
	rule: Rule,
	handoff: string,
	statement: Statement<string>,
	options: DecideOptions,
): Verdict {
	const { verdict, place } = statement;
	const { reason, said } = "statement" in statement ? statedBy(rule, statement) : statement;
	return {
		rule: rule.id,
		handoff,
		verdict,
		reason,
		said,
		evidence: place && !options.brief ? [evidenceAt(place, options)] : [],
	};
}

function relatedPlace(rule: Rule, other: RelatedStatement<string>): RelatedPlace {
	const { reason, said } = "statement" in other ? statedBy(rule, other) : other;
	return { place: other.place, message: reason, said };
}

/** A statement of a rule with its words filled in. */
function statedBy({ id, statements }: Rule, { statement, data }: Stated<string>): Reason {
	const { values, terms } = valuesOf(data);
	return {
		reason: fill(statements?.[statement] ?? statement, values),
		said: [{ rule: id, statement, values, ...(terms && { terms }) }],
	};
}

function fill(text: string, data: RaisedFinding["data"]): string {
	return text.includes("{") ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole)) : text;
}

function evidenceAt(place: Place, options: DecideOptions): Evidence {
	const quote = quoteOf(place, options);
	return quote === undefined ? { place } : { place, quote };
}

/** The verdicts that findings carry, one each. */
export function findingVerdicts(findings: readonly (RaisedFinding & Pick<Finding, "excused">)[]): Verdict[] {
	return findings.flatMap(({ rule, handoff, decides, excused, severity, place, excerpt, ...finding }): Verdict[] => {
		if (handoff === null) return [];
		const { message, messageId, data, terms } = finding;
		const found = { reason: message, said: [{ rule, message: messageId, values: data, ...(terms && { terms }) }] };
		const evidence = [excerpt === undefined ? { place } : { place, quote: excerpt }];
		if (excused?.by === "waiver")
			return [{ rule, handoff, verdict: "waived", ...together(found, waivedBy(excused)), evidence }];
		return [{ rule, handoff, verdict: decides, severity, ...found, evidence }];
	});
}

function waivedBy({ owner, expires, reason }: Extract<Finding["excused"], { readonly by: "waiver" }>) {
	return because("waivedBy", { owner, expires, reason });
}

/** A line is quoted up to this many characters; reports and pages are for reading. */
const longestQuote = 400;

function quoteOf(place: Place, { lineText }: DecideOptions): string | undefined {
	if (place.kind === "file") return undefined;
	const text = lineText(place.path, place.range.start.line);
	// A pair of surrogates is not cut in two.
	return text.length > longestQuote ? `${text.slice(0, longestQuote).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

function filePlaceOf(path: string): Place {
	return { kind: "file", path };
}
