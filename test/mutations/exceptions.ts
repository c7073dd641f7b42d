import { ruleMetadata } from "#check.ts";
import { readWaivers } from "#parse/waivers.ts";
import type { Mutation } from "./mutation.ts";

const ruleIds = ruleMetadata.map(({ id }) => id);
const path = "handoffs.waivers.yaml";
const debtPath = "handoffs.debt.json";

interface Waived {
	readonly rule?: string;
	readonly expires?: string;
	/** The handoff it names instead of the intact one. */
	readonly handoff?: string;
	/** The line that is reported. */
	readonly line: number;
}

/** A waiver of a rule for the handoff, read on a day of 2026. */
function waiver(
	title: string,
	{ rule = "spec/section-missing", expires = "2027-12-31", handoff, line }: Waived,
): Mutation {
	return {
		title,
		apply({ id }) {
			const text = [
				"waivers:",
				`  - rule: ${rule}`,
				`    handoffs: ${handoff ?? id}`,
				"    owner: Ann",
				"    reason: agreed",
				`    expires: ${expires}`,
				"",
			].join("\n");
			return {
				exceptions: { waivers: { ...readWaivers({ path, text }, ruleIds), today: "2026-06-15" } },
				expected: { path, line, handoff: null },
			};
		},
	};
}

const entry = (count: number) => ({
	count,
	fingerprints: Array.from({ length: count }, (_, index) => `recorded-${index + 1}`),
});

const settingsPath = "handoffs.config.yaml";

/** Settings for a handoff of that name, made of the intact one's; their second line is reported. */
function setting(title: string, name: (id: string) => string, key: "rulesFor" | "waves" = "rulesFor"): Mutation {
	return {
		title,
		apply({ id }) {
			const text = name(id);
			const line = `  - handoffs: ${text}`;
			const range = { start: { line: 2, column: 15 }, end: { line: 2, column: 15 + text.length } };
			const place = { kind: "range", path: settingsPath, range } as const;
			return {
				exceptions: {
					named: { path: settingsPath, text: `${key}:\n${line}\n`, names: [{ setting: key, text, place }] },
				},
				expected: { path: settingsPath, line: 2, handoff: null },
			};
		},
	};
}

/** Mutations of the settings and the files about waivers and debt: of these, not of the documents, their rules speak. */
export const exceptionMutations: Readonly<Record<string, readonly Mutation[]>> = {
	"waiver/expired": [waiver("a waiver of yesterday", { expires: "2026-06-14", line: 6 })],
	"waiver/malformed": [
		waiver("a day that does not exist", { expires: "2027-02-31", line: 6 }),
		waiver("a rule that does not exist", { rule: "spec/nothing", line: 2 }),
		waiver("a rule that is misspelt", { rule: "spec/section-mising", line: 2 }),
		waiver("a handoff that is not there", { handoff: "CLEANUP-77", line: 3 }),
		waiver("a handoff of no known kind", { handoff: "TIDE-TABLE", line: 3 }),
		waiver("several handoffs in one text", { handoff: "H-1, H-2", line: 3 }),
		waiver("a range that runs backwards", { handoff: "H-9..H-3", line: 3 }),
	],
	"waiver/refused": [waiver("a waiver of unreadable documents", { rule: "reading/unreadable", line: 2 })],
	"waiver/unused": [
		waiver("a waiver of nothing", { line: 3 }),
		waiver("a waiver for nobody", { handoff: "H-70..H-80", line: 3 }),
	],
	"settings/handoff": [
		setting("a handoff of no known kind", () => "TIDE-TABLE"),
		setting("another spelling", (id) => id.toLowerCase()),
		setting("a range with a dash", (id) => `${id} - H-99`),
		setting("a range of nobody", () => "INTEGRATION-1..INTEGRATION-2"),
		setting("a handoff that is planned", () => "H-99", "waves"),
	],
	"debt/shrunk": [
		{
			title: "what was recorded is gone",
			apply: ({ documents: { spec } }) =>
				spec
					? {
							exceptions: { debt: { path: debtPath, recorded: { [spec.path]: { "spec/mission": entry(2) } } } },
							expected: { path: debtPath, line: null, handoff: null },
						}
					: null,
		},
	],
	"debt/grown": [
		{
			title: "more is recorded than before",
			apply: ({ documents: { spec } }) =>
				spec
					? {
							exceptions: {
								debt: {
									path: debtPath,
									recorded: { [spec.path]: { "spec/mission": entry(2) } },
									former: { [spec.path]: { "spec/mission": entry(1) } },
								},
							},
							expected: { path: debtPath, line: null, handoff: null },
						}
					: null,
			also: {
				rules: ["debt/shrunk"],
				because: "a debt that was made up records findings that are not there",
			},
		},
	],
};
