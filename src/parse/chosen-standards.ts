import type { TextFile, TextProblem } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import { didYouMean } from "./nearest.ts";
import { parseStandards } from "./standard.ts";
import { readYaml } from "./yaml.ts";

interface StandardFiles {
	/** The texts of the standards at a path. */
	standardTexts(path: string): { readonly texts: readonly TextFile[]; readonly problems: readonly TextProblem[] };
	/** Gives what was made of the same texts at an earlier run, or makes it; absent where nothing is kept between runs. */
	remember?<Made>(texts: readonly TextFile[], make: () => Made): Made;
}

/** The standards of the list, in its order. One of the team's own takes the place of a shipped one with the same id. */
export function chooseStandards(
	{ standardTexts, remember = (_, make) => make() }: StandardFiles,
	shipped: readonly TextFile[],
	list: readonly string[] | null,
): ReturnType<typeof parseStandards> {
	const parse = (texts: readonly TextFile[]) => remember(texts, () => parseStandards(texts));
	if (list === null) return parse(shipped);
	const shippedIds = shipped.map(idByName);
	const own = list.map((entry) => (shippedIds.includes(entry) ? { texts: [], problems: [] } : standardTexts(entry)));
	const ownTexts = own.flatMap(({ texts }) => texts);
	const ownIds = ownTexts.map(idInside);
	const parsed = parse([...ownTexts, ...shipped.filter((text) => !ownIds.includes(idByName(text)))]);
	const order = list.flatMap((entry, index) =>
		shippedIds.includes(entry) ? [entry] : own[index]?.texts.map(idInside),
	);
	return {
		standards: [...new Set(order)].flatMap((id) => parsed.standards.find((standard) => standard.id === id) ?? []),
		problems: [...own.flatMap(({ problems }) => problems), ...parsed.problems],
	};
}

/** The id of a shipped standard: its file is named after it. */
export function idByName({ path }: TextFile): string {
	return path.replace(/^.*[\\/]|\.ya?ml$/g, "");
}

function idInside({ path, text }: TextFile): string | null {
	const read = readYaml(path, text);
	if ("problems" in read) return null;
	const { value } = read.document;
	return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? value.id : null;
}

/** Entries of `inForce` that name a standard which is not among those that judge. */
export function unknownInForce(
	{ path, text }: TextFile,
	inForce: readonly { readonly standard: string }[],
	standards: readonly Standard[],
): readonly TextProblem[] {
	const known = standards.map(({ id }) => id);
	const read = inForce.length > 0 && known.length > 0 ? readYaml(path, text) : null;
	if (!read || "problems" in read) return [];
	return inForce.flatMap(({ standard }, index) =>
		known.includes(standard)
			? []
			: [
					{
						path,
						...read.document.pointOf(["inForce", index, "standard"]),
						message: `there is no standard "${standard}" among those that judge; ${didYouMean(standard, known)}`,
					},
				],
	);
}
