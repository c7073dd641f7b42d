import type { Catalog } from "./catalog.ts";
import { fileNameOf, type NameIndex, partOf, simplified, type Target, targetKinds } from "./names.ts";
import { keyOf } from "./terms.ts";

/** A place that a name in a query stands for. */
interface Jump extends Target {
	/** The name, as the query has it. */
	readonly asked: string;
	/** Whether the name is the whole query: then Enter goes there. */
	readonly whole: boolean;
}

export interface Jumps {
	readonly shown: readonly Jump[];
	/** How many more places there are. */
	readonly more: number;
}

/** Names that are the whole query are all offered, up to a number; of those within a question, a few. */
const mostJumps = { whole: 10, partial: 3 } as const;

/** Fewer digits than this are as good as any word. */
const fewestDigits = 6;

/** Letters together with digits, or with what holds names of files and programs together. */
const isNameLike = /\p{L}.*[\d_]|\d.*\p{L}|\p{L}[._/]\p{L}/u;

/** The handoffs, documents, packages, files, hashes and rules that a query names, whole or in one of its words. */
export async function jumpsFor(query: string, { parts }: Pick<Catalog, "parts">, index: NameIndex): Promise<Jumps> {
	const words = query.trim().split(/\s+/u).filter(Boolean);
	const look = (text: string, isWhole: boolean) => named(text, isWhole, parts, index);
	const whole = words.length > 6 ? [] : await look(words.join(" "), true);
	if (whole.length > 0 || words.length < 2) return cut(whole, mostJumps.whole);
	const partial = await Promise.all(
		words.slice(0, 24).flatMap((word, at) => {
			const next = words[at + 1];
			return [
				...(next === undefined ? [] : [look(`${word} ${next}`, false)]),
				// A bare number or word in a sentence is not meant as a name.
				...(isNameLike.test(word) ? [look(word, false)] : []),
			];
		}),
	);
	const places = Map.groupBy(partial.flat(), ({ href }) => href);
	const plainest = [...places.values()].flatMap(([first, ...others]) =>
		first ? [others.reduce((best, jump) => (jump.rank < best.rank ? jump : best), first)] : [],
	);
	// A name may be that of many files, and must not hide a handoff that is named beside it.
	const isHandoff = ({ kind }: Jump) => Number(kind === "handoff");
	return cut(
		plainest.sort((a, b) => isHandoff(b) - isHandoff(a)),
		mostJumps.partial,
	);
}

/** What the documents of a handoff count for where it is the whole question, is named in one by its id or by another name, or by a part of it. */
const favours = { whole: 10, named: 1.6, shortened: 1.3 } as const;

/** The handoffs that a question names, with what their documents count for beside others. */
export function namedHandoffs({ shown }: Jumps): ReadonlyMap<string, number> {
	const handoffs = shown.filter(({ kind }) => kind === "handoff");
	return new Map(
		handoffs.map(({ name, whole, rank }) => [
			name,
			whole ? favours.whole : rank < 2 ? favours.named : favours.shortened,
		]),
	);
}

/** Words of a question, as they are compared, that have done their part by naming a handoff; none where they are all of it. */
export function spentWords({ shown }: Jumps): ReadonlySet<string> {
	const names = shown.filter(({ kind, whole }) => kind === "handoff" && !whole);
	const words = names.flatMap(({ asked }) => [asked, ...asked.split(/[^\p{L}\p{N}_]+/u)]);
	return new Set(words.map(keyOf));
}

function cut(jumps: readonly Jump[], most: number): Jumps {
	return { shown: jumps.slice(0, most), more: Math.max(0, jumps.length - most) };
}

async function named(
	text: string,
	whole: boolean,
	parts: Catalog["parts"],
	index: NameIndex,
): Promise<readonly Jump[]> {
	const bare = text.replace(/^[^\p{L}\p{N}#_./-]+|[^\p{L}\p{N}]+$/gu, "");
	const key = simplified(bare);
	if (key === "") return [];
	const jump = (target: Target): Jump => ({ ...target, whole, asked: text });
	const hashes = await hashesOf(bare, whole, parts, index);
	if (hashes.length > 0) return hashes.map(jump);
	const found = (await index.names(partOf(key, parts.names)))[key] ?? (await endingIn(bare, parts, index));
	const handoffs = found.filter(({ kind }) => kind === "handoff");
	const exact = handoffs.filter(({ rank }) => rank === Math.min(...handoffs.map((target) => target.rank)));
	const rest = [...found.filter(({ kind }) => kind !== "handoff")].sort(
		(a, b) => targetKinds.indexOf(a.kind) - targetKinds.indexOf(b.kind),
	);
	return (exact.length > 0 ? exact : rest).map(jump);
}

/** Files whose path ends in what is asked for. */
async function endingIn(path: string, parts: Catalog["parts"], index: NameIndex): Promise<readonly Target[]> {
	const asked = path.replace(/^\.?\//, "").toLowerCase();
	if (!asked.includes("/")) return [];
	const key = simplified(fileNameOf(asked));
	const named = (await index.names(partOf(key, parts.names)))[key] ?? [];
	return named.filter(
		({ kind, name }) => (kind === "file" || kind === "document") && name.toLowerCase().endsWith(`/${asked}`),
	);
}

async function hashesOf(text: string, whole: boolean, { digits }: Catalog["parts"], index: NameIndex) {
	const [, asked = ""] = /^(?:sha-?256[:=])?([0-9a-f]+)(?:…|\.\.\.)?$/iu.exec(text) ?? [];
	const isHash = asked.length >= fewestDigits && asked.length <= 128 && (whole || /\d/.test(asked));
	if (!isHash) return [];
	const hash = asked.toLowerCase();
	const part = await index.hashes(hash.slice(0, digits));
	return part.filter(([known]) => known.startsWith(hash)).map(([, target]) => target);
}
