import { matches } from "#extract/plan/assets.ts";
import { normalise } from "#extract/text/text.ts";
import { normalised } from "#extract/text/vocabulary.ts";
import { oncePer } from "#model/once-per.ts";
import { pathEnds } from "#model/path-ends.ts";
import type { PlannedAsset } from "#model/plan.ts";
import type { Standard } from "#model/standard.ts";

/**
 * Whether a file counts as a source file, by the classification that the package plan gives it, else by its path; null where
 * neither tells: a folder, or words.
 */
export function isSource(
	path: string,
	assets: readonly PlannedAsset[],
	{ spec: { sources } }: Standard,
): boolean | null {
	const file = path.split("#", 1)[0] ?? path;
	if (matches(file, sources.notPaths)) return false;
	const asset = assetMeant(file, assets);
	const classification = normalise((asset?.classification ?? "").replace(/\([^()]*\)/gu, " "));
	if (normalised(sources.others).includes(classification)) return false;
	if (normalised(sources.classifications).includes(classification)) return true;
	if (matches(file, sources.paths)) return true;
	return /\.[A-Za-z0-9]{1,8}$/u.test(file) ? false : null;
}

/** The size that a number of source files makes, with the least number of tests it needs; undefined without any. */
export function minimumFor(sources: number, { spec }: Standard) {
	return spec.testMinimums.findLast(({ from }) => sources >= from);
}

/** Where assets stand in their list: by their paths, and by each end of these at a folder's border; the first of several. */
interface AssetPlaces {
	readonly byPath: ReadonlyMap<string, number>;
	readonly byEnd: ReadonlyMap<string, number>;
}

const placesOf = oncePer((assets: readonly PlannedAsset[]): AssetPlaces => {
	const [byPath, byEnd] = [new Map<string, number>(), new Map<string, number>()];
	for (const [at, { path }] of assets.entries()) {
		if (!byPath.has(path)) byPath.set(path, at);
		for (const end of pathEnds(path)) if (!byEnd.has(end)) byEnd.set(end, at);
	}
	return { byPath, byEnd };
});

/** The first asset whose path is that of a file, or where one of the two is the end of the other. */
function assetMeant(file: string, assets: readonly PlannedAsset[]): PlannedAsset | undefined {
	const { byPath, byEnd } = placesOf(assets);
	const places = [byEnd.get(file), ...pathEnds(file).map((end) => byPath.get(end))];
	return assets[Math.min(...places.map((at) => at ?? assets.length))];
}
