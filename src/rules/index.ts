import type { RuleMetadata } from "#model/findings.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order of the catalogue. A test compares this list with the folder. */
export const rules: readonly Rule[] = [];

/** What reports and pages show of the rules. */
export const ruleMetadata: readonly RuleMetadata[] = rules.map((rule) => {
	const { id, scope, source, severity, requires, why, remedy } = rule;
	const kinds = rule.scope === "document" && rule.kinds ? { kinds: rule.kinds } : {};
	return { id, scope, ...kinds, source, severity, requires, why, remedy };
});
