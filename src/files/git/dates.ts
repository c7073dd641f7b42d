import { join, relative, sep } from "node:path";
import { gitStreamed, openRepository, splitPieces } from "./git.ts";

/**
 * The day (ISO date) of the commit that added each file below a folder, by path from the folder. To break ties in the build order,
 * and never more: commits come in any order. Null where git cannot tell: no git, no repository, or a shallow clone, in which
 * everything seems to have been added at once.
 */
export function documentDates(folder: string): ReadonlyMap<string, string> | null {
	const repository = openRepository(folder);
	if ("reason" in repository || repository.boundary.size > 0) return null;
	const dates = new Map<string, string>();
	const start = join(repository.root, repository.prefix);
	const told = gitStreamed(
		folder,
		[
			"log",
			"--reverse",
			"--topo-order",
			"--no-color",
			"--no-renames",
			"--diff-filter=A",
			"--name-only",
			"-z",
			"--format=%x01%cs",
			"HEAD",
			"--",
			".",
		],
		"",
		(pieces) => {
			let date = "";
			for (const part of splitPieces(pieces, 0)) {
				const text = part.toString("utf8").replace(/^\n+/u, "");
				if (text.startsWith("\u0001")) date = text.slice(1, 11);
				else if (text !== "") {
					const path = relative(start, join(repository.root, text)).split(sep).join("/");
					if (!dates.has(path)) dates.set(path, date);
				}
			}
			return dates;
		},
	);
	return "reason" in told ? null : told;
}
