import type { Nodes } from "mdast";
import type { DocumentLink } from "#model/documents.ts";
import type { ParsedDocument } from "#parse/markdown.ts";

/** Addresses of a document's links and images that lead to something beside or inside the document, in document order. */
export function localLinks({ tree, source }: ParsedDocument): readonly DocumentLink[] {
	// Most documents hold none: looking for the sign costs less than walking the tree.
	if (!/\](?:\(|:)/u.test(source.text)) return [];
	const found: DocumentLink[] = [];
	const open: Nodes[] = [tree];
	for (let node = open.pop(); node; node = open.pop()) {
		if ((node.type === "link" || node.type === "image" || node.type === "definition") && node.position) {
			const { start, end } = node.position;
			if (isLocal(node.url))
				found.push({
					url: node.url,
					range: { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } },
				});
		}
		if ("children" in node)
			for (let index = node.children.length - 1; index >= 0; index--) open.push(...child(node, index));
	}
	return found;
}

function child(node: Nodes & { readonly children: readonly Nodes[] }, index: number): readonly Nodes[] {
	const one = node.children[index];
	return one ? [one] : [];
}

function isLocal(url: string): boolean {
	return url !== "" && !/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/iu.test(url);
}
