import { slug } from "github-slugger";

// The documents of an archive share most of their titles.
const mostKept = 5000;
const kept = new Map<string, string>();

/** The anchor that GitHub makes of a title. */
export function slugOf(title: string): string {
	const known = kept.get(title);
	if (known !== undefined) return known;
	const made = slug(title);
	if (kept.size >= mostKept) kept.clear();
	kept.set(title, made);
	return made;
}

/** The anchors of one document's titles, in order: as github-slugger makes them unique. */
export function uniqueSlugs(): (title: string) => string {
	const taken = new Map<string, number>();
	return (title) => {
		const wanted = slugOf(title);
		let made = wanted;
		while (taken.has(made)) {
			const next = (taken.get(wanted) ?? 0) + 1;
			taken.set(wanted, next);
			made = `${wanted}-${next}`;
		}
		taken.set(made, 0);
		return made;
	};
}
