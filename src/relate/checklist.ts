import type { Handoff } from "#model/archive.ts";
import { type Finding, isActive } from "#model/findings.ts";
import type { Phrase, Reason } from "#model/phrase.ts";
import type { Place } from "#model/source.ts";
import type { ChecklistBox, Standard } from "#model/standard.ts";
import { type Evidence, type Verdict, type VerdictWord, verdictWords } from "#model/verdicts.ts";
import { because } from "#words/because.ts";

/** A box of the reviewer's checklist as the rules decide it for one handoff. */
export interface CheckedBox {
	readonly number: number;
	readonly title: string;
	readonly verdict: VerdictWord;
	/** One sentence of the rule that decided, or why nothing could. */
	readonly reason: string;
	/** What the reason is made of; absent where it is what the rule requires. */
	readonly said?: readonly Phrase[];
	/** What else the rule found that keeps the box from being ticked, each said once. */
	readonly others: readonly Reason[];
	/** The rule that decided. */
	readonly rule: string | null;
	readonly evidence: readonly Evidence[];
}

const severities = ["info", "warning", "error"] as const;

/**
 * The reviewer's checklist of a handoff (BHS, Reviewer Checklist). The gravest verdict of a box's rules decides it; a box
 * whose rules had nothing to judge is not ticked, since the reviewer must verify every one. A box that fails says all that its
 * rule found; `findings` are those of the archive, or of the handoff alone.
 */
export function checklistOf(
	verdicts: readonly Verdict[],
	findings: readonly Finding[],
	standard: Standard,
	handoff: Handoff,
): readonly CheckedBox[] {
	const found = Map.groupBy(
		findings.filter((finding) => finding.handoff === handoff.id && finding.decides === "fail" && isActive(finding)),
		({ rule }) => rule,
	);
	const own = new Map(
		verdicts.filter((verdict) => verdict.handoff === handoff.id).map((verdict) => [verdict.rule, verdict]),
	);
	return standard.checklist.map((box) => {
		const decided = box.rules.flatMap((rule) => {
			const verdict = own.get(rule);
			return verdict ? [countedFor(box, verdict, handoff)] : [];
		});
		const [gravest] = decided.toSorted((a, b) => verdictWords.indexOf(a.verdict) - verdictWords.indexOf(b.verdict));
		const all = gravest?.verdict === "fail" ? (found.get(gravest.rule) ?? []) : [];
		const paths = pathsOf(box, handoff);
		return checked(box, gravest, paths ? all.filter(({ place }) => paths.has(place.path)) : all);
	});
}

function checked(box: ChecklistBox, verdict: Verdict | undefined, found: readonly Finding[]): CheckedBox {
	const { number, title, absent } = box;
	if (!verdict) return { number, title, verdict: absent, ...because("unjudged"), others: [], rule: null, evidence: [] };
	const { rule } = verdict;
	const word = verdict.verdict === "not-applicable" ? absent : verdict.verdict;
	const [grave, slight] = [found.filter(weighsOn(box)), found.filter((finding) => !weighsOn(box)(finding))];
	const others = new Map(grave.map((finding) => [finding.message, told(finding)]));
	// What the rule found first may lie in a document that the box does not ask for.
	const [first] = others.values();
	const { reason, said } = first && !others.has(verdict.reason) ? first : verdict;
	others.delete(reason);
	// What is too slight for the box proves nothing here; it is told besides.
	const lines = new Set(grave.map(({ place }) => lineOf(place)));
	const idle = new Set(slight.map(({ place }) => lineOf(place)).filter((line) => !lines.has(line)));
	const evidence = verdict.evidence.filter(({ place }) => !idle.has(lineOf(place)));
	return { number, title, verdict: word, reason, ...(said && { said }), others: [...others.values()], rule, evidence };
}

function weighsOn({ from }: ChecklistBox): (finding: Finding) => boolean {
	return ({ severity }) => severities.indexOf(severity) >= severities.indexOf(from);
}

function told({ rule, message, messageId, data, terms }: Finding): Reason {
	return { reason: message, said: [{ rule, message: messageId, values: data, ...(terms && { terms }) }] };
}

function lineOf(place: Place): string {
	return place.kind === "file" ? place.path : `${place.path}:${place.range.start.line}`;
}

/** A verdict as far as it concerns the box: failures below its severity, or in other documents, do not. */
function countedFor(box: ChecklistBox, verdict: Verdict, handoff: Handoff): Verdict {
	const { from } = box;
	const paths = pathsOf(box, handoff);
	if (paths?.size === 0) return { ...verdict, verdict: "not-applicable", ...because("noSuchDocument"), evidence: [] };
	if (verdict.verdict === "not-applicable") return verdict;
	if (verdict.verdict === "pass") return paths ? { ...verdict, evidence: evidenceIn(paths, verdict) } : verdict;
	const elsewhere = paths && !verdict.evidence.some(({ place }) => paths.has(place.path));
	const slight =
		verdict.verdict === "fail" && severities.indexOf(verdict.severity ?? "error") < severities.indexOf(from);
	if (!elsewhere && !slight) return paths ? { ...verdict, evidence: evidenceIn(paths, verdict) } : verdict;
	// The faults prove nothing of the pass; the documents that have none do.
	const clean = paths ?? new Set(verdict.evidence.map(({ place }) => place.path));
	return { ...verdict, verdict: "pass", ...because("elsewhere"), evidence: evidenceIn(clean, { evidence: [] }) };
}

/** The documents of a handoff that a box asks for; null where it asks for all. */
function pathsOf({ document }: ChecklistBox, { documents }: Handoff): ReadonlySet<string> | null {
	return document ? new Set(documents.filter(({ kind }) => kind === document).map(({ path }) => path)) : null;
}

/** What proves a pass in these documents: their lines, or the documents as they are. */
function evidenceIn(paths: ReadonlySet<string>, { evidence }: Pick<Verdict, "evidence">): readonly Evidence[] {
	const own = evidence.filter(({ place }) => paths.has(place.path));
	return own.length > 0 ? own : [...paths].map((path) => ({ place: { kind: "file", path } }));
}
