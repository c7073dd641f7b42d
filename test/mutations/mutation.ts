import type { CheckOptions } from "#check.ts";
import type { ReadingProblem } from "#model/source.ts";

/** A compliant handoff as a mutation sees it. */
export interface Intact {
	readonly id: string;
	/** Path and text of its documents. */
	readonly documents: { readonly [Kind in Role]?: { readonly path: string; readonly text: string } };
	/** Whether another handoff that the standard orders after it has RESULTS. */
	readonly hasLaterResults: boolean;
	/** One with RESULTS and a later number that names it as its predecessor. */
	readonly successor: string | null;
}

export type Role = "spec" | "results" | "prompt";

/** Where the one finding must be: a line, or a file as a whole. */
interface Expected {
	readonly path: string;
	readonly line: number | null;
	/** Lines of further findings of the rule, where what is broken cannot be broken without them. */
	readonly further?: readonly number[];
	/** The handoff it counts against where that is not the mutated one. */
	readonly handoff?: string | null;
}

export interface Broken {
	/** New content by path; null removes the file. */
	readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
	/** What listing the folder reports besides. */
	readonly problems?: readonly ReadingProblem[];
	/** Replaces the whole archive instead of adding to it. */
	readonly alone?: true;
	/** The files of the workspace, instead of none. */
	readonly workspace?: Readonly<Record<string, string | Uint8Array>>;
	/** Waivers and debt in force, and what the settings name. */
	readonly exceptions?: Pick<CheckOptions, "waivers" | "debt" | "seals" | "named">;
	readonly expected: Expected;
}

/** One way to break one rule. */
export interface Mutation {
	readonly title: string;
	/** Null where the handoff has nothing that could be broken so. */
	readonly apply: (handoff: Intact) => Broken | null;
	/** Rules that must speak too by the standard's own logic, and why. */
	readonly also?: { readonly rules: readonly string[]; readonly because: string };
}

/** Thrown by an edit that does not find what it breaks: the mutation cannot be applied to that handoff. */
class NotThere extends Error {}

/** The lines of a document under the knife; positions are indexes, so that they can be counted from. */
export class Draft {
	readonly id: string;
	readonly lines: string[];

	constructor(id: string, text: string) {
		this.id = id;
		this.lines = text.split("\n");
	}

	get text(): string {
		return this.lines.join("\n");
	}

	/** The first line from there on that matches. */
	find(pattern: RegExp, from = 0): number {
		const at = this.lines.findIndex((line, index) => index >= from && pattern.test(line));
		if (at === -1) throw new NotThere(String(pattern));
		return at;
	}

	/** Replaces words of a line and returns its index. */
	swap(at: number, pattern: RegExp | string, to: string): number {
		const line = this.at(at);
		const changed = line.replace(pattern, to);
		if (changed === line) throw new NotThere(String(pattern));
		this.lines[at] = changed;
		return at;
	}

	/** Replaces words of the first line from there on that has them. */
	replace(pattern: RegExp, to: string, from = 0): number {
		return this.swap(this.find(pattern, from), pattern, to);
	}

	remove(at: number, count = 1): readonly string[] {
		return this.lines.splice(at, count);
	}

	insert(at: number, ...lines: readonly string[]): number {
		this.lines.splice(at, 0, ...lines);
		return at;
	}

	at(index: number): string {
		return this.lines[index] ?? "";
	}

	/** The heading of a section: of the spec by number, of RESULTS by its first words. */
	heading(section: number | string): number {
		return this.find(typeof section === "number" ? new RegExp(`^## ${section}\\.`) : new RegExp(`^## ${section}`));
	}

	/** The first line of a section's content. */
	body(section: number | string): number {
		return this.find(/\S/, this.heading(section) + 1);
	}

	/** The heading after a section, or the end of the file. */
	end(section: number | string): number {
		const from = this.heading(section) + 1;
		const next = this.lines.findIndex((line, index) => index >= from && line.startsWith("## "));
		return next === -1 ? this.lines.length : next;
	}

	/** Changes each line of a section's content. */
	each(section: number | string, change: (line: string) => string): void {
		for (let at = this.heading(section) + 1; at < this.end(section); at++) this.lines[at] = change(this.at(at));
	}
}

/**
 * A mutation of one document; the edit returns the index of the line that must be reported, or null for the file; several where
 * the rule speaks of each.
 */
export function edit(
	kind: Role,
	title: string,
	change: (draft: Draft) => number | null | readonly [number, ...number[]],
): Mutation {
	return {
		title,
		apply({ id, documents }) {
			const document = documents[kind];
			if (!document) return null;
			return whereItIsThere(() => {
				const draft = new Draft(id, document.text);
				const at = change(draft);
				const [first, ...further] = at === null || typeof at === "number" ? [at] : at;
				const line = first === null ? null : first + 1;
				const expected = { path: document.path, line, further: further.map((index) => index + 1) };
				return { files: { [document.path]: draft.text }, expected };
			});
		},
	};
}

/** A mutation of the files of a handoff. */
export function rearrange(title: string, apply: (handoff: Intact) => Broken | null): Mutation {
	return { title, apply };
}

/** The spec once more, as the first document of another handoff; nothing in its header says where it stands among the others. */
export function copyAs(title: string, other: string): Mutation {
	return rearrange(title, ({ id, documents: { spec } }) => {
		if (!spec) return null;
		const head = [
			`# ${other}: A copy`,
			"",
			...spec.text
				.split("\n")
				.slice(1)
				.filter((line) => !/^\*\*(?:Wave|Role|Supersedes|Predecessor|Builds on|Date)/.test(line)),
		];
		const path = `${other}/${other}_BUILDER_HANDOFF.md`;
		const text = head
			.join("\n")
			.replaceAll(`${id}_RESULTS`, `${other}_RESULTS`)
			.replaceAll(`handoffs/${id}/${other}`, `handoffs/${other}/${other}`);
		return { files: { [path]: text }, expected: { path, line: null, handoff: other } };
	});
}

/** A mutation of several documents at once. */
export function editAll(title: string, change: (drafts: Drafts) => Broken | null): Mutation {
	return {
		title,
		apply: ({ id, documents }) =>
			whereItIsThere(() => {
				const draftOf = (role: Role) => {
					const document = documents[role];
					if (!document) throw new NotThere(role);
					return { path: document.path, draft: new Draft(id, document.text) };
				};
				return change({ draftOf });
			}),
	};
}

/** The documents of a handoff under the knife; one that the handoff does not have makes the mutation inapplicable. */
export interface Drafts {
	draftOf(role: Role): { readonly path: string; readonly draft: Draft };
}

function whereItIsThere(apply: () => Broken | null): Broken | null {
	try {
		return apply();
	} catch (error) {
		if (error instanceof NotThere) return null;
		throw error;
	}
}

/** Cuts the test plan of a spec that writes source files down to its first test; the index of its heading. */
export function cutPlan(draft: Draft): number {
	const isSource = (line: string) => /^\| `[^`]*\.py` .*(?:CREATE|MODIFY)/.test(line) && !/test_/.test(line);
	if (!draft.lines.some(isSource)) throw new NotThere("a source file that is written, so that tests are asked");
	const first = draft.find(/^\| `/, draft.heading(6));
	draft.remove(first + 1, draft.end(6) - first - 1);
	draft.insert(first + 1, "");
	draft.replace(/^\d+ tests.*$/, "One test.", draft.heading(6));
	return draft.heading(6);
}

/** Blanks the last cell of a table's row. */
export function blankLastCell(row: string): string {
	return row.replace(/\|[^|]*\|\s*$/, "| |");
}
