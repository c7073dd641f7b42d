import type { Definition, Heading, Nodes, Root } from "mdast";

/** What has to be known of a tree before its first node is rendered. */
export interface Survey {
	readonly depth: number;
	readonly headings: readonly Heading[];
	/** Identifiers that links and images refer to. */
	readonly references: ReadonlySet<string>;
	/** The definition that each reference means: the first of its identifier. */
	readonly definitions: ReadonlyMap<string, Definition>;
	/** Labels of footnotes that have a definition. */
	readonly footnotes: ReadonlySet<string>;
	/** Labels of footnotes that the text calls. */
	readonly footnoteCalls: ReadonlySet<string>;
}

/** Looks through a tree once, in document order, without recursion: trees of any depth are safe here. */
export function survey(tree: Root): Survey {
	const headings: Heading[] = [];
	const references = new Set<string>();
	const definitions = new Map<string, Definition>();
	const footnotes = new Set<string>();
	const footnoteCalls = new Set<string>();
	let depth = 0;
	const open: { node: Nodes; next: number }[] = [{ node: tree, next: 0 }];
	for (let top = open.at(-1); top; top = open.at(-1)) {
		const child = "children" in top.node ? top.node.children[top.next++] : undefined;
		if (!child) {
			open.pop();
			continue;
		}
		if (child.type === "heading") headings.push(child);
		else if (child.type === "linkReference" || child.type === "imageReference") references.add(child.identifier);
		else if (child.type === "footnoteDefinition") footnotes.add(child.identifier);
		else if (child.type === "footnoteReference") footnoteCalls.add(child.identifier);
		else if (child.type === "definition" && !definitions.has(child.identifier))
			definitions.set(child.identifier, child);
		if ("children" in child) {
			open.push({ node: child, next: 0 });
			depth = Math.max(depth, open.length);
		}
	}
	return { depth, headings, references, definitions, footnotes, footnoteCalls };
}
