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
	/** Waivers and debt in force. */
	readonly exceptions?: Pick<CheckOptions, "waivers" | "debt">;
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

/** A mutation of one document; the edit returns the index of the line that must be reported, or null for the file. */
export function edit(kind: Role, title: string, change: (draft: Draft) => number | null): Mutation {
	return {
		title,
		apply({ id, documents }) {
			const document = documents[kind];
			if (!document) return null;
			const draft = new Draft(id, document.text);
			try {
				const at = change(draft);
				const line = at === null ? null : at + 1;
				return { files: { [document.path]: draft.lines.join("\n") }, expected: { path: document.path, line } };
			} catch (error) {
				if (error instanceof NotThere) return null;
				throw error;
			}
		},
	};
}

/** Blanks the last cell of a table's row. */
export function blankLastCell(row: string): string {
	return row.replace(/\|[^|]*\|\s*$/, "| |");
}
