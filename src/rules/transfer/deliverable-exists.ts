import type { Deliverable } from "#model/transfers.ts";
import { term } from "#words/because.ts";
import { type TransferSubject, transferRule } from "../judging/transfer-rule.ts";
import { sampleTransfer } from "../samples/transfers.ts";

export default transferRule({
	id: "transfer/deliverable-exists",
	source: { standard: "HP", section: "Handoff Rules" },
	severity: "error",
	requires: "Each deliverable is a file or folder that is there, inside the workspace.",
	why: "No promises, only files: the receiver starts from what it is given.",
	remedy: "Make the file before it is handed over, or name the path it has in the workspace.",
	messages: {
		promise: '"{path}" is a promise and no path; hand over what is there.',
		absent: "{path} is not there in the workspace{why}.",
		outside: "{path} leads out of the workspace.",
	},
	statements: {
		noWorkspace: "No workspace is configured to look for {paths}.",
	},
	examples: {
		valid: [
			{ title: "A file that is there", ...sampleTransfer() },
			{ title: "A folder", ...sampleTransfer(["docs/requirements.md", "docs/"]) },
		],
		invalid: [
			{
				title: "A promise",
				...sampleTransfer(["docs/requirements.md", '"Will create requirements.md soon"']),
				findings: [
					'transfers/store.yaml:7:13 "Will create requirements.md soon" is a promise and no path; hand over what is there.',
				],
			},
			{
				title: "A file that is not there",
				...sampleTransfer(["docs/requirements.md", "docs/requirement.md"]),
				findings: ["transfers/store.yaml:7:13 docs/requirement.md is not there in the workspace."],
			},
			{
				title: "A path that leads out",
				...sampleTransfer(["docs/requirements.md", "../secrets.txt"]),
				findings: ["transfers/store.yaml:7:13 ../secrets.txt leads out of the workspace."],
			},
		],
	},
	*check({ transfer, protocol, workspace }) {
		const open: string[] = [];
		for (const deliverable of transfer.deliverables ?? []) {
			const { path } = deliverable;
			if (!path) continue;
			const found = whereIs(deliverable, protocol, workspace);
			if (found === "unknown") open.push(path.value);
			else if (found !== "there")
				yield {
					messageId: found === "unreadable" ? "absent" : found,
					place: path.place,
					data: { path: path.value, why: found === "unreadable" ? term("farAsRead") : "" },
				};
		}
		if (open.length > 0)
			yield {
				verdict: "could-not-evaluate",
				statement: "noWorkspace",
				data: { paths: open.join(", ") },
				place: transfer.place,
			};
	},
});

function whereIs(
	{ path, type }: Deliverable,
	{ deliverables: { promises } }: TransferSubject["protocol"],
	workspace: TransferSubject["workspace"],
): "there" | "promise" | "absent" | "outside" | "unreadable" | "unknown" {
	const words = path?.value ?? "";
	const plain = words.replace(/^(?:\.\/)+|\/+$/g, "");
	const kind = workspace?.kind(plain === "." ? "" : plain);
	if (kind === "file" || kind === "folder") return "there";
	if (isPromise(words, type?.value, promises)) return "promise";
	if (/^(?:[a-z][a-z\d+.-]*:|[/\\~])|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(words)) return "outside";
	if (kind === undefined) return "unknown";
	return kind === "missing" ? "absent" : kind;
}

/** Several words, or a type that the protocol calls a promise: no path is written like that. */
function isPromise(words: string, type: string | undefined, promises: readonly string[]): boolean {
	return (type !== undefined && promises.includes(type)) || words.split(/\s+/).length >= 3;
}
