import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A built page, as far as tests look at it. */
export interface BuiltPage {
	/** Path of the file in the site: "handoffs/H-1/index.html". */
	readonly file: string;
	readonly html: string;
	readonly elements: readonly Element[];
	readonly ids: ReadonlySet<string>;
}

/** Paths of all files of a folder, sorted. */
export function filesOf(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => statSync(join(folder, path)).isFile())
		.sort();
}

/** What each file of a folder holds, by its path. */
export function contentsOf(folder: string): ReadonlyMap<string, string> {
	return new Map(filesOf(folder).map((file) => [file, readFileSync(join(folder, file), "base64")]));
}

/** The pages of a built site, read. */
export function pagesOf(folder: string): BuiltPage[] {
	return filesOf(folder)
		.filter((file) => file.endsWith(".html"))
		.map((file) => {
			const html = readFileSync(join(folder, file), "utf8");
			// As where no script runs: what stands in <noscript> are elements too.
			const elements = [...elementsIn(parse(html, { scriptingEnabled: false }).childNodes)];
			return { file, html, elements, ids: new Set(elements.flatMap((element) => attribute(element, "id") ?? [])) };
		});
}

function* elementsIn(nodes: readonly Node[]): Generator<Element> {
	for (const node of nodes) {
		if (!("tagName" in node)) continue;
		yield node;
		yield* elementsIn(node.childNodes);
	}
}

/** The value of an attribute, where the element has it. */
export function attribute(element: Element, name: string): string | undefined {
	return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Every link of a site that leads nowhere: "page: href". Links out of the site are left alone. */
export function brokenLinks(folder: string, base: string): string[] {
	const pages = pagesOf(folder);
	const byFile = new Map(pages.map((page) => [page.file, page]));
	const files = new Set(filesOf(folder));
	const broken: string[] = [];
	for (const page of pages)
		for (const element of page.elements)
			for (const name of ["href", "src", "action"]) {
				const value = attribute(element, name);
				if (value === undefined || /^(?:https?:|mailto:|data:)/.test(value)) continue;
				const [address = "", fragment] = value.split("#");
				const [path = ""] = address.split("?");
				const target =
					path === "" ? page.file : fileFor(new URL(path, `http://site${base}${page.file}`).pathname, base);
				const exists = target !== null && files.has(target);
				const anchored =
					!fragment || byFile.get(target ?? "")?.ids.has(decodeURIComponent(fragment)) || element.tagName === "link";
				if (!exists || !anchored) broken.push(`${page.file}: ${name}=${value}`);
			}
	return broken;
}

function fileFor(path: string, base: string): string | null {
	if (!path.startsWith(base)) return null;
	const file = decodeURIComponent(path.slice(base.length));
	return file === "" || file.endsWith("/") ? `${file}index.html` : file;
}
