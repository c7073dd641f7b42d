import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../storage/project.ts";
import { areUnchanged } from "./key.ts";

/** Style sheets of a page, as Astro orders them. */
export type PageStyles = readonly {
	readonly depth: number;
	readonly order: number;
	readonly sheet:
		| { readonly type: "inline"; readonly content: string }
		| { readonly type: "external"; readonly src: string };
}[];

/** What is known of a bundle beside its files. */
export interface BundleList {
	/** The module that pages start from. */
	readonly entry: string;
	/** Style sheets of each page, by the name that Astro gives it. */
	readonly styles: readonly (readonly [page: string, styles: PageStyles])[];
	/** Whether pages show pictures that Astro prepares while it makes them: then it has to make all pages itself. */
	readonly hasPictures: boolean;
	/** Stamps of the files that it was made from and its key does not know. */
	readonly further: Readonly<Record<string, string>>;
}

/** What lies in the folder of a bundle: modules that make pages, files that are on the site as they stand, and its list. */
export const parts = { modules: "modules", files: "files", list: "bundle.json" } as const;

/** Name of the global symbol by which the modules, when they are loaded, find the folder of the archive's records. */
export const recordsName = "handoff-archive.records";

const cache = join(projectRoot, "node_modules", ".cache", "handoff-archive");
const prefix = "site-";

/** So many bundles are kept at least, those that were used last: each is of some settings and one state of the product. */
const fewest = 8;
/** In milliseconds: a bundle that was used within that time may be in use. */
const recent = 3_600_000;

/** A site without an archive: what bundling its pages gives. */
export interface Bundle extends BundleList {
	readonly folder: string;
}

/** The bundle in a folder. */
function bundleIn(folder: string): Bundle {
	return { folder, ...JSON.parse(readFileSync(join(folder, parts.list), "utf8")) };
}

/** The bundle of a key, where it is kept and up to date; null where it has to be made first. */
export function knownBundle(key: string): Bundle | null {
	const folder = join(cache, prefix + key);
	if (!existsSync(join(folder, parts.list))) return null;
	const bundle = bundleIn(folder);
	if (!areUnchanged(bundle.further)) return null;
	try {
		const now = new Date();
		utimesSync(folder, now, now);
	} catch {
		// Who may only read it can use it all the same.
	}
	return bundle;
}

/** What style sheets import is bundled without being named: nobody could say later whether it has changed. */
const styleSheet = /\.(?:css|less|pcss|postcss|s[ac]ss|styl(?:us)?)$/i;

/** Keeps a bundle that was made, unless another build has kept the same one meanwhile. */
export function keepBundle(made: string, key: string): Bundle {
	const bundle = bundleIn(made);
	if (Object.keys(bundle.further).some((file) => styleSheet.test(file))) return bundle;
	const folder = join(cache, prefix + key);
	try {
		mkdirSync(cache, { recursive: true });
		removeOlder();
		if (knownBundle(key) === null) rmSync(folder, { recursive: true, force: true });
		renameSync(made, folder);
		return bundleIn(folder);
	} catch {
		// Where it cannot be kept, it serves this build alone.
		return knownBundle(key) ?? bundle;
	}
}

function removeOlder(): void {
	const kept = readdirSync(cache)
		.filter((name) => name.startsWith(prefix))
		.map((name) => ({ folder: join(cache, name), used: statSync(join(cache, name)).mtimeMs }))
		.sort((a, b) => b.used - a.used);
	for (const { folder, used } of kept.slice(fewest))
		if (Date.now() - used > recent) rmSync(folder, { recursive: true, force: true });
}
