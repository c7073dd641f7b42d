import { expect, it } from "vitest";
import { alikeTogether } from "../../src/components/findings/alike-findings.ts";

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
const shape = (findings: readonly Finding[]) =>
	alikeTogether(findings).map(({ count, places }) => [
		count,
		...places.map(({ findings: found, remedies }) => [found.map(({ message }) => message).join(), ...remedies]),
	]);
const elsewhere = { label: "RESULTS", line: 9, href: null };

it("says once how findings are mended that follow each other", () => {
	const found = [finding("a", "1"), finding("a", "2", { place: elsewhere }), finding("b", "3"), finding("a", "4")];
	expect(shape(found)).toEqual([
		[2, ["1"], ["2", "State it."]],
		[1, ["3", "State it."]],
		[1, ["4", "State it."]],
	]);
});

it("shows once the place of findings that are mended in several ways", () => {
	const found = [
		finding("a", "1"),
		finding("a", "2", { remedy: "Write it." }),
		finding("a", "3", { remedy: "Write it.", place: elsewhere }),
	];
	expect(shape(found)).toEqual([[3, ["1,2", "State it.", "Write it."], ["3", "Write it."]]]);
});

it.each<[string, Partial<Finding>]>([
	["another remedy at another place", { remedy: "Write it.", place: elsewhere }],
	["another state", { state: "warning" }],
	["another excuse", { excuse: "waived" }],
	["another handoff", { handoff: "H-2" }],
])("keeps findings with %s apart", (_, more) => {
	const found = alikeTogether([finding("a", "1"), finding("a", "2", more)]);
	expect(found.map(({ count }) => count)).toEqual([1, 1]);
});
