import type { ParsedDocument } from "./markdown.ts";

/**
 * One kind of thing that is derived of documents and asked for more than once. It is kept with its document: V8 takes what a WeakMap
 * holds for used until it looks through the whole heap, and would copy the trees of documents that nobody needs any more.
 */
export class Derived<Value> {
	/** What was kept for a document; undefined where nothing was. */
	get({ derived }: Pick<ParsedDocument, "derived">): Value | undefined {
		return derived.get(this) as Value | undefined;
	}

	set({ derived }: Pick<ParsedDocument, "derived">, value: Value): void {
		derived.set(this, value);
	}
}
