import { appendFileSync, closeSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonWrittenOut } from "#model/hidden.ts";

/*
 * Texts that are kept for the pages, thousands of them: one file holds many, because making a file costs more than
 * writing what is in it.
 */

/** Appends texts to a file of a folder. */
export interface RecordWriter {
	/** Takes a text and gives the name to read it by, once it is flushed. */
	add(text: string): string;
	/** Writes what was added since the last time. */
	flush(): void;
}

/** @param file the file's name, without a colon; nobody else writes to it. */
export function recordWriter(folder: string, file: string): RecordWriter {
	let waiting: Buffer[] = [];
	let end = 0;
	return {
		add(text) {
			const bytes = Buffer.from(text);
			const start = end;
			end += bytes.length;
			waiting.push(bytes);
			return `${file}:${start}:${bytes.length}`;
		},
		flush() {
			if (waiting.length > 0) appendFileSync(join(folder, file), Buffer.concat(waiting));
			waiting = [];
		},
	};
}

/** The text of a name that a writer gave. */
export function readRecord(folder: string, name: string): string {
	const [file = "", start, length] = name.split(":");
	return reading(join(folder, file), (read) => read(Number(start), Number(length)).toString("utf8"));
}

/** Bytes of a start and an end, as 64-bit numbers. */
const placeBytes = 16;

/**
 * Writes JSON that is read by its number, in place of what was written before; numbers may be left out. The places come first.
 * Pages show what stands in it: characters that hide, or that reorder the words around them, are written out.
 */
export function writeNumbered(folder: string, file: string, texts: readonly string[]): void {
	const places = Buffer.alloc(placeBytes * texts.length);
	const bytes: Buffer[] = [places];
	let end = places.length;
	texts.forEach((text, number) => {
		const encoded = Buffer.from(jsonWrittenOut(text));
		places.writeDoubleLE(end, placeBytes * number);
		end += encoded.length;
		places.writeDoubleLE(end, placeBytes * number + placeBytes / 2);
		bytes.push(encoded);
	});
	writeFileSync(join(folder, file), Buffer.concat(bytes));
}

/** The JSON of a number; empty for a number that was left out. */
export function readNumbered(folder: string, file: string, number: number): string {
	return reading(join(folder, file), (read) => {
		const place = read(placeBytes * number, placeBytes);
		const start = place.readDoubleLE(0);
		return read(start, place.readDoubleLE(placeBytes / 2) - start).toString("utf8");
	});
}

/** The same for who asks for many of them, while nobody writes the file: it is read once, when the first is asked for. */
export function numberedReader(folder: string, file: string): (number: number) => string {
	let whole: Buffer | undefined;
	return (number) => {
		whole ??= readFileSync(join(folder, file));
		const place = placeBytes * number;
		return whole.toString("utf8", whole.readDoubleLE(place), whole.readDoubleLE(place + placeBytes / 2));
	};
}

/** Reads from a file: what starts somewhere and has a length. */
type Read = (start: number, length: number) => Buffer;

function reading(path: string, use: (read: Read) => string): string {
	const file = openSync(path, "r");
	try {
		return use((start, length) => {
			const bytes = Buffer.alloc(length);
			for (let at = 0; at < length; ) {
				const read = readSync(file, bytes, at, length - at, start + at);
				if (read === 0) throw new Error(`${path} ends before byte ${start + length}.`);
				at += read;
			}
			return bytes;
		});
	} finally {
		closeSync(file);
	}
}
