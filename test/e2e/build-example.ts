import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** The example archive as a site, built in other words. */
export interface BuiltExample {
	readonly folder: string;
	remove(): void;
}

/**
 * Builds the site of the example archive with words of its own.
 * @param settings further settings, as YAML.
 * @param words the file of words, as YAML.
 */
export function buildExample(settings: string, words: string): BuiltExample {
	const scratch = mkdtempSync(join(tmpdir(), "handoffs-words-"));
	writeFileSync(join(scratch, "handoffs.config.yaml"), `${settings}\nwords: words.yaml\nout: site\n`);
	writeFileSync(join(scratch, "words.yaml"), words);
	const { NODE_ENV: _, ...env } = process.env;
	const built = spawnSync(process.execPath, [main, "build"], { cwd: scratch, env, encoding: "utf8" });
	expect(built.status, built.stdout + built.stderr).toBe(0);
	return { folder: join(scratch, "site"), remove: () => rmSync(scratch, { recursive: true, force: true }) };
}

/** What building an archive prints; the words are those of its site. */
export function reportOf(files: Readonly<Record<string, string>>, words: string, options: readonly string[]): string {
	const scratch = mkdtempSync(join(tmpdir(), "handoffs-words-"));
	try {
		mkdirSync(join(scratch, "handoffs"));
		for (const [path, text] of Object.entries(files)) writeFileSync(join(scratch, "handoffs", path), text);
		writeFileSync(join(scratch, "handoffs.config.yaml"), "archive: handoffs\nwords: words.yaml\nout: site\n");
		writeFileSync(join(scratch, "words.yaml"), words);
		const { NODE_ENV: _, ...env } = process.env;
		return spawnSync(process.execPath, [main, "build", ...options], { cwd: scratch, env, encoding: "utf8" }).stdout;
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}
