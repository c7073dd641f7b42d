import type { Archive, Handoff } from "#model/archive.ts";
import type { HandoffBaseline } from "#model/baselines.ts";
import { type Finding, isActive } from "#model/findings.ts";
import type { Standard } from "#model/standard.ts";
import type { Evidence, Verdict } from "#model/verdicts.ts";
import { type CheckedBox, checklistOf } from "./checklist.ts";

/** A section that was written for the reviewer to read. */
interface SectionToRead {
	readonly title: string;
	readonly path: string;
	readonly line: number;
}

/** What no rule can decide, or none could decide here. */
interface JudgedByHuman {
	readonly rule: string;
	readonly verdict: Extract<Verdict["verdict"], "needs-human" | "could-not-evaluate">;
	/** What the rule asks. */
	readonly requires: string;
	/** What a human must look at, or what kept the rule from deciding. */
	readonly reason: string;
	readonly evidence: readonly Evidence[];
}

/** Everything that stands between a handoff and VALIDATED; no score, since one unmet box is enough. */
export interface Review {
	readonly handoff: Handoff;
	readonly boxes: readonly CheckedBox[];
	/** The boxes that are neither passed nor waived. */
	readonly inTheWay: readonly CheckedBox[];
	readonly toJudge: readonly JudgedByHuman[];
	readonly toRead: readonly SectionToRead[];
	/** What counts against the handoff beyond the boxes, in the order of the report. */
	readonly findings: readonly Finding[];
	/** What it started from; null where that is not known. */
	readonly baseline: HandoffBaseline | null;
}

/**
 * The reviewer's desk of one handoff (BHS, Reviewer Checklist): the boxes with the lines that decide them, then what is left
 * to a human, then what else was found.
 */
export function reviewOf(archive: Archive, handoff: Handoff, standard: Standard): Review {
	const { documents, findings, rules, verdicts, baselines = [] } = archive;
	const boxes = checklistOf(verdicts, findings, standard, handoff);
	// A box speaks of the rule that decided it. What its other rules found, or found too slight for the box, is told besides.
	const told = new Set(
		boxes.flatMap(({ rule, verdict, reason, others }) => [
			`${verdict} ${rule}`,
			...[reason, ...others.map((other) => other.reason)].map((one) => `${verdict} ${rule} ${one}`),
		]),
	);
	const requires = new Map(rules.map((rule) => [rule.id, rule.requires]));
	const paths = new Set(handoff.documents.map(({ path }) => path));
	const read = new Set(standard.reviewerReads);
	return {
		handoff,
		boxes,
		inTheWay: boxes.filter(({ verdict }) => verdict !== "pass" && verdict !== "waived"),
		toJudge: verdicts.flatMap(({ rule, handoff: id, verdict, reason, evidence }) =>
			id === handoff.id &&
			(verdict === "needs-human" || verdict === "could-not-evaluate") &&
			!told.has(`${verdict} ${rule}`)
				? [{ rule, verdict, requires: requires.get(rule) ?? rule, reason, evidence }]
				: [],
		),
		toRead: documents
			.filter(({ path }) => paths.has(path))
			.flatMap(({ path, outline }) =>
				outline
					.filter(({ keys, line, endLine }) => endLine > line && keys.some((key) => read.has(key)))
					.map(({ title, line }) => ({ title, path, line })),
			),
		findings: findings.filter(
			(finding) =>
				finding.handoff === handoff.id &&
				isActive(finding) &&
				finding.decides === "fail" &&
				!told.has(`fail ${finding.rule} ${finding.message}`),
		),
		baseline: baselines.find((baseline) => baseline.handoff === handoff.id) ?? null,
	};
}
