import type { Timeline, TimelineSeries } from "#relate/timeline.ts";
import { element, escaped } from "./svg.ts";
import { type Frame, isNarrow, margin, type Scale, text, type Values } from "./timeline-parts.ts";
import type { Told } from "./told.ts";

/** Lines of scopes, told apart by their dashes; what is left over is drawn as points. */
const lineClasses = ["a", "c", "d", "e"] as const;

/** The series that are drawn as lines, and what the styles know every series by. */
export function drawnSeries<P>(tests: readonly TimelineSeries<P>[]) {
	const joined = tests.filter(({ key }) => key !== null).slice(0, lineClasses.length);
	return { joined, classOf: (series: TimelineSeries<P>) => lineClasses[joined.indexOf(series)] ?? "u" };
}

/** A series in words, for a drawing that has no room for them. */
export interface SeriesWords {
	/** What the styles know it by. */
	readonly name: string;
	readonly isLine: boolean;
	/** Its last value and what it counts: "502 all staged". */
	readonly words: string;
}

/** What the lines and points of the tests are of, the one with the latest value first. */
export function seriesOf({ tests }: Pick<Timeline<unknown>, "tests">, { speech }: Told): readonly SeriesWords[] {
	const { joined, classOf } = drawnSeries(tests);
	const last = ({ values }: TimelineSeries<unknown>) => values.findLastIndex((value) => value !== null);
	return tests
		.filter((series) => last(series) !== -1)
		.toSorted((a, b) => last(b) - last(a))
		.map((series) => ({
			name: classOf(series),
			isLine: joined.includes(series),
			words: endWords(series.values[last(series)]?.value ?? 0, series.label, speech),
		}));
}

function endWords(value: number, words: string, { number }: Told["speech"]): string {
	return `${number(value)} ${words}`.trim();
}

/** Characters of the words beside the end of a line; the table below the chart has them in full. */
const longestEnd = 48;

/** Room for the words beside the ends of the lines, or for figures alone. */
export function endWidth({ tests }: Pick<Timeline<unknown>, "tests">, drawing: Frame["drawing"]): number {
	if (isNarrow(drawing)) return 40;
	return (
		margin.right + Math.ceil(Math.max(30, ...tests.map(({ label }) => Math.min(label.length + 6, longestEnd) * 6.1)))
	);
}

/** The last value of each series beside the end of the chart, from top to bottom without overlaps; a narrow one has the newest figures alone. */
export function endLabels(
	series: readonly { readonly values: Values; readonly words: string }[],
	y: Scale,
	{ x, step, ids, drawing }: Frame,
): string[] {
	const ends = series
		.flatMap(({ values, words }) => {
			const index = values.findLastIndex((one) => one !== null);
			const value = values[index]?.value;
			return value === undefined ? [] : [{ index, value, words, at: y(value) }];
		})
		.sort((a, b) => a.at - b.at);
	const latest = Math.max(...ends.map(({ index }) => index));
	const told = isNarrow(drawing)
		? ends.filter(({ index }) => index === latest).map((end) => ({ ...end, words: "" }))
		: ends;
	// A last step without figures is shaded as wide as a step: words begin beside it, and a figure alone beside its point.
	const isFigure = told.every(({ words }) => words === "");
	const isGap = !isFigure && latest < ids.length - 1;
	const start = x(isFigure ? latest : ids.length - 1) + (isNarrow(drawing) ? 8 : isGap ? step / 2 + 6 : 14);
	let below = Number.NEGATIVE_INFINITY;
	return told.map(({ value, words, at }) => {
		below = Math.max(at + 4, below + 14);
		return endLabel(endWords(value, words, drawing.told.speech), start, below);
	});
}

/** Words that are too long for the room beside the chart are cut, and whole in its tooltip. */
function endLabel(words: string, x: number, y: number): string {
	if (words.length <= longestEnd) return text(words, x, y, "start", "lbl");
	const cut = text(`${words.slice(0, longestEnd - 1).trimEnd()}…`, x, y, "start", "lbl");
	return element("g", {}, `${element("title", {}, escaped(words))}${cut}`);
}
