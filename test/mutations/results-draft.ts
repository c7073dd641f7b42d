import { type Draft, edit, type Mutation } from "./mutation.ts";

export const tests = "Test Results";
export const regression = "Full Regression";
export const baseline = "Baseline Snapshot";
export const cleanRoom = "Clean-Room";

/** More tests passed than there are, and one of the outcomes is left out: the section lacks it, and the total cannot hold. */
export function over(section: string): Mutation {
	return edit("results", "more passed than there are", (draft) => {
		// More than any of them skips.
		add(draft, section, /^- Passed/, 90);
		draft.remove(draft.find(/^- Skipped/, draft.heading(section)));
		return [draft.heading(section), draft.find(/^- Total/, draft.heading(section))];
	});
}

/** Removes a labelled line of a section; the section's heading is where it is missing. */
export function without(section: string, label: RegExp): Mutation {
	return edit("results", `${section} without ${label.source}`, (draft) => {
		draft.remove(draft.find(label, draft.heading(section)));
		return draft.heading(section);
	});
}

/** Adds to the figure of a labelled line. */
export function add(draft: Draft, section: string, label: RegExp, by: number): number {
	const at = draft.find(label, draft.heading(section));
	const figure = /\d+/.exec(draft.at(at))?.[0] ?? "";
	return draft.swap(at, /\d+/, String(Number(figure) + by));
}

/** A figure that is only roughly stated. */
export function about(section: string, label: RegExp): Mutation {
	return edit("results", `${section} with about ${label.source}`, (draft) => {
		const at = draft.find(label, draft.heading(section));
		return draft.swap(at, /(?=\d)/, "about ");
	});
}

/** The figures of a run as those of two runs, without a sum. */
export function split(section: string): Mutation {
	return edit("results", `${section} of two runs`, (draft) => {
		const at = draft.find(/^- Total/, draft.heading(section));
		const figures = draft.remove(at, 4);
		const one = figures.map((line) => (/Total|Passed/.test(line) ? line.replace(/\d+/, "1") : line));
		draft.insert(at, "", "### The one", "", ...one, "", "### The other", "", ...figures);
		return draft.heading(section);
	});
}

/** The lines of a section that list a file. */
export function listedFiles(draft: Draft, section: string): readonly number[] {
	const [first, end] = [draft.heading(section), draft.end(section)];
	return [...draft.lines.keys()].filter((at) => at > first && at < end && /^- _staging/.test(draft.at(at)));
}

/** A section in which no file carries a hash any more. */
export function hashless(section: string): Mutation {
	return edit("results", `no hash under ${section}`, (draft) => {
		const files = listedFiles(draft, section);
		if (files.length < 2) return draft.find(/^more than one file is needed$/);
		for (const at of files) draft.swap(at, / \(SHA256.*\)/, "");
		return draft.heading(section);
	});
}

/** States the failure of the handoff. */
export const fail = (draft: Draft) => draft.replace(/^(## Status: )PASS/, "$1FAIL");
