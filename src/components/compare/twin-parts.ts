/** A document within the Markdown twin of a handoff's page. */
export interface TwinPart {
	/** "spec", "results2". */
	readonly key: string;
	readonly path: string;
	readonly lines: readonly string[];
}

const opening = /^<!-- (\w+): (.*), (\d+) lines -->$/u;

/** The documents of a twin. Their lines are counted off, so that nothing in a document is taken for its end. */
export function twinParts(twin: string): readonly TwinPart[] {
	const lines = twin.split("\n");
	const parts: TwinPart[] = [];
	for (let at = 0; at < lines.length; at++) {
		const [, key, path, count] = opening.exec(lines[at] ?? "") ?? [];
		if (key === undefined || path === undefined) continue;
		const end = at + 1 + Number(count);
		parts.push({ key, path, lines: lines.slice(at + 1, end).map((line) => line.replace(/\r$/u, "")) });
		at = end;
	}
	return parts;
}
