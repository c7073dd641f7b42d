import { createHash } from "node:crypto";

const verbs =
	"reads writes keeps drops merges splits orders seals replays queues signs checks maps folds trims guards routes caches reports drains probes binds".split(
		" ",
	);
/** What the documents speak of. */
export const nouns =
	"ledger window gate queue cursor manifest schema snapshot budget session router worker segment index record policy tier plane archive token intake valve clock probe report filter batch stream lease digest mirror vault anchor socket kernel shell planner sampler throttle registry timer bucket marker channel frame parcel relay beacon".split(
		" ",
	);
/** How that is. */
export const adjectives =
	"bounded stale ordered idempotent sealed partial strict lazy shared durable atomic nested pristine missing duplicate malformed empty oversized concurrent expired signed unsigned pending final".split(
		" ",
	);
const links = "because unless while before after whenever although until so that as soon as".split(" ");

/** A small seeded generator (mulberry32): benchmarks need repeatable bytes, not good randomness. */
function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Writes words, sentences and hashes at random; the same seed gives the same ones. */
export class Writer {
	private readonly random: () => number;

	constructor(seed: number) {
		this.random = randomFrom(seed);
	}

	number(least: number, most: number): number {
		return least + Math.floor(this.random() * (most - least + 1));
	}

	pick(words: readonly string[]): string {
		return words[this.number(0, words.length - 1)] ?? "";
	}

	/** A function or file name; a few thousand different ones, as in a real archive. */
	identifier(): string {
		return `${this.pick(verbs)}_${this.pick(adjectives)}_${this.pick(nouns)}${this.random() < 0.2 ? `_${this.number(1, 99)}` : ""}`;
	}

	clause(): string {
		return `the ${this.pick(adjectives)} ${this.pick(nouns)} ${this.pick(verbs)} a ${this.pick(nouns)} of the ${this.pick(nouns)}`;
	}

	sentence(): string {
		const code = this.random() < 0.3 ? ` in \`${this.identifier()}\`` : "";
		const text = `${this.clause()}${code} ${this.pick(links)} ${this.clause()}`;
		return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
	}

	paragraph(sentences: number): string {
		return Array.from({ length: sentences }, () => this.sentence()).join(" ");
	}

	list<Item>(count: number, item: (index: number) => Item): Item[] {
		return Array.from({ length: count }, (_, index) => item(index));
	}

	hash(): string {
		return `sha256:${createHash("sha256").update(String(this.random())).digest("hex")}`;
	}
}
