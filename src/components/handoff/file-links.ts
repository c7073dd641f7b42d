import { escaped } from "../escaped.ts";

/** A name of a file in a document's HTML, as it was rendered when only the documents were known. No text of a document looks like it. */
const marked = /<a data-file="">(.*?)<\/a>/gs;
const nameIn = /^(?:<code>)?(?:\.{0,2}\/)*([^<]+)(?:<\/code>)?$/;

interface Claim {
	readonly path: string;
	/** The address of the file's page, below the site's root. */
	readonly href: string;
}

/** The files that a handoff claims, by their names alone where it claims one of that name only. */
export function bareNames(claims: readonly Claim[]): ReadonlyMap<string, string> {
	const names = new Map<string, string | null>();
	for (const { path, href } of claims) {
		const name = path.slice(path.lastIndexOf("/") + 1);
		names.set(name, (names.get(name) ?? href) === href ? href : null);
	}
	return new Map([...names].flatMap(([name, href]) => (href === null ? [] : [[name, href]])));
}

/**
 * A document's HTML with a link for each name of a file that has a page; other names stay as they are.
 * @param addressOf the address of a file's page by what documents may call the file; null where there is none.
 */
export function linkFiles(html: string, addressOf: (name: string) => string | null): string {
	return html.replace(marked, (_, content: string) => {
		const name = nameIn.exec(content)?.[1];
		const address = name === undefined ? null : addressOf(name);
		return address === null ? content : `<a href="${escaped(address)}">${content}</a>`;
	});
}
