import { normalise } from "#extract/text/text.ts";
import { wordsOf } from "#extract/text/vocabulary.ts";
import type { Place } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { pointAt } from "#parse/source-text.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";

const log = "Full command log: `$TMPDIR/clean-room.log`";

export default documentRule({
	id: "publish/local-path",
	source: { standard: "PUB", section: "Personal paths" },
	severity: "warning",
	requires: "No document names a folder of a person's own machine.",
	why: "Such a path tells the public an account's name, and it leads nowhere on any other machine.",
	remedy: "Write the path from the root of the project, or with a variable such as $HOME in place of {folder}.",
	messages: {
		once: "{folder} is a folder of someone's own machine.",
		many: "{folder} is a folder of someone's own machine; it is named {count} times.",
	},
	statements: {
		again: "named again",
	},
	examples: {
		valid: [
			{ title: "Paths of the project", files: sampleArchive() },
			{
				title: "A folder that stands for anyone's",
				files: sampleArchive({ results: [[log, "Full command log: `/home/user/clean-room.log`"]] }),
			},
		],
		invalid: [
			{
				title: "A log in a home folder",
				files: sampleArchive({ results: [[log, "Full command log: `/home/marta/clean-room.log`"]] }),
				findings: ["H-1/H-1_RESULTS.md:39:22 /home/marta is a folder of someone's own machine."],
			},
			{
				title: "The same folder twice",
				files: sampleArchive({
					results: [[log, "Full command log: `C:\\Users\\Marta\\a.log`, `C:\\Users\\Marta\\b.log`"]],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:39:22 C:\\Users\\Marta is a folder of someone's own machine; it is named 2 times.",
				],
			},
		],
	},
	*check({ parsed, standard }) {
		for (const [folder, places] of personalFolders(parsed, standard)) {
			const [place, ...others] = places;
			if (place)
				yield {
					messageId: others.length > 0 ? "many" : "once",
					place,
					data: { folder, count: places.length },
					related: others.slice(0, mostRelated).map((other) => ({ place: other, statement: "again" })),
				};
		}
	},
});

const mostRelated = 20;

// A file system's root stands before it, or a drive: "example.org/home/marta/" is an address, "src/home/x/" a folder.
const homeFolder =
	/(?<![\p{L}\p{N}_.~})-])(?:(?:\/mnt\/[a-z]|\/var)?\/(?:Users\/(?<mac>[^\s/\\`"'<>()[\]{}|,;:*?$…]+)|home\/(?<unix>[^\s/\\`"'<>()[\]{}|,;:*?$…]+)(?=\/))|[A-Za-z]:(?:\\{1,2}|\/)Users(?:\\{1,2}|\/)(?<windows>[^\s/\\`"'<>()[\]{}|,;:*?$%…]+))/gu;

function personalFolders(parsed: ParsedDocument, standard: Standard): ReadonlyMap<string, readonly Place[]> {
	const { text, path } = parsed.source;
	const found = new Map<string, Place[]>();
	if (!text.includes("Users") && !text.includes("/home/")) return found;
	const anyone = wordsOf(standard, "placeholderUsers");
	for (const { 0: folder, index, groups = {} } of text.matchAll(homeFolder)) {
		const { mac, unix, windows } = groups;
		const name = normalise(mac ?? unix ?? windows ?? "");
		if (name === "" || anyone.includes(name)) continue;
		const range = { start: pointAt(parsed.source, index), end: pointAt(parsed.source, index + folder.length) };
		const places = found.get(folder) ?? [];
		places.push({ kind: "range", path, range });
		found.set(folder, places);
	}
	return found;
}
