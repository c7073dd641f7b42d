import type { Nodes, Parents } from "mdast";

/** A node of the native tree, in the text it was read from. */
export interface NodeInText {
	readonly node: Nodes;
	readonly parent: Parents | null;
	readonly index: number;
	/** Whether it stands in a block quote, list item or footnote. */
	readonly contained: boolean;
	readonly text: string;
}

/** Whether remark may read this node differently in a way that no correction of the tree can mend. */
export function hasNodeGap(at: NodeInText): boolean {
	switch (at.node.type) {
		case "footnoteDefinition":
			return !isPlainFootnote(at);
		case "definition":
			return isFollowedByText(at);
		case "listItem":
			return typeof at.node.checked === "boolean" && !isPlainTask(at);
		case "code":
			return hasOddInfo(at) || (at.contained && isUnclosedFence(at)) || isIndentedWithCarriageReturns(at);
		case "html":
			return at.contained && isUnclosedHtml(at.node.value);
		case "break":
			return overIndented.test(at.text.slice(startOf(at) + 1, endOf(at) + 8));
		default:
			return false;
	}
}

const startOf = ({ node }: NodeInText): number => node.position?.start.offset ?? 0;
const endOf = ({ node }: NodeInText): number => node.position?.end.offset ?? 0;

/** `[^label]: words` on one line, outside any container, and nothing but a blank line or another footnote behind it. */
function isPlainFootnote(at: NodeInText): boolean {
	if (at.contained || at.node.type !== "footnoteDefinition") return false;
	const [only, ...more] = at.node.children;
	return (
		only?.type === "paragraph" &&
		more.length === 0 &&
		plainFootnote.test(at.text.slice(startOf(at), endOf(at))) &&
		/^[ \t]*(?:$|\r?\n(?:[ \t]*(?:\r?\n|$)|\[\^))/.test(at.text.slice(endOf(at), endOf(at) + 64))
	);
}
const plainFootnote = /^\[\^[^\]\s]+\]: ?[^\s\d[<>|`~*+=#-][^\r\n]*$/;

/** Text directly below a link definition: remark ends containers and tables differently there. */
function isFollowedByText({ node, parent, index, text }: NodeInText): boolean {
	const end = node.position?.end;
	const rest = text.slice(end?.offset ?? 0, (end?.offset ?? 0) + 256);
	const next = /^[ \t]*(?:\r\n|\n|\r)[ \t>]*(.)/.exec(rest)?.[1];
	if (next === undefined) return rest.length === 256 && /^[ \t]*(?:\r\n|\n|\r)[ \t>]*$/.test(rest);
	const sibling = parent?.children[index + 1];
	return sibling?.type !== "definition" || sibling.position?.start.line !== (end?.line ?? 0) + 1;
}

/** A task whose words follow the box on its line. */
function isPlainTask({ node, text }: NodeInText): boolean {
	const first = node.type === "listItem" ? node.children[0] : undefined;
	if (first?.type !== "paragraph") return false;
	const start = first.position?.start.offset ?? 0;
	return /\][ \t]+$/.test(text.slice(Math.max(0, start - 64), start)) && !/[\r\n]/.test(text[start] ?? "\n");
}

/** White space beyond ASCII in the line that opens a fence: the native parser trims it off the info. */
function hasOddInfo(at: NodeInText): boolean {
	if (at.node.type !== "code") return false;
	const start = startOf(at);
	const mark = at.text[start];
	if (mark !== "`" && mark !== "~") return false;
	const line = /^[^\r\n]*/.exec(at.text.slice(start, start + 512))?.[0] ?? "";
	return /[^\S \t]|\u0085/.test(line) || line.length === 512;
}

function isUnclosedFence(at: NodeInText): boolean {
	const mark = at.text[startOf(at)];
	if (mark !== "`" && mark !== "~") return false;
	const { start, end } = at.node.position ?? { start: { line: 0 }, end: { line: 0 } };
	const last = at.text.slice(Math.max(startOf(at), endOf(at) - 64), endOf(at));
	return start.line === end.line || !/(?:^|[\s>])(?:`{3,}|~{3,})[ \t]*$/.test(last);
}

function isIndentedWithCarriageReturns(at: NodeInText): boolean {
	return at.node.type === "code" && at.node.value.includes("\r") && !/[`~]/.test(at.text[startOf(at)] ?? "");
}

function isUnclosedHtml(value: string): boolean {
	if (value.startsWith("<!--")) return !value.includes("-->", 4);
	if (value.startsWith("<?")) return !value.includes("?>");
	if (value.startsWith("<![CDATA[")) return !value.includes("]]>");
	if (value.startsWith("<!")) return !value.includes(">");
	return /^<(?:script|pre|style|textarea)\b/i.test(value) && !/<\/(?:script|pre|style|textarea)>/i.test(value);
}

/** A hard break whose next line is indented like code. */
const overIndented = /(?:\n|\r)[ >]*(?:\t| {4})/;
