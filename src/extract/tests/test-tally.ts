import type { Block } from "../text/blocks.ts";

/** A test method that the plan names, where it stands, and the file or theme it is listed under. */
export interface NamedTest {
	readonly name: string;
	readonly group: string;
	readonly line: number;
	/** The entry it stands in: a row or an item lists tests, code and titles may repeat them. */
	readonly block: Block;
}

/** The tests of a plan, each once, and those that are listed again under the same file or theme. */
export interface NamedTests {
	readonly tests: readonly NamedTest[];
	readonly repeats: readonly { readonly again: NamedTest; readonly first: NamedTest }[];
}

/** Names by group (the file or theme they are listed under): the same name in two groups is two tests. */
export class Tally implements NamedTests {
	readonly tests: NamedTest[] = [];
	readonly repeats: { again: NamedTest; first: NamedTest }[] = [];
	readonly #byGroup = new Map<string, NamedTest>();
	readonly #names = new Set<string>();
	add(test: NamedTest): void {
		const key = `${test.group}\n${test.name}`;
		const first = this.#byGroup.get(key);
		if (first) {
			if (first.line !== test.line) this.repeats.push({ again: test, first });
			return;
		}
		this.#byGroup.set(key, test);
		this.#names.add(test.name);
		this.tests.push(test);
	}
	/** For the code of tests that a list has named already. */
	addOnce(test: NamedTest): void {
		if (!this.#names.has(test.name)) this.add(test);
	}
}
