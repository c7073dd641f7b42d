import type { TextProblem } from "#model/source.ts";
import { didYouMean, nearest } from "#parse/nearest.ts";
import { readYaml, type ValuePath } from "#parse/yaml.ts";
import type { Settings, SettingsFiles } from "./settings.ts";

type Disk = Pick<SettingsFiles, "resolve" | "isFile" | "isFolder" | "names" | "readText">;

/** A place that the settings name: the setting, and the absolute path it was resolved to. */
interface NamedPlace {
	readonly setting: ValuePath;
	readonly path: string;
	readonly kind: "folder" | "file" | "file or folder";
	/** What else may be named there. */
	readonly ids?: readonly string[];
}

/** The places that every command rests on. Ids of the product's standards are no places. */
export function placesToRead(settings: Settings, shippedIds: readonly string[]): readonly NamedPlace[] {
	const { archive, transfers, workspace, standards, protocol, words, waivers } = settings;
	const listed = (name: string, paths: readonly string[], kind: NamedPlace["kind"]) =>
		paths.map((path, index): NamedPlace => ({ setting: [name, index], path, kind }));
	return [
		...listed("archive", archive, "folder"),
		...listed("transfers", transfers, "file or folder"),
		...listed("standards", standards ?? [], "file or folder")
			.filter(({ path }) => !shippedIds.includes(path))
			.map((place) => ({ ...place, ids: shippedIds })),
		...(workspace === null ? [] : [{ setting: ["workspace"], path: workspace, kind: "folder" } as const]),
		...(protocol === null ? [] : [{ setting: ["protocol"], path: protocol, kind: "file" } as const]),
		// The other files of this kind are written by commands, and not there before their first run.
		{ setting: ["waivers"], path: waivers.path, kind: "file" },
		...(typeof words === "string" ? [{ setting: ["words"], path: words, kind: "file" } as const] : []),
	];
}

/** The places that only a site needs. */
export function placesOfSite({ pages, theme: { logo } }: Settings): readonly NamedPlace[] {
	return [
		...(pages === null ? [] : [{ setting: ["pages"], path: pages, kind: "folder" } as const]),
		...(logo === null ? [] : [{ setting: ["theme", "logo"], path: logo, kind: "file" } as const]),
	];
}

/** A problem for each place that is named in the settings file and is not there, at its value in the file. */
export function missingPlaces(file: string | null, places: readonly NamedPlace[], disk: Disk): readonly TextProblem[] {
	const missing = places.filter(({ path, kind }) => !isThere(path, kind, disk));
	const text = file === null || missing.length === 0 ? null : disk.readText(file);
	const read = text === null || "message" in text ? null : readYaml(text.path, text.text);
	if (file === null || read === null || "problems" in read) return [];
	const { value, pointOf } = read.document;
	return missing.flatMap(({ setting, path, kind, ids }) => {
		const written = writtenAt(value, setting);
		if (written === null || disk.resolve(file, "..", written) !== path) return [];
		const name = setting.filter((key) => typeof key === "string").join(".");
		return [
			{
				path: file,
				...pointOf(setting),
				message: `${name}: ${whatIsThere(written, { path, kind, ...(ids && { ids }) }, disk)}`,
			},
		];
	});
}

function isThere(path: string, kind: NamedPlace["kind"], { isFile, isFolder }: Disk): boolean {
	const isAFolder = isFolder?.(path) ?? true;
	if (kind === "folder") return isAFolder;
	return kind === "file" ? isFile(path) : isAFolder || isFile(path);
}

function whatIsThere(written: string, place: Omit<NamedPlace, "setting">, disk: Disk): string {
	const { path, kind, ids } = place;
	if (kind === "folder" && disk.isFile(path)) return `${written} is a file, not a folder`;
	if (kind === "file" && disk.isFolder?.(path)) return `${written} is a folder, not a file`;
	const name = written.split(/[\\/]/).at(-1) ?? "";
	const near = nearest(name, disk.names?.(disk.resolve(path, "..")) ?? []);
	const nothing = `there is no ${kind} ${written}`;
	if (near !== null) return `${nothing}; did you mean "${near}"?`;
	return ids ? `${nothing}, and no standard of the product has this id; ${didYouMean(written, ids)}` : nothing;
}

/** What the file writes at a setting that holds one path or a list of them; null where it names none. */
function writtenAt(value: unknown, setting: ValuePath): string | null {
	let found = value;
	for (const key of setting) {
		if (key === 0 && typeof found === "string") return found;
		if (typeof found !== "object" || found === null) return null;
		found = (found as Record<PropertyKey, unknown>)[key];
	}
	return typeof found === "string" ? found : null;
}
