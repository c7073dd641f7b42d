import { partsOf } from "#model/handoff-range.ts";
import type { SettingsName, SettingsNames } from "#model/settings-names.ts";
import type { TextFile } from "#model/source.ts";
import { stretchIn } from "#parse/lines.ts";
import type { ValuePath, YamlDocument } from "#parse/yaml.ts";
import type { SettingsValues } from "./schema.ts";

/** Every handoff and range that a settings file names, with its place. */
export function namedHandoffs(
	{ path, text }: TextFile,
	{ pointOf }: YamlDocument,
	{ predecessors, inForce, rulesFor, waves }: SettingsValues,
): SettingsNames {
	const file = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
	const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
	const nameAt = (name: string, at: ValuePath, part?: "key"): SettingsName => ({
		setting: at[0] as SettingsName["setting"],
		text: name,
		place: { kind: "range", path: file, range: stretchIn(lines, pointOf(at, part), name.length) },
	});
	const namesAt = (names: string | readonly string[], at: ValuePath) =>
		partsOf(names).map((name, index) => nameAt(name, typeof names === "string" ? at : [...at, index]));
	return {
		path: file,
		text,
		names: [
			...Object.entries(predecessors).flatMap(([later, earlier]) => [
				nameAt(later, ["predecessors", later], "key"),
				...(earlier === null ? [] : [nameAt(earlier, ["predecessors", later])]),
			]),
			...inForce.flatMap(({ handoffs }, index) => namesAt(handoffs, ["inForce", index, "handoffs"])),
			...rulesFor.flatMap(({ handoffs }, index) => namesAt(handoffs, ["rulesFor", index, "handoffs"])),
			...waves.flatMap(({ handoffs, integration }, index) => [
				...namesAt(handoffs, ["waves", index, "handoffs"]),
				...(integration === undefined ? [] : [nameAt(integration, ["waves", index, "integration"])]),
			]),
		],
	};
}
