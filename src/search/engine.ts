/** What the index tells of a document that holds a word; its text is loaded when it is needed. */
export interface Hit {
	/** The key of the document in the catalog. */
	readonly id: string;
	readonly score: number;
	/** Positions in the text, counted in words. */
	readonly words: readonly number[];
	data(): Promise<HitData>;
}

export interface HitData {
	readonly raw_content?: string;
	readonly content: string;
	readonly anchors: readonly { readonly id: string; readonly text?: string; readonly location: number }[];
}

/** The part of Pagefind that is used. */
export interface Pagefind {
	/** Loads what every search needs, which the first search does otherwise. */
	init?(): Promise<void>;
	search(term: string): Promise<{ readonly results: readonly Hit[] }>;
}

/** Where a copy of the site that is opened from disk keeps the index of words, which cannot be imported there. */
export const indexOnDisk = "handoffArchiveIndex";

/** The text of a document, in words, with the headings and where they stand. */
export interface Text {
	readonly words: readonly string[];
	readonly sections: readonly Section[];
}

export interface Section {
	/** The anchor on the page; empty for text before the first heading. */
	readonly id: string;
	readonly title: string;
	/** Positions of the heading's first word, of the first word after it, and of the word after the section's last. */
	readonly start: number;
	readonly body: number;
	readonly end: number;
}

/** Looks words up, each once. */
export interface Engine {
	/** The documents that hold a word, an inflection of it or a longer word that starts with it; in quotation marks, as it stands. */
	lookUp(term: string): Promise<readonly Hit[]>;
	textOf(hit: Hit): Promise<Text>;
}

/** An engine that asks Pagefind for each word and text once, and for a few texts at a time. */
export function createEngine(pagefind: Pagefind): Engine {
	const inTurn = turns(textsAtOnce);
	const found = new Map<string, Promise<readonly Hit[]>>();
	const texts = new Map<string, Promise<Text>>();
	return {
		lookUp(term) {
			const known = found.get(term) ?? pagefind.search(term).then(({ results }) => results);
			found.set(term, known);
			return known;
		},
		textOf(hit) {
			const known = texts.get(hit.id) ?? inTurn(() => hit.data().then(readText));
			texts.set(hit.id, known);
			return known;
		},
	};
}

/** As many as a browser asks a server for at a time; unpacked all in one go, they would keep the page from answering. */
const textsAtOnce = 6;

/** Has at most so many tasks under way at a time. What else is waiting when one ends, such as a key that was pressed, goes first. */
function turns(most: number): <Value>(task: () => Promise<Value>) => Promise<Value> {
	const waiting: (() => void)[] = [];
	let running = 0;
	const end = () => {
		const start = waiting.shift();
		if (start) setTimeout(start);
		else running--;
	};
	return async (task) => {
		if (running < most) running++;
		else await new Promise<void>((start) => waiting.push(start));
		return task().finally(end);
	};
}

/** Cuts a text into words and sections. */
function readText({ raw_content, content, anchors }: HitData): Text {
	// Pagefind escapes these two in what it calls raw; here text stays text.
	const plain = (raw_content ?? content).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
	const words = plain.split(/[\r\n\s]+/u);
	const first = anchors[0]?.location ?? words.length;
	const sections = first > 0 ? [{ id: "", title: "", start: 0, body: 0, end: first }] : [];
	for (const [index, { id, text = "", location }] of anchors.entries()) {
		const end = anchors[index + 1]?.location ?? words.length;
		const length = text.trim() === "" ? 0 : text.trim().split(/\s+/u).length;
		sections.push({ id, title: text.trim(), start: location, body: Math.min(location + length, end), end });
	}
	return { words, sections };
}
