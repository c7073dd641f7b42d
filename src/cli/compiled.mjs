// The command line compiled into a few files: loading its several hundred modules one by one, in every thread, takes longer than
// checking a hundred documents. What is compiled is used only while the files that it came from are as they were.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cache = join(root, "node_modules", ".cache", "handoff-archive");
/** The program and what its threads run. */
const entries = [
	"src/cli/main.ts",
	"src/cli/process/side-by-side-worker.ts",
	"integrations/handoff-archive/read/read-worker.ts",
	"integrations/handoff-archive/search/search-worker.ts",
];
/** What runs inside of Astro shares its modules with the site: it runs from its sources, when it is needed. */
const astrosSide = ["astro/config.ts", "index.ts"].map((file) => join(root, "integrations", "handoff-archive", file));
/** Packages of plain JavaScript, Sätteri's binary being one of its own; the others are loaded from where they are, with their files. */
const included = ["diff", "fastest-levenshtein", "github-slugger", "satteri", "yaml", "zod"];

/**
 * @typedef {object} Compiled
 * @property {string} folder where it is, in the cache
 * @property {Record<string, string>} madeFrom when each file was changed that it was made from, and its size
 */

/** @returns {Compiled | null} what was compiled last, if that is up to date */
function upToDate(/** @type {string} */ list) {
	try {
		/** @type {Compiled} */
		const compiled = JSON.parse(readFileSync(list, "utf8"));
		const isSame = Object.entries(compiled.madeFrom).every(([file, stamp]) => stampOf(join(root, file)) === stamp);
		return isSame ? compiled : null;
	} catch {
		return null;
	}
}

const stampOf = (/** @type {string} */ file) => {
	const { mtimeMs, size } = statSync(file);
	return `${mtimeMs} ${size}`;
};

/** The address of the compiled program; null where there is none that is up to date. */
export function compiledProgram(folder = cache) {
	const compiled = upToDate(join(folder, "cli.json"));
	return compiled && pathToFileURL(join(folder, compiled.folder, "main.mjs"));
}

/** Compiles the command line, unless that is up to date. @throws where it cannot be compiled; the sources run all the same. */
export async function compileProgram(folder = cache) {
	const list = join(folder, "cli.json");
	if (upToDate(list)) return;
	const { build } = await import("esbuild");
	const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const { metafile, outputFiles } = await build({
		absWorkingDir: root,
		entryPoints: entries,
		entryNames: "[name]",
		outdir: "cli",
		outExtension: { ".js": ".mjs" },
		bundle: true,
		splitting: true,
		format: "esm",
		platform: "node",
		target: "node22",
		metafile: true,
		write: false,
		logLevel: "silent",
		external: Object.keys(devDependencies).filter((name) => !included.includes(name)),
		// yaml is CommonJS and asks for Node's own modules.
		banner: {
			js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
		},
		plugins: [{ name: "addresses", setup: keepAddresses }],
	});
	const files = [...Object.keys(metafile.inputs), "package.json", "src/cli/compiled.mjs"].sort();
	const madeFrom = Object.fromEntries(files.map((file) => [file, stampOf(join(root, file))]));
	const name = `cli-${createHash("sha256").update(JSON.stringify(madeFrom)).digest("hex").slice(0, 16)}`;
	mkdirSync(join(folder, name), { recursive: true });
	for (const { path, contents } of outputFiles)
		writeFileSync(join(folder, name, path.replace(/^.*[\\/]/, "")), contents);
	writeFileSync(`${list}.${process.pid}`, JSON.stringify({ folder: name, madeFrom }));
	renameSync(`${list}.${process.pid}`, list);
	removeOlder(folder, name);
}

/** What was compiled before today may go; a program that is running still loads parts of the one it was started with. */
function removeOlder(/** @type {string} */ folder, /** @type {string} */ current) {
	for (const name of readdirSync(folder))
		if (name.startsWith("cli-") && name !== current && Date.now() - statSync(join(folder, name)).mtimeMs > 86_400_000)
			rmSync(join(folder, name), { recursive: true, force: true });
}

/** Modules find files beside them: they keep their address. */
function keepAddresses(/** @type {import("esbuild").PluginBuild} */ { onLoad, onResolve }) {
	onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => {
		const file = resolve(resolveDir, path);
		return astrosSide.includes(file) ? { path: pathToFileURL(file).href, external: true } : undefined;
	});
	onLoad({ filter: /[\\/](?:src|integrations)[\\/].*\.ts$/ }, ({ path }) => {
		const thread = /new URL\("\.\/([\w-]+)\.ts", import\.meta\.url\)/g;
		const contents = readFileSync(path, "utf8")
			.replace(thread, (whole, name) =>
				entries.some((entry) => entry.endsWith(`/${name}.ts`)) ? `new URL("./${name}.mjs", import.meta["url"])` : whole,
			)
			.replaceAll(/(?<!")\bimport\.meta\.url\b/g, JSON.stringify(pathToFileURL(path).href));
		return { contents, loader: "ts" };
	});
}
