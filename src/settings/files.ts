import type { Settings, SettingsFiles } from "./settings.ts";

/** The files that settings come from, the absent ones included: a change of one may change everything. */
export function settingsFiles(
	{ file, waivers, debt, seals, protocol, standards, words }: Settings,
	files: Pick<SettingsFiles, "resolve" | "standardTexts">,
	absent: string,
): readonly string[] {
	const named = (standards ?? []).flatMap((entry) => [
		files.resolve(entry),
		...files.standardTexts(entry).texts.map(({ path }) => path),
	]);
	return [
		file ?? absent,
		waivers.path,
		debt.path,
		seals.path,
		...(protocol === null ? [] : [protocol]),
		...(typeof words === "string" ? [words] : []),
		...named,
	];
}

/** The files beside an archive that findings may be about, by the names that reports call them: absolute paths. */
export function filesBeside({
	file,
	named,
	waivers,
	debt,
	seals,
}: Pick<Settings, "file" | "named" | "waivers" | "debt" | "seals">): ReadonlyMap<string, string> {
	const own = file !== null && named ? [{ name: named.path, path: file }] : [];
	return new Map([...own, waivers, debt, seals].map(({ name, path }) => [name, path]));
}
