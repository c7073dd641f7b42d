import type { Fact } from "#model/facts.ts";
import { notStated } from "#model/facts.ts";
import { normalise } from "../../text/text.ts";
import type { Block, Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { splitParentheses } from "../text/numbers.ts";
import { type Statement, withSentences } from "../text/statements.ts";

/** The packages that a clean-room section names in the order of their installation. */
export function installOrder(
	sections: readonly Section[],
	packageId: RegExp,
	lexicon: Lexicon,
): Fact<readonly string[]> {
	for (const { blocks } of sections)
		for (const [index, block] of blocks.entries()) {
			const named = lexicon.isLabel("cleanRoom.installOrder", block.name.replace(/ code\b.*$/, ""));
			const order = named
				? orderOf(block.statements, block, packageId)
				: labelledOrder(blocks, index, packageId, lexicon);
			if (order) return order;
		}
	const own = sections.flatMap(({ blocks }) =>
		blocks.filter(({ nested, name }) => !nested && !lexicon.has("before", name)),
	);
	const numbered = own.map((block) => numberedOrder(block, packageId)).find((order) => order !== null);
	return (
		numbered ??
		printedOrder(own, packageId, lexicon) ??
		own.map((block) => toldOrder(block, packageId, lexicon)).find((order) => order !== null) ??
		notStated
	);
}

/** What an installer printed: "[1/3] PKG-A-001 ... ok", "installing PKG-A-001", one package a line and each once. */
function printedOrder(blocks: readonly Block[], packageId: RegExp, lexicon: Lexicon): Fact<readonly string[]> | null {
	const printed = blocks.flatMap(({ codes }) => codes).map(({ lines }) => installLines(lines, packageId, lexicon));
	const [order, ...others] = printed.filter(({ length }) => length > 1);
	const [first] = order ?? [];
	if (!order || !first || others.length > 0) return null;
	const value = order.map(({ name }) => name);
	return new Set(value).size === value.length ? { state: "stated", value, line: first.line } : null;
}

function installLines(
	lines: Block["codes"][number]["lines"],
	packageId: RegExp,
	lexicon: Lexicon,
): { readonly name: string; readonly line: number }[] {
	return lines.flatMap(({ text, line }) => {
		const [name, ...more] = text.match(packageId) ?? [];
		if (name === undefined || more.length > 0) return [];
		const before = text.slice(0, text.indexOf(name)).replace(/^[^\p{L}\p{N}]+$/u, "");
		const isInstall = counter.test(before) || lexicon.is("installSteps", normalise(before.replace(counter, " ")));
		return isInstall && !lexicon.has("failed", normalise(text)) ? [{ name, line }] : [];
	});
}

// "[1/3] ", "(2 of 7) ", "3/7: "
const counter = /^\s*[[(]?\s*\d{1,4}\s*(?:\/|of)\s*\d{1,4}\s*[\])]?\s*[:.-]?\s*(?=\p{L}|$)/u;

/** A sentence that tells the order: "installed in the order PKG-A, PKG-B and PKG-C", "PKG-A first, then PKG-B". */
function toldOrder({ statements }: Block, packageId: RegExp, lexicon: Lexicon): Fact<readonly string[]> | null {
	const steps = `(?:${lexicon.pattern("orderSteps")})`;
	const id = `(?:${packageId.source})`;
	const chain = new RegExp(
		`${id}(?:(?:[\\s,;:→⟶➜]|->|=>|\\b(?:and|${lexicon.pattern("orderVerbs")}|${steps})\\b)+(?:${unnamedStep})?${id})+`,
		"u",
	);
	for (const [at, { line, label, text }] of statements.entries()) {
		// "PKG-A first and PKG-B on top of it: 2 packages"
		const { main } = splitParentheses(label && chain.test(label.text) ? text : wrapped(statements, at));
		const found = chain.exec(main);
		if (!found) continue;
		const before = normalise(
			main
				.slice(0, found.index)
				.split(/[.;]\s/u)
				.at(-1) ?? "",
		);
		const behind = normalise(main.slice(found.index + found[0].length));
		const isOrder =
			lexicon.has("orderLeads", before) ||
			lexicon.has("orderSteps", normalise(found[0])) ||
			lexicon.startsWith("orderEnds", behind);
		if (!isOrder || notThis.some((list) => lexicon.has(list, before))) continue;
		return { state: "stated", value: found[0].match(packageId) ?? [], line };
	}
	return null;
}

// "→ the other 23, as the resolver sorts them →": packages between two arrows that are not named.
const unnamedStep = "[^→⟶➜>.;]{3,80}(?:[→⟶➜]|->|=>)\\s*";

const notThis = ["negations", "expectation", "demands", "currentLabels"] as const;

function labelledOrder(
	blocks: readonly Block[],
	index: number,
	packageId: RegExp,
	lexicon: Lexicon,
): Fact<readonly string[]> | null {
	const { statements: all, codes } = blocks[index] as Block;
	const statements = withSentences(all, "cleanRoom.installOrder", lexicon);
	const at = statements.findIndex(({ label }) => label && lexicon.isLabel("cleanRoom.installOrder", label.name));
	const said = statements[at];
	if (!said) return null;
	const text = wrapped(statements, at);
	// "As before, PKG-B right after PKG-A": a remark on another order.
	if (lexicon.startsWith("currentLabels", normalise(text)) && !arrow.test(text)) return null;
	const own = packagesIn(text, packageId);
	if (own.length > 0) return { state: "stated", value: own, line: said.line };
	const below = listed(said.children, packageId);
	if (below) return below;
	// Nothing on the label's own line: the order follows, in the next items or lines, until another label.
	if (said.value !== "") return null;
	const following = statements.slice(at + 1);
	const end = following.findIndex(({ label }) => label !== null);
	const next = listed(end === -1 ? following : following.slice(0, end), packageId);
	const code = codes.find(({ line }) => line > said.line && line <= said.line + 3);
	return (
		next ??
		(code
			? inOrder(
					code.lines.map(({ text }) => text),
					said.line,
					packageId,
				)
			: null)
	);
}

const arrow = /[→⟶➜]|->|=>/u;
const goesOn = /(?:[→⟶➜,]|->|=>)\s*$|\([^()]{0,200}$/u;
const continues = /^\s*(?:[→⟶➜,]|->|=>)/u;

/** Lines that an order may be wrapped to. */
const longestOrder = 100;

/** A statement's value with the lines that go on with it: "PKG-A →", "PKG-B → PKG-C". */
function wrapped(statements: readonly Statement[], at: number): string {
	let text = statements[at]?.fullValue ?? "";
	let last = text;
	const end = Math.min(statements.length, at + longestOrder);
	for (let next = at + 1; next < end && text !== ""; next++) {
		const { text: line = "", label = null, group } = statements[next] ?? {};
		if (label || group !== statements[at]?.group || !(goesOn.test(last) || continues.test(line))) break;
		text += ` ${line}`;
		last = line;
	}
	return text;
}

/** Without a label: a numbered list that names a package in each step, or a table that numbers its packages. */
function numberedOrder(
	{ statements, tables, numbered }: Block,
	packageId: RegExp,
): (Fact<readonly string[]> & { readonly state: "stated" }) | null {
	const opens = (text: string) => /^[`*\s]*$/.test(text.slice(0, text.search(packageId)));
	const items =
		numbered.length > 0 ? Map.groupBy(statements, ({ group, kind }) => (kind === "item" ? group : null)) : null;
	for (const group of numbered) {
		const steps = items?.get(group) ?? [];
		const names = steps.flatMap(({ text }) =>
			text.search(packageId) >= 0 && opens(text) ? (text.match(packageId) ?? []).slice(0, 1) : [],
		);
		const [first] = steps;
		if (first && steps.length > 1 && names.length === steps.length)
			return { state: "stated", value: names, line: first.line };
	}
	for (const { rows, line } of tables) {
		const names = rows.flatMap(([step, ...cells], index) =>
			step?.text === String(index + 1) ? cells.flatMap(({ text }) => packagesIn(text, packageId)).slice(0, 1) : [],
		);
		if (rows.length > 1 && names.length === rows.length) return { state: "stated", value: names, line };
	}
	return null;
}

function orderOf(
	statements: readonly Statement[],
	{ tables, codes, line }: Block,
	packageId: RegExp,
): Fact<readonly string[]> | null {
	const texts = [
		...statements.filter(({ kind }) => kind !== "row").map(({ text }) => text),
		...tables.flatMap(({ rows }) =>
			rows.map((row) => row.map(({ text }) => text).find((text) => text.search(packageId) >= 0) ?? ""),
		),
		...codes.flatMap(({ lines }) => lines.map(({ text }) => text)),
	];
	return inOrder(texts, statements[0]?.line ?? line, packageId);
}

function listed(statements: readonly Statement[], packageId: RegExp): Fact<readonly string[]> | null {
	const first = statements.find(({ text }) => packagesIn(text, packageId).length > 0);
	return first
		? inOrder(
				statements.map(({ text }) => text),
				first.line,
				packageId,
			)
		: null;
}

function inOrder(texts: readonly string[], line: number, packageId: RegExp): Fact<readonly string[]> | null {
	const order = texts.flatMap((text) => packagesIn(text, packageId));
	return order.length > 0 ? { state: "stated", value: order, line } : null;
}

/** Remarks within remarks that are seen as such. */
const deepestRemark = 5;

/** The packages named in a text in order, without those in remarks; single words between arrows where none is a package id. */
function packagesIn(text: string, packageId: RegExp): string[] {
	let main = text;
	for (let depth = 0; depth < deepestRemark; depth++) ({ main } = splitParentheses(main));
	const ids = main.match(packageId);
	if (ids) return [...ids];
	const steps = main.split(/\s*(?:→|⟶|➜|->|=>)\s*/).map((step) => step.replace(/[`*.]/g, "").trim());
	return steps.length > 1 ? steps.filter((step) => /^[\p{L}@][\p{L}\p{N}@/_-]*$/u.test(step)) : [];
}
