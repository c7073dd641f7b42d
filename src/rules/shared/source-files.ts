import { matches } from "#extract/plan/assets.ts";
import { normalised } from "#extract/plan/columns.ts";
import { normalise } from "#extract/text.ts";
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
	const asset = assets.find(
		(other) => file === other.path || file.endsWith(`/${other.path}`) || other.path.endsWith(`/${file}`),
	);
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
