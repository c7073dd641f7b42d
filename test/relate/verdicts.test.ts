import { describe, expect, it } from "vitest";
import type { Handoff } from "#model/archive.ts";
import type { RuleMetadata } from "#model/findings.ts";
import type { Verdict, VerdictWord } from "#model/verdicts.ts";
import { verdictsOf } from "#relate/verdicts.ts";
import { because } from "#words/because.ts";

const handoff = { id: "H-1" } as Handoff;
const rule = { id: "results/status" } as RuleMetadata;
const decision = (verdict: VerdictWord, more: Partial<Verdict> = {}): Verdict => ({
	rule: rule.id,
	handoff: handoff.id,
	verdict,
	reason: verdict,
	evidence: [{ place: { kind: "file", path: `${verdict}.md` } }],
	...more,
});
const nothing = because("ruleIsSilent");
const decide = (decisions: readonly Verdict[]) => verdictsOf(decisions, [handoff], [rule], () => nothing);

describe("the verdict of a handoff on a rule", () => {
	it.each([
		[["pass", "fail"], "fail"],
		[["pass", "could-not-evaluate"], "could-not-evaluate"],
		[["needs-human", "could-not-evaluate"], "could-not-evaluate"],
		[["pass", "needs-human", "waived"], "needs-human"],
		[["waived", "pass"], "waived"],
		[["not-applicable", "pass"], "pass"],
	] as const)("of %j is %s", (words, expected) => {
		expect(decide(words.map((word) => decision(word))).map(({ verdict }) => verdict)).toEqual([expected]);
	});

	it("is not applicable, never a pass, where no rule spoke", () => {
		expect(decide([])).toEqual([
			{ rule: rule.id, handoff: "H-1", verdict: "not-applicable", ...nothing, evidence: [] },
		]);
	});

	it("takes reason and severity from the severest failure and the evidence of all", () => {
		const [verdict] = decide([
			decision("fail", { severity: "warning", reason: "bare hash" }),
			decision("fail", { severity: "error", reason: "malformed hash" }),
			decision("pass"),
		]);
		expect(verdict).toMatchObject({ severity: "error", reason: "malformed hash" });
		expect(verdict?.evidence).toHaveLength(2);
	});
});
