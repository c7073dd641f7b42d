import type { CountComparison, HandoffBaseline } from "#model/baselines.ts";
import type { Place } from "#model/source.ts";
import type { Evidence, VerdictWord } from "#model/verdicts.ts";
import type { Review } from "#relate/review.ts";
import { type Colour, painter } from "./colour.ts";
import { counted, plainRemedy, printable } from "./text.ts";

type Paint = ReturnType<typeof painter>;

const marks: Readonly<Record<VerdictWord, { readonly word: string; readonly colour: Colour }>> = {
	pass: { word: "pass", colour: "green" },
	fail: { word: "FAIL", colour: "red" },
	waived: { word: "waived", colour: "dim" },
	"needs-human": { word: "needs a human", colour: "yellow" },
	"could-not-evaluate": { word: "could not evaluate", colour: "yellow" },
	"not-applicable": { word: "not applicable", colour: "dim" },
};

/** The most lines that prove one box; the report of `handoffs check` holds them all. */
const mostEvidence = 3;

/**
 * A handoff's review for people at a terminal: the boxes with the lines that decide them, what is left to a human, what it
 * started from, and what else was found. `remedies` says how to mend a finding, by its rule and its message; `fileOf` how to call a document.
 */
export function reviewText(
	review: Review,
	{ colour, fileOf, remedies }: ReviewStyle & { readonly remedies: ReadonlyMap<string, string> },
): string {
	const { handoff, boxes, inTheWay, toJudge, toRead, findings, baseline } = review;
	const paint = painter(colour);
	const at = (place: Place) => printable(placeText(place, fileOf));
	const lines = [
		`${paint("bold", handoff.id)} ${printable(handoff.title)}`,
		`${paint("dim", "Status")} ${printable(handoff.status ?? "not stated")}`,
		"",
		paint("bold", answer(inTheWay.length, boxes.length)),
	];
	for (const { number, title, verdict, reason, others, rule, evidence } of boxes) {
		const { word, colour: name } = marks[verdict];
		lines.push("", `${String(number).padStart(2)}  ${paint(name, word)}  ${printable(title)}`);
		if (verdict !== "pass")
			lines.push(...[reason, ...others.map((other) => other.reason)].map((one) => `    ${printable(one)}`));
		lines.push(...proof(evidence, paint, at));
		const said = rule === null || verdict !== "fail" ? [] : [reason, ...others.map((other) => other.reason)];
		for (const remedy of new Set(said.flatMap((one) => remedies.get(`${rule} ${one}`) ?? [])))
			lines.push(`    ${paint("green", "To mend it:")} ${printable(plainRemedy(remedy))} ${paint("dim", rule ?? "")}`);
	}
	const part = (title: string, items: readonly string[]) => {
		if (items.length > 0) lines.push("", paint("bold", title), ...items.map((item) => `  ${item}`));
	};
	part("What it started from", baseline ? baselineLines(baseline, fileOf) : []);
	part("For a human to judge", [
		...toJudge.flatMap(({ rule, requires, reason, evidence }) => [
			`${printable(requires)} ${paint("dim", rule)}`,
			`  ${printable(reason)}`,
			...proof(evidence, paint, at).map((line) => line.slice(2)),
		]),
		...toRead.map(({ title, path, line }) => `Read "${printable(title)}" ${paint("dim", `${fileOf(path)}:${line}`)}`),
	]);
	part(
		"Found besides",
		findings.map(
			({ severity, place, message, rule }) =>
				`${paint(severity === "error" ? "red" : "yellow", severity)} ${at(place)} ${printable(message)} ${paint("dim", rule)}`,
		),
	);
	return `${lines.join("\n")}\n`;
}

export interface ReviewStyle {
	readonly colour: boolean;
	fileOf(path: string): string;
}

function answer(open: number, boxes: number): string {
	if (boxes === 0) return "The standard in force has no reviewer's checklist.";
	if (open === 0) return `All ${boxes} boxes of the reviewer's checklist hold.`;
	return `${open} of ${counted(boxes, "box", "boxes")} of the reviewer's checklist ${open === 1 ? "stands" : "stand"} in the way of VALIDATED.`;
}

function proof(evidence: readonly Evidence[], paint: Paint, at: (place: Place) => string): string[] {
	const lines = evidence.map(
		({ place, quote }) => `    ${paint("dim", at(place))}${quote === undefined ? "" : `  ${printable(quote.trim())}`}`,
	);
	// Several stretches of one line would say the same.
	const places = [...new Set(lines)];
	const shown = places.slice(0, mostEvidence);
	const more = places.length - shown.length;
	return more > 0 ? [...shown, `    ${paint("dim", `and ${counted(more, "more place")}`)}`] : shown;
}

function placeText(place: Place, fileOf: ReviewStyle["fileOf"]): string {
	return place.kind === "file" ? fileOf(place.path) : `${fileOf(place.path)}:${place.range.start.line}`;
}

function baselineLines(
	{ predecessor, comparisons, packages, failures }: HandoffBaseline,
	fileOf: ReviewStyle["fileOf"],
) {
	const lines = [predecessor ? `${predecessor.id} (${basis(predecessor, fileOf)})` : "nothing: it is the first"];
	// A package's first tests have nothing to be compared with, and nobody would look for it.
	for (const comparison of comparisons)
		if (comparison.of === undefined || comparison.against) lines.push(comparisonText(comparison));
	if (packages && packages.added.length > 0) lines.push(`packages added: ${packages.added.join(", ")}`);
	if (packages && packages.removed.length > 0) lines.push(`packages gone: ${packages.removed.join(", ")}`);
	for (const { name } of failures?.added ?? []) lines.push(`fails, and did not before: ${name}`);
	for (const { name, since } of failures?.carried ?? []) lines.push(`fails since ${since}: ${name}`);
	for (const { name } of failures?.fixed ?? []) lines.push(`fails no more: ${name}`);
	return lines.map(printable);
}

function basis(
	{ basis: word, place }: NonNullable<HandoffBaseline["predecessor"]>,
	fileOf: ReviewStyle["fileOf"],
): string {
	return place ? `${word} at ${fileOf(place.path)}:${place.line}` : word;
}

const countWords = { packages: "packages", tests: "tests", passed: "tests passed", failed: "tests failed" } as const;

function comparisonText({ kind, of, count, against, delta, reason, drop }: CountComparison): string {
	const what = `${of === undefined ? "" : `${of}: `}${countWords[kind]} ${count.value}`;
	if (!against) return `${what}, no comparable baseline${reason === null ? "" : `: ${reason}`}`;
	const change = delta === 0 ? "as before" : `${delta !== null && delta > 0 ? "+" : ""}${delta}`;
	const why = drop?.by === "stated" ? `; stated reason: "${drop.quote.trim()}"` : drop ? "; no reason is stated" : "";
	return `${what} (${change}, ${against.handoff} had ${against.value})${why}`;
}
