import type { Handoff } from "#model/archive.ts";
import type { Phrase } from "#model/phrase.ts";
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
	/** The rule that decided. */
	readonly rule: string | null;
	readonly evidence: readonly Evidence[];
}

const severities = ["info", "warning", "error"] as const;

/**
 * The reviewer's checklist of a handoff (BHS, Reviewer Checklist). The gravest verdict of a box's rules decides it; a box
 * whose rules had nothing to judge is not ticked, since the reviewer must verify every one.
 */
export function checklistOf(verdicts: readonly Verdict[], standard: Standard, handoff: Handoff): readonly CheckedBox[] {
	const own = new Map(
		verdicts.filter((verdict) => verdict.handoff === handoff.id).map((verdict) => [verdict.rule, verdict]),
	);
	return standard.checklist.map((box) => {
		const decided = box.rules.flatMap((rule) => {
			const verdict = own.get(rule);
			return verdict ? [countedFor(box, verdict, handoff)] : [];
		});
		const [gravest] = decided.toSorted((a, b) => verdictWords.indexOf(a.verdict) - verdictWords.indexOf(b.verdict));
		return checked(box, gravest);
	});
}

function checked({ number, title, absent }: ChecklistBox, verdict: Verdict | undefined): CheckedBox {
	if (!verdict) return { number, title, verdict: absent, ...because("unjudged"), rule: null, evidence: [] };
	const { reason, said, rule, evidence } = verdict;
	const word = verdict.verdict === "not-applicable" ? absent : verdict.verdict;
	return { number, title, verdict: word, reason, ...(said && { said }), rule, evidence };
}

/** A verdict as far as it concerns the box: failures below its severity, or in other documents, do not. */
function countedFor({ from, document }: ChecklistBox, verdict: Verdict, { documents }: Handoff): Verdict {
	if (document && documents.every(({ kind }) => kind !== document))
		return { ...verdict, verdict: "not-applicable", ...because("noSuchDocument"), evidence: [] };
	const paths = document && new Set(documents.filter(({ kind }) => kind === document).map(({ path }) => path));
	if (verdict.verdict === "not-applicable") return verdict;
	if (verdict.verdict === "pass") return paths ? { ...verdict, evidence: evidenceIn(paths, verdict) } : verdict;
	const elsewhere = paths && !verdict.evidence.some(({ place }) => paths.has(place.path));
	const slight =
		verdict.verdict === "fail" && severities.indexOf(verdict.severity ?? "error") < severities.indexOf(from);
	if (!elsewhere && !slight) return verdict;
	// The faults prove nothing of the pass; the documents that have none do.
	const clean = paths ?? new Set(verdict.evidence.map(({ place }) => place.path));
	return { ...verdict, verdict: "pass", ...because("elsewhere"), evidence: evidenceIn(clean, { evidence: [] }) };
}

/** What proves a pass in these documents: their lines, or the documents as they are. */
function evidenceIn(paths: ReadonlySet<string>, { evidence }: Pick<Verdict, "evidence">): readonly Evidence[] {
	const own = evidence.filter(({ place }) => paths.has(place.path));
	return own.length > 0 ? own : [...paths].map((path) => ({ place: { kind: "file", path } }));
}
