import ts from "typescript";

/** A text in code that a page would show, and where it stands. */
export interface Literal {
	readonly line: number;
	readonly text: string;
}

/** Attributes that are read or heard, of elements and of our own components. */
const shownAttributes = new Set([
	"title",
	"alt",
	"placeholder",
	"aria-label",
	"aria-description",
	"aria-roledescription",
	"label",
	"description",
	"none",
	"of",
]);

/** Elements without an end, which JSX would wait for. */
const empty = /<(area|base|br|col|hr|img|input|link|meta|source|wbr)\b((?:[^<>{}"]|"[^"]*"|\{[^{}]*\})*?)\/?>/g;

/** Words, and not the names of classes, files and things: a capital that begins a word in small letters, or words in a row. */
const words = /(?:^|[^\w-])[A-Z][a-z]+(?![\w/.-])|\b[a-z]+ [a-z]+ [a-z]+\b/;
const letters = /\p{L}{2}/u;

/** Every text that an .astro file holds itself: in its template as such or as the value of an expression, and in its script. */
export function literalsOfPage(code: string): readonly Literal[] {
	const [, front = "", template = ""] = /^---\n([\s\S]*?)\n?---\n([\s\S]*)$/.exec(code) ?? [null, "", code];
	const before = code.length - template.length;
	const jsx = template
		.replace(/<!doctype[^>]*>/i, blank)
		.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, blank)
		.replace(/\b(?:is|class|set):(?=\w+[\s=])/g, (name) => `${name.slice(0, -1)}_`)
		.replace(empty, (_, name: string, attributes: string) => `<${name}${attributes}/>`);
	const lead = code.slice(0, before).replace(/[^\n]/g, " ");
	const page = sourceOf(`${lead}<>${jsx}</>`, ts.ScriptKind.TSX);
	return [...literalsOfCode(front, 1), ...literalsOfJsx(page)];
}

/** Every text that a script holds itself and that reads like words; errors are for those who write pages. */
export function literalsOfCode(code: string, linesBefore = 0): readonly Literal[] {
	const source = sourceOf(code, ts.ScriptKind.TS);
	const found: Literal[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isThrowStatement(node) || ts.isLiteralTypeNode(node)) return;
		if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText(source))) return;
		for (const text of textsOf(node))
			if (words.test(text)) found.push({ line: lineOf(source, node) + linesBefore, text });
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

function literalsOfJsx(source: ts.SourceFile): readonly Literal[] {
	const found: Literal[] = [];
	const add = (node: ts.Node, text: string) => {
		if (letters.test(text.replace(/&\w+;/g, ""))) found.push({ line: lineOf(source, node), text: text.trim() });
	};
	const shown = (node: ts.Node | undefined): void => {
		if (!node) return;
		for (const text of textsOf(node)) add(node, text);
		if (ts.isConditionalExpression(node)) for (const part of [node.whenTrue, node.whenFalse]) shown(part);
		else if (ts.isBinaryExpression(node)) {
			shown(node.right);
			if (node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) shown(node.left);
		} else if (ts.isParenthesizedExpression(node)) shown(node.expression);
		else if (ts.isArrowFunction(node)) shown(node.body);
		else if (ts.isCallExpression(node) && /\.(?:flatMap|map)$/.test(node.expression.getText(source)))
			for (const argument of node.arguments) shown(argument);
	};
	const visit = (node: ts.Node): void => {
		if (ts.isJsxText(node)) add(node, node.text);
		if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) shown(node.expression);
		if (ts.isJsxAttribute(node) && shownAttributes.has(node.name.getText(source))) {
			const { initializer } = node;
			if (initializer && ts.isStringLiteral(initializer)) add(initializer, initializer.text);
			else if (initializer && ts.isJsxExpression(initializer)) shown(initializer.expression);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

function textsOf(node: ts.Node): readonly string[] {
	if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
	if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
	return [];
}

function sourceOf(code: string, kind: ts.ScriptKind): ts.SourceFile {
	return ts.createSourceFile(
		kind === ts.ScriptKind.TSX ? "page.tsx" : "script.ts",
		code,
		ts.ScriptTarget.Latest,
		true,
		kind,
	);
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
	return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

function blank(text: string): string {
	return text.replace(/[^\n]/g, " ");
}
