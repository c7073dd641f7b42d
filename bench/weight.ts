/**
 * `npm run bench -- --weight`: how much the page of a handoff weighs as it is sent, beside three measures of what it is for: the
 * documents that it shows, as their authors wrote them; its own text, which is what stands between its tags, its head aside; and
 * that text compressed in the same way.
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
	/** The compressed page by its documents, by its text, and by its text compressed. */
	readonly byDocuments: number;
	readonly byText: number;
	readonly byGzip: number;
	readonly byBrotli: number;
}

const title =
	"Pages of handoffs. kB: as they are sent, medians. Then the compressed page (gzip) by its documents, by its own text, by its text\n" +
	"compressed, and the last with brotli: median and worst.\n";
const columns = [
	"archive",
	"pages",
	"kB",
	"gzip",
	"brotli",
	"docs",
	"worst",
	"text",
	"worst",
	"gzip",
	"worst",
	"br",
	"worst",
];

/** Builds the example, the real corpus where it is there, or the folders given, and prints a row for each. */
export async function weight(folders: readonly string[]): Promise<void> {
	const known = [join(root, "content/handoffs"), join(root, "../shared/corpus/control-plane/handoffs")];
	console.log(title);
	console.log(row(columns));
	for (const folder of folders.length > 0 ? folders : known.filter(existsSync)) {
		await build(folder);
		const pages = weights(join(scratch, "site"));
		if (pages.length === 0) throw new Error(`${folder}: no page of a handoff was built; "handoffs build" says why`);
		const kilobytes = (of: (page: Weight) => number) => figure(median(pages.map(of)) / 1000);
		const ratios = (of: (page: Weight) => number) => [
			figure(median(pages.map(of)), 3),
			figure(Math.max(...pages.map(of)), 3),
		];
		console.log(
			row([
				folder.split("/").slice(-2).join("/"),
				pages.length,
				kilobytes(({ bytes }) => bytes),
				kilobytes(({ gzip }) => gzip),
				kilobytes(({ brotli }) => brotli),
				...ratios(({ byDocuments }) => byDocuments),
				...ratios(({ byText }) => byText),
				...ratios(({ byGzip }) => byGzip),
				...ratios(({ byBrotli }) => byBrotli),
			]),
		);
	}
}

/** What the bench needs to know of an archive's export. */
interface Exported {
	readonly documents: readonly { readonly handoff: string | null; readonly bytes: number }[];
}

function weights(site: string): readonly Weight[] {
	const folder = join(site, "handoffs");
	const names = existsSync(folder)
		? readdirSync(folder).filter((name) => existsSync(join(folder, name, "index.html")))
		: [];
	const { documents }: Exported = JSON.parse(readFileSync(join(site, "archive.json"), "utf8"));
	return names.map((name) => {
		const html = readFileSync(join(folder, name, "index.html"), "utf8");
		const text = html.replace(/<head>.*?<\/head>/s, "").replace(/<[^>]+>/g, "");
		const [gzip, brotli] = [gzipped(html), brotliCompressSync(html).length];
		const own = documents.filter(({ handoff }) => handoff === name);
		return {
			bytes: Buffer.byteLength(html),
			gzip,
			brotli,
			byDocuments: gzip / own.reduce((sum, { bytes }) => sum + bytes, 0),
			byText: gzip / Buffer.byteLength(text),
			byGzip: gzip / gzipped(text),
			byBrotli: brotli / brotliCompressSync(text).length,
		};
	});
}

function gzipped(text: string): number {
	return gzipSync(text, { level: 9 }).length;
}
