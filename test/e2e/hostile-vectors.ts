import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A document of hostile Markdown. Each of its sections (`## M01 …`) is one vector. */
export interface HostileFile {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly vectors: readonly HostileVector[];
}

interface HostileVector {
	/** "M01 script": unique over all files. */
	readonly name: string;
	readonly markdown: string;
}

const hostileFolder = fileURLToPath(new URL("../fixtures-hostile/", import.meta.url));

/** All hostile documents, each of which must be shown as text and do nothing. */
export function hostileFiles(): HostileFile[] {
	return readdirSync(hostileFolder)
		.filter((name) => name.endsWith(".md"))
		.sort()
		.map((name) => {
			const bytes = readFileSync(hostileFolder + name);
			return { name, bytes, vectors: vectorsOf(bytes.toString("utf8")) };
		});
}

function vectorsOf(markdown: string): HostileVector[] {
	const [, ...sections] = markdown.split(/^## (?=[A-Z]\d{2,3} )/m);
	return sections.map((section) => ({ name: section.split("\n")[0] ?? "", markdown: `## ${section}` }));
}
