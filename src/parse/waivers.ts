import type { Place, Point, TextFile, TextProblem } from "#model/source.ts";
import { type Waiver, type WaiversFile, waiverSchema, waiversFileSchema } from "#model/waivers.ts";
import { term } from "#words/because.ts";
import { stretchIn } from "./lines.ts";
import { meant } from "./nearest.ts";
import { readYaml, type ValuePath, validate, type YamlDocument } from "./yaml.ts";

/**
 * Reads a waivers file. Never throws: each entry that is wrong becomes a problem with its place, and the others hold all the
 * same, so that one slip of the pen does not make an old archive fail as a whole.
 */
export function readWaivers({ path, text }: TextFile, ruleIds: readonly string[]): WaiversFile {
	const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
	const placeAt = (point: Point, length?: number): Place => ({
		kind: "range",
		path,
		range: stretchIn(lines, point, length),
	});
	const read = readYaml(path, text);
	if ("problems" in read)
		return {
			path,
			text,
			list: [],
			problems: read.problems.map((problem) => placed(problem, placeAt(problem))),
		};
	const { document } = read;
	const { value } = document;
	if (value === null) return { path, text, list: [], problems: [] };
	const checked = validate(document, value, waiversFileSchema);
	const found = "problems" in checked ? checked.problems : [];
	const problems = found.map((problem) => placed(problem, placeAt(problem)));
	const broken = new Set(found.map(({ valuePath: [, index] }) => index));
	const list: Waiver[] = [];
	for (const [index, entry] of entriesOf(value).entries()) {
		const waiver = broken.has(index) ? null : waiverSchema.safeParse(entry).data;
		if (!waiver) continue;
		const places = placesOf(document, ["waivers", index], waiver, placeAt);
		if (ruleIds.includes(waiver.rule)) list.push({ ...waiver, places });
		else problems.push(placed(faultOf(waiver.rule, ruleIds), places.rule));
	}
	return { path, text, list, problems };
}

/** A problem as the rule about waivers tells it. */
function placed(
	{ message, said }: Pick<TextProblem, "message" | "said">,
	place: Place,
): WaiversFile["problems"][number] {
	return { message, place, ...(said && { said }) };
}

function faultOf(rule: string, ruleIds: readonly string[]): Pick<TextProblem, "message" | "said"> {
	const { term: message, said } = term("noSuchRule", { rule, meant: meant(rule, ruleIds) });
	return { message, said };
}

function entriesOf(value: unknown): readonly unknown[] {
	if (typeof value !== "object" || value === null || !("waivers" in value)) return [];
	return Array.isArray(value.waivers) ? value.waivers : [];
}

function placesOf(
	{ pointOf }: YamlDocument,
	entry: ValuePath,
	{ rule, handoffs, expires }: Omit<Waiver, "places">,
	placeAt: (point: Point, length: number) => Place,
): Waiver["places"] {
	const of = (text: string, ...path: ValuePath) => placeAt(pointOf([...entry, ...path]), text.length);
	return {
		rule: of(rule, "rule"),
		handoffs:
			typeof handoffs === "string"
				? [of(handoffs, "handoffs")]
				: handoffs.map((text, index) => of(text, "handoffs", index)),
		expires: of(expires, "expires"),
	};
}
