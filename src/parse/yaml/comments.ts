import { Lexer } from "yaml";
import type { YamlComment } from "./nodes.ts";

/** The comments of a text that starts at `base`; what looks like one inside a value is none. */
export function commentsOf(text: string, base: number): YamlComment[] {
	if (!text.includes("#")) return [];
	const comments: YamlComment[] = [];
	let offset = text.startsWith("\uFEFF") ? base + 1 : base;
	let isScalarNext = false;
	for (const lexeme of new Lexer().lex(text)) {
		// The lexer's own marks stand for no text.
		if (lexeme === "\u0002" || lexeme === "\u0018" || lexeme === "\u001f") {
			isScalarNext = lexeme === "\u001f";
			continue;
		}
		if (lexeme.startsWith("#") && !isScalarNext)
			comments.push({ text: lexeme.slice(1).trim(), start: offset, end: offset + lexeme.length });
		isScalarNext = false;
		offset += lexeme.length;
	}
	return comments;
}
