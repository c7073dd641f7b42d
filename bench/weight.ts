/**
 * `npm run bench -- --weight`: how much the page of a handoff weighs beside its own text, both compressed as servers do it. The
 * text is what stands between the tags of the page, its head aside.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, figure, root, row, scratch } from "./commands.ts";
import { median } from "./measure.ts";

interface Weight {
	readonly bytes: number;
	readonly gzip: number;
	readonly brotli: number;
	/** Compressed page by compressed text. */
	readonly gzipRatio: number;
	readonly brotliRatio: number;
}

/** Builds the example, the real corpus where it is there, or the folders given, and prints a row for each. */
export async function weight(folders: readonly string[]): Promise<void> {
	const known = [join(root, "content/handoffs"), join(root, "../shared/corpus/control-plane/handoffs")];
	console.log(
		"Pages of handoffs. kB: as they are sent, medians. ratio: compressed page by compressed text, median and worst.\n",
	);
	console.log(row(["archive", "pages", "kB", "kB gzip", "kB brotli", "gzip", "worst", "brotli", "worst"]));
	for (const folder of folders.length > 0 ? folders : known.filter(existsSync)) {
		await build(folder);
		const pages = weights(join(scratch, "site/handoffs"));
		if (pages.length === 0) throw new Error(`${folder}: no page of a handoff was built; "handoffs build" says why`);
		const middle = (of: (page: Weight) => number) => median(pages.map(of));
		const worst = (of: (page: Weight) => number) => Math.max(...pages.map(of));
		console.log(
			row([
				folder.split("/").slice(-2).join("/"),
				pages.length,
				figure(middle(({ bytes }) => bytes) / 1000),
				figure(middle(({ gzip }) => gzip) / 1000),
				figure(middle(({ brotli }) => brotli) / 1000),
				figure(
					middle(({ gzipRatio }) => gzipRatio),
					3,
				),
				figure(
					worst(({ gzipRatio }) => gzipRatio),
					3,
				),
				figure(
					middle(({ brotliRatio }) => brotliRatio),
					3,
				),
				figure(
					worst(({ brotliRatio }) => brotliRatio),
					3,
				),
			]),
		);
	}
}

function weights(folder: string): readonly Weight[] {
	const names = existsSync(folder)
		? readdirSync(folder).filter((name) => existsSync(join(folder, name, "index.html")))
		: [];
	return names.map((name) => {
		const html = readFileSync(join(folder, name, "index.html"), "utf8");
		const text = html.replace(/<head>.*?<\/head>/s, "").replace(/<[^>]+>/g, "");
		const [gzip, brotli] = [gzipped(html), brotliCompressSync(html).length];
		return {
			bytes: Buffer.byteLength(html),
			gzip,
			brotli,
			gzipRatio: gzip / gzipped(text),
			brotliRatio: brotli / brotliCompressSync(text).length,
		};
	});
}

function gzipped(text: string): number {
	return gzipSync(text, { level: 9 }).length;
}
