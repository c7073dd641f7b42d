import { expect, it } from "vitest";
import { alikeTogether } from "../../src/components/alike-findings.ts";

type Finding = Parameters<typeof alikeTogether>[0][number];

const finding = (rule: string, message: string, more: Partial<Finding> = {}): Finding => ({
	rule,
	state: "fail",
	message,
	remedy: "State it.",
	excuse: null,
	handoff: "H-1",
	place: { label: "RESULTS", line: 3, href: null },
	excerpt: null,
	related: [],
	...more,
});
const messages = (findings: readonly Finding[]) =>
	alikeTogether(findings).map((alike) => alike.map(({ message }) => message));

it("joins findings that follow each other and are mended alike, in their order", () => {
	const found = [finding("a", "1"), finding("a", "2"), finding("b", "3"), finding("a", "4")];
	expect(messages(found)).toEqual([["1", "2"], ["3"], ["4"]]);
});

it.each<[string, Partial<Finding>]>([
	["another remedy", { remedy: "Write it." }],
	["another state", { state: "warning" }],
	["another excuse", { excuse: "waived" }],
	["another handoff", { handoff: "H-2" }],
])("keeps findings with %s apart", (_, more) => {
	expect(messages([finding("a", "1"), finding("a", "2", more)])).toEqual([["1"], ["2"]]);
});
