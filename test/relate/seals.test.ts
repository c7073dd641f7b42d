import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import type { RuleMetadata } from "#model/findings.ts";
import { sealables } from "#relate/exceptions/seals.ts";
import { handoffRuleMetadata } from "#rules/index.ts";
import { sampleArchive } from "#rules/samples/handoff.ts";
import { checkFiles } from "../rules/archive.ts";

const { documents, baselines, handoffs } = checkFiles(sampleArchive());
const [handoff] = handoffs;
const [first, ...others] = handoffRuleMetadata;
if (!handoff || !first) throw new Error("nothing to validate");

/** What a validation rests on where one rule is changed. */
const basisWith = (changes: Partial<RuleMetadata>) => {
	const digest = (text: string) => createHash("sha256").update(text).digest("hex");
	const rules = [{ ...first, ...changes }, ...others];
	return sealables({ documents, baselines, rules, severities: {}, standards: [], digest })(handoff).basis;
};

it("rests on what rules ask for, and not on how they explain it", () => {
	const before = basisWith({});
	expect(basisWith({ remedy: "Mend it.", why: "It helps." })).toEqual(before);
	for (const change of [{ requires: "Something else." }, { severity: "info" }, { kinds: ["other"] }] as const)
		expect(basisWith(change)).not.toEqual(before);
});
