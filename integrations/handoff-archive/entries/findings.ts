import { type Finding, findingStates, isActive } from "#model/findings.ts";
import { countMarks, type Verdict, type VerdictMark, verdictLetters } from "#model/verdicts.ts";
import { filled } from "#words/speech.ts";
import type { Places } from "./places.ts";
import type { FindingSlice, HandoffEntry } from "./schemas.ts";

/** What was found as a page about one handoff shows it: what stands in the way first. */
export function gravestFirst(findings: readonly FindingSlice[]): FindingSlice[] {
	return [...findings].sort((a, b) => findingStates.indexOf(a.state) - findingStates.indexOf(b.state));
}

/** A finding as pages show it. */
export function findingSlice(finding: Finding, places: Places): FindingSlice {
	const { rule, message, remedy, handoff, place, excerpt, related } = finding;
	return {
		rule,
		state: stateOf(finding),
		message,
		remedy,
		excuse: excuseOf(finding, places.words.excuses),
		handoff,
		place: places.of(place),
		excerpt: excerpt ?? null,
		related: related.map((other) => ({
			message: other.message,
			place: { ...places.of(other.place), label: places.nameFor(handoff, other.place.path) },
		})),
	};
}

function stateOf(finding: Finding): FindingSlice["state"] {
	if (!isActive(finding)) return finding.excused?.by === "debt" ? "debt" : "waived";
	if (finding.decides !== "fail") return finding.decides;
	return statesBySeverity[finding.severity];
}

const statesBySeverity = { error: "fail", warning: "warning", info: "note" } as const satisfies Record<
	Finding["severity"],
	FindingSlice["state"]
>;

function excuseOf({ excused }: Finding, words: Places["words"]["excuses"]): string | null {
	if (!excused) return null;
	if (excused.by === "debt") return words.debt;
	return filled(words.waived, { ...excused });
}

/** How many rules decided what about a handoff, and what they left undecided without a finding that says so. */
export function verdictSlices(
	verdicts: readonly Verdict[],
	findings: readonly Finding[],
	places: Places,
): Pick<HandoffEntry, "verdicts" | "undecided" | "marks"> {
	const marks = verdicts.map((verdict) => markOf(verdict, findings));
	const said = new Set(findings.map(({ rule, decides }) => `${rule} ${decides}`));
	const undecided: FindingSlice[] = [];
	for (const verdict of verdicts) {
		const { rule, handoff, reason, evidence } = verdict;
		const state = verdict.verdict;
		if ((state !== "needs-human" && state !== "could-not-evaluate") || said.has(`${rule} ${state}`)) continue;
		const [first] = evidence;
		const place = first ? places.of(first.place) : { label: rule, line: null, href: null };
		undecided.push({
			rule,
			state,
			message: reason,
			remedy: null,
			excuse: null,
			handoff,
			place,
			excerpt: first?.quote ?? null,
			related: [],
		});
	}
	return { ...markSlice(marks), undecided };
}

/** What another standard than the one in force would decide, as letters and counts; null where it was not asked. */
export function otherMarks(verdicts: readonly Verdict[]): Pick<HandoffEntry, "verdicts" | "marks"> | null {
	if (verdicts.length === 0) return null;
	return markSlice(verdicts.map((verdict) => markOf(verdict, [])));
}

function markSlice(marks: readonly VerdictMark[]): Pick<HandoffEntry, "verdicts" | "marks"> {
	return { verdicts: countMarks(marks), marks: marks.map((mark) => verdictLetters[mark]).join("") };
}

/** A rule that found several things fails as gravely as the gravest of them. */
export function markOf({ rule, verdict, severity }: Verdict, findings: readonly Finding[]): VerdictMark {
	if (verdict !== "fail") return verdict;
	const states = findings.filter((finding) => finding.rule === rule).map(stateOf);
	return (
		(["fail", "warning", "note"] as const).find((state) => states.includes(state)) ??
		statesBySeverity[severity ?? "error"]
	);
}
