/** The rows of the further pages of a list; not whole where a page could not be loaded, as in a copy that is opened from disk. */
export interface EarlierRows {
	readonly rows: readonly HTMLTableRowElement[];
	readonly isWhole: boolean;
}

/** So many pages are asked for at a time. */
const together = 6;

/**
 * Loads the rows of further pages, in their order, once; what could not be loaded is asked for again the next time.
 * @param pages the address that the number of a page is put behind
 * @param count how many there are, from the second on
 */
export function earlierRows(pages: string, count: number): () => Promise<EarlierRows> {
	let loaded: Promise<EarlierRows> | undefined;
	return () => {
		loaded ??= load(pages, count);
		const loading = loaded;
		void loading.then(({ isWhole }) => {
			if (!isWhole && loaded === loading) loaded = undefined;
		});
		return loading;
	};
}

async function load(pages: string, count: number): Promise<EarlierRows> {
	const rows: HTMLTableRowElement[] = [];
	for (let first = 0; first < count; first += together) {
		const numbers = Array.from({ length: Math.min(together, count - first) }, (_, index) => first + index + 2);
		const found = await Promise.all(numbers.map((number) => rowsAt(`${pages}${number}/`)));
		for (const of of found) {
			if (of === null) return { rows, isWhole: false };
			rows.push(...of);
		}
	}
	return { rows, isWhole: true };
}

/** The rows of a page; null where it cannot be had. */
async function rowsAt(address: string): Promise<readonly HTMLTableRowElement[] | null> {
	try {
		const response = await fetch(address);
		if (!response.ok) return null;
		const page = new DOMParser().parseFromString(await response.text(), "text/html");
		return [...page.querySelectorAll<HTMLTableRowElement>("table[data-transfers] tbody tr")];
	} catch {
		return null;
	}
}
