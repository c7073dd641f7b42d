import type { InlineCode, Nodes, Parents } from "mdast";
import { normalise, textOf } from "#extract/text/text.ts";
import { hasPhrase, normalised, wordsOf } from "#extract/text/vocabulary.ts";
import type { Standard } from "#model/standard.ts";
import { lineText } from "#parse/source-text.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { linesOfCode } from "../shared/code-lines.ts";
import { archivingCommands } from "../shared/tar-commands.ts";

export default documentRule({
	id: "spec/shell-tar",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 2. Critical Constraints, 7" },
	severity: "error",
	requires: "No command creates an archive with shell tar.",
	why: "Shell tar writes times and owners into the archive: the same files give another hash on every build.",
	remedy: "Create the archive with the deterministic packer; extracting and listing with tar is fine.",
	messages: { creates: 'This command creates an archive with shell tar: "{command}".' },
	statements: {
		notAsked: "The {standard} asks for no deterministic archives.",
	},
	examples: {
		valid: [
			{ title: "No archive is created", files: sampleArchive() },
			{
				title: "Extracting, listing and forbidding it are fine",
				files: sampleArchive({
					spec: [
						["7. **Archive creation.** ", "7. **Archive creation.** NEVER use shell `tar czf x.tar.gz .`. "],
						["```bash\n", "```bash\ntar xzf boot.tar.gz -C root\ntar -tzf boot.tar.gz | head\n"],
					],
				}),
			},
		],
		invalid: [
			{
				title: "In a block of commands, behind another command",
				files: sampleArchive({ spec: [["```bash\n", "```bash\ncd _staging && tar czf gauge.tar.gz PKG-GAUGE-001\n"]] }),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:72:16 This command creates an archive with shell tar: "tar czf gauge.tar.gz PKG-GAUGE-001".',
				],
			},
			{
				title: "In a sentence that asks for it",
				files: sampleArchive({
					spec: [["is made with the deterministic packer", "is made with `tar --create -f gauge.tar .`"]],
				}),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:17:52 This command creates an archive with shell tar: "tar --create -f gauge.tar .".',
				],
			},
		],
	},
	*check({ parsed, standard }) {
		if (standard.shellTar === "allowed")
			return yield { verdict: "not-applicable", statement: "notAsked", data: { standard: standard.title } };
		const { source } = parsed;
		if (!source.text.includes("tar ")) return;
		for (const { command, line } of commandsIn(parsed.tree, standard, (at) => lineText(source, at)))
			yield { messageId: "creates", place: linePlace(parsed, line, command), data: { command } };
	},
});

interface FoundCommand {
	readonly command: string;
	readonly line: number;
}

function commandsIn(node: Nodes, standard: Standard, lineAt: (line: number) => string): readonly FoundCommand[] {
	if (node.type === "code" && !node.value.includes("tar ")) return [];
	if (node.type === "code")
		return linesOfCode(node, lineAt).flatMap(({ text, line }) =>
			archivingCommands(text)
				.filter(({ before }) => !hasPhrase(lastClause(before), wordsOf(standard, "negations")))
				.map(({ command }) => ({ command, line })),
		);
	if (!("children" in node)) return [];
	return node.children.flatMap((child): readonly FoundCommand[] => {
		if (child.type !== "inlineCode") return commandsIn(child, standard, lineAt);
		const commands = archivingCommands(child.value);
		if (commands.length === 0 || isForbidden(child, node, standard)) return [];
		return commands.map(({ command }) => ({ command, line: child.position?.start.line ?? 1 }));
	});
}

/** Whether the sentence around a piece of inline code forbids it, or says what is wrong with it. */
function isForbidden(code: InlineCode, parent: Parents, standard: Standard): boolean {
	const children: readonly Nodes[] = parent.children;
	const at = children.indexOf(code);
	const text = (nodes: readonly Nodes[]) =>
		nodes.map((node) => (node.type === "inlineCode" ? " " : textOf(node))).join("");
	const before = lastClause(text(children.slice(0, at)));
	const after = text(children.slice(at + 1)).split(/[.;!?](?:\s|$)|\s[—–-]{1,2}\s|\n/u, 1)[0] ?? "";
	return (
		hasPhrase(before, wordsOf(standard, "negations")) ||
		hasPhrase(normalise(after), normalised(standard.forbiddingWords))
	);
}

/** The words since the last sentence or dash, normalised. */
function lastClause(text: string): string {
	return normalise(text.split(/[.;:!?](?:\s|$)|\s[—–-]{1,2}\s|\n/u).at(-1) ?? "");
}
