import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** An import of a file: what it names, where, and whether it happens only when a function runs. */
interface Import {
	readonly specifier: string;
	readonly line: number;
	readonly isLazy: boolean;
}

export interface CodeFile {
	/** Relative to the project, with forward slashes. */
	readonly path: string;
	readonly code: string;
	readonly imports: readonly Import[];
}

/** Every file with imports under a folder of the project; none where the folder does not exist. */
export function codeFiles(folder: string): readonly CodeFile[] {
	let names: readonly string[];
	try {
		names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
	} catch {
		return [];
	}
	return names
		.map((name) => posix.join(folder, name.replaceAll("\\", "/")))
		.filter((path) => /\.(?:[cm]?[jt]s|astro|css|mdx)$/.test(path))
		.sort()
		.map((path) => codeFile(path, readFileSync(join(root, path), "utf8")));
}

/** Reads the imports of one file: static, dynamic, of types, re-exports, and those of stylesheets. */
export function codeFile(path: string, text: string): CodeFile {
	const code = path.endsWith(".css") ? text : withoutComments(text);
	const imports: Import[] = [];
	const add = (pattern: RegExp, isLazy: boolean) => {
		for (const { 1: specifier, index } of code.matchAll(pattern))
			if (specifier) imports.push({ specifier, line: code.slice(0, index).split("\n").length, isLazy });
	};
	if (path.endsWith(".css")) add(/@import\s+(?:url\()?["']([^"']+)["']/g, false);
	else {
		add(/^[ \t]*(?:import|export)\b[^"'`;()]*?\bfrom\s*["']([^"']+)["']/gm, false);
		add(/^[ \t]*import\s*["']([^"']+)["']/gm, false);
		add(/\bimport\(\s*["']([^"']+)["']/g, true);
	}
	return { path, code, imports };
}

/** Blanks comments, keeping line numbers. Good enough for code that the formatter has seen. */
function withoutComments(text: string): string {
	return text
		.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]/g, " "))
		.replace(/^[ \t]*\/\/.*$/gm, "");
}

/** The room of a file of the project ("src/model/ids.ts" is in "model"), or null for a file outside all rooms. */
export function roomOf(path: string): string | null {
	const [top, second, third] = path.split("/");
	if (top === "integrations") return "integrations";
	if (top !== "src" || second === undefined) return null;
	return third === undefined ? second.replace(/\.[^.]+$/, "") : second;
}

/** The project file that a specifier means, or null for a package. */
export function targetOf(from: string, specifier: string): string | null {
	if (specifier.startsWith("#")) return posix.join("src", specifier.slice(1));
	if (specifier.startsWith(".")) return posix.join(dirname(from), specifier);
	return null;
}

/** The package that a specifier names, without the path inside it. */
export function packageOf(specifier: string): string {
	return specifier
		.split("/")
		.slice(0, specifier.startsWith("@") ? 2 : 1)
		.join("/");
}

/** Whether a name is among patterns, of which a trailing "*" stands for any rest. */
export function matches(name: string, patterns: readonly string[]): boolean {
	return patterns.some((pattern) => (pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
}
