/** What ends a command on its line. */
const separators = /&&|\|\||[;|&`]|\$\(|\)/u;
/** Words that may stand before a command without being one. */
const openers =
	/^(?:[$>%#]\s+|sudo\s+|then\s+|do\s+|else\s+|time\s+|env\s+|command\s+|exec\s+|\(\s*|\{\s+|!\s+|[A-Z_][A-Z0-9_]*=\S*\s+)+/u;
/** One letter each of what tar does and how, bundled with or without a dash: `czf`, `-cJvf`. */
const bundle = /^-?[AcdrtuxvzjJZafpPhkmSwWlOo]+$/u;

/** A command that creates an archive, and what stands before it since the last command. */
export interface ArchivingCommand {
	readonly command: string;
	readonly before: string;
}

/** The commands of a line that create an archive with tar; not those that extract or list one. */
export function archivingCommands(line: string): readonly ArchivingCommand[] {
	if (!line.includes("tar") || /^\s*(?:#|\/\/)(?!\s*\$)/u.test(line)) return [];
	const found: ArchivingCommand[] = [];
	let before = "";
	let rest = line;
	while (rest !== "") {
		const end = rest.search(separators);
		const piece = end === -1 ? rest : rest.slice(0, end);
		const command = piece.trim().replace(openers, "");
		// A command substitution among the arguments belongs to the command: it ends at the end of the line.
		if (creates(command)) found.push({ command: wholeCommand(command, rest.slice(rest.indexOf(command))), before });
		before = piece;
		rest = end === -1 ? "" : rest.slice(end + 1);
	}
	return found;
}

function creates(command: string): boolean {
	const [name = "", ...words] = command.split(/\s+/u, 12);
	if (!/^(?:\/(?:usr\/)?bin\/)?(?:g|bsd)?tar$/u.test(name)) return false;
	for (const [index, word] of words.entries()) {
		if (word === "--create") return true;
		if (/^--(?:extract|list|get|append|update|diff|delete)$/u.test(word)) return false;
		const isBundle = (index === 0 || word.startsWith("-")) && bundle.test(word) && word !== "-";
		if (isBundle && /[xt]/u.test(word)) return false;
		if (isBundle && word.includes("c")) return true;
	}
	return false;
}

function wholeCommand(command: string, rest: string): string {
	if (!rest.startsWith(`${command} $(`) && !rest.startsWith(`${command}$(`)) return command;
	const close = rest.indexOf(")", command.length);
	return close === -1 ? command : rest.slice(0, close + 1);
}
