import { type Catalog, openLibrary } from "#search/catalog.ts";
import { createEngine, indexOnDisk, type Pagefind } from "#search/engine.ts";
import type { SearchIndex } from "#search/find.ts";
import type { Hashes, NameIndex, Names } from "#search/names.ts";
import type { Words } from "#search/near.ts";
import { openThesaurus, type Thesaurus } from "#search/others.ts";

/**
 * Loads what every search needs, and the parts of the rest when they are asked for, each once.
 * @throws where a file is missing or the network fails.
 */
export async function loadIndex(base: string): Promise<SearchIndex> {
	const folder = `${base}search/`;
	const [catalog, thesaurus, pagefind] = await Promise.all([
		loadJson<Catalog>(`${folder}catalog.json`),
		loadJson<Thesaurus>(`${folder}thesaurus.json`),
		loadPagefind(`${base}pagefind/pagefind.js`),
	]);
	const names: NameIndex = {
		names: once((part: number) => loadJson<Names>(`${folder}names/${part}.json`)),
		// Not every beginning of a hash has a file: no hash starts so.
		hashes: once((part: string) => loadJson<Hashes>(`${folder}hashes/${part || "all"}.json`, [])),
	};
	const words = once((letter: string) => loadJson<Words>(`${folder}words/${letter.codePointAt(0)}.json`, []));
	return {
		library: openLibrary(catalog),
		engine: createEngine(pagefind),
		names,
		words,
		others: openThesaurus(thesaurus),
	};
}

function once<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
	const loaded = new Map<Key, Promise<Value>>();
	return (key) => {
		const known = loaded.get(key) ?? load(key);
		loaded.set(key, known);
		known.catch(() => loaded.delete(key));
		return known;
	};
}

async function loadJson<Type>(address: string, absent?: Type): Promise<Type> {
	const response = await fetch(address);
	if (response.status === 404 && absent !== undefined) return absent;
	if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
	return response.json();
}

async function loadPagefind(address: string): Promise<Pagefind> {
	const onDisk: Promise<Pagefind> | undefined = Reflect.get(globalThis, indexOnDisk);
	if (onDisk) return onDisk;
	const pagefind: Pagefind = await import(/* @vite-ignore */ address);
	// Its worker and the index's table of contents come while other things still load; a failure is told by the first search.
	pagefind.init?.().catch(() => {});
	return pagefind;
}
