import type { CountScope } from "#model/baselines.ts";
import type { scopes } from "#words/en/index.ts";
import type { Speech } from "#words/speech.ts";

/** What a count covers, in a few words; long lists are cut. */
export function scopeWords(
	{ root, roots, ignored, selected, unit }: CountScope,
	words: typeof scopes,
	{ say }: Speech,
): string {
	const few = (names: readonly string[]) =>
		names.length > 2 ? say(words.more, { first: names[0] ?? "", count: names.length - 1 }) : names.join(", ");
	const within = roots ? few(roots) : "";
	const parts = [
		within === "" ? words.whole[root] : root === "package" ? within : say(words.within[root], { roots: within }),
		...(ignored.length > 0 ? [say(words.without, { names: few(ignored) })] : []),
		...(selected && selected.length > 0 ? [say(words.only, { names: selected.join(" ") })] : []),
		...(unit === undefined ? [] : [unit]),
	];
	return parts.join(", ");
}
