import type { Nodes } from "mdast";
import type { ParsedDocument } from "#parse/markdown.ts";
import { nodePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";

const note = "- The counter of garbled lines";

export default documentRule({
	id: "publish/unsafe-html",
	source: { standard: "PUB", section: "Active HTML" },
	severity: "info",
	requires: "No document holds HTML that acts: scripts, frames, forms, event handlers.",
	why: "On the page it is shown as text and does nothing. Elsewhere, in an editor's preview or another tool, it may run.",
	remedy: "Remove it, or put it in backticks or a code fence if the document speaks of it.",
	messages: {
		element: "<{name}> would act on a page; it is shown as text.",
		handler: "The attribute {name} would run a script; it is shown as text.",
		address: "An address that starts with {name} would run a script; it is not linked.",
	},
	examples: {
		valid: [
			{ title: "No HTML", files: sampleArchive() },
			{
				title: "A placeholder and code about HTML",
				files: sampleArchive({ results: [[note, `- \`<script>\` is refused, and so is <object>.\n${note}`]] }),
			},
		],
		invalid: [
			{
				title: "A script",
				files: sampleArchive({ results: [[note, `<script>alert(1)</script>\n\n${note}`]] }),
				findings: ["H-1/H-1_RESULTS.md:45:1 <script> would act on a page; it is shown as text."],
			},
			{
				title: "An event handler",
				files: sampleArchive({ results: [[note, `- <b onclick="alert(1)">here</b>\n${note}`]] }),
				findings: ["H-1/H-1_RESULTS.md:45:3 The attribute onclick would run a script; it is shown as text."],
			},
			{
				title: "A link that runs a script",
				files: sampleArchive({ results: [[note, `- [here](javascript:alert)\n${note}`]] }),
				findings: [
					"H-1/H-1_RESULTS.md:45:3 An address that starts with javascript: would run a script; it is not linked.",
				],
			},
		],
	},
	*check({ parsed }) {
		if (!suspicious.some((sign) => sign.test(parsed.source.text))) return;
		for (const node of activeNodes(parsed)) {
			const fault = node.type === "html" ? faultIn(node.value) : addressFault(node.url);
			if (fault) yield { messageId: fault.messageId, place: nodePlace(parsed, node), data: { name: fault.name } };
		}
	},
});

/** Elements that act by being there, and those that are only known from placeholders (`<object>`) by an attribute. */
const alwaysActive = "script|iframe|embed|frameset|applet|style";
const activeWithAttributes =
	"object|form|input|button|link|meta|base|svg|math|video|audio|frame|portal|textarea|select";
const element = new RegExp(`<(?:(${alwaysActive})[\\s/>]|(${activeWithAttributes})\\s+[a-z:-]{1,40}\\s*=)`, "i");
const handler = /<[a-z][^<>]*?[\s"'/](on[a-z]{3,30})\s*=/i;
const address = /(?:^|=\s*["']?)\s*((?:java|vb)script:|data:text\/html)/i;
/** What a text with a fault holds. Each pattern starts with the one character that is rare in prose, and looks back from there. */
const suspicious: readonly RegExp[] = [
	new RegExp(`<(?:${alwaysActive}|${activeWithAttributes})\\b`, "i"),
	/=(?<=[\s"'/]on[a-z]{3,30}\s*=)/i,
	/:(?<=(?:java|vb)script:|data:(?=text\/html))/i,
];

function faultIn(html: string) {
	if (html.startsWith("<!--")) return null;
	const found = element.exec(html);
	const name = found?.[1] ?? found?.[2];
	if (name !== undefined) return { messageId: "element", name: name.toLowerCase() } as const;
	const attribute = handler.exec(html)?.[1];
	if (attribute !== undefined) return { messageId: "handler", name: attribute.toLowerCase() } as const;
	return addressFault(html);
}

/** Browsers drop tabs and line breaks inside an address. */
function addressFault(text: string) {
	const scheme = address.exec(text.replace(/[\t\n\r]/gu, ""))?.[1];
	return scheme === undefined ? null : ({ messageId: "address", name: scheme.toLowerCase() } as const);
}

function* activeNodes({ tree }: ParsedDocument) {
	const open: Nodes[] = [tree];
	for (let node = open.pop(); node; node = open.pop()) {
		if (node.type === "html" || node.type === "link" || node.type === "image" || node.type === "definition") yield node;
		if ("children" in node) for (const child of node.children.toReversed()) open.push(child);
	}
}
