import { createHash } from "node:crypto";
import { relative, resolve } from "node:path";
import type { Effects, Files, Output } from "#cli/command.ts";
import type { Site } from "#cli/site/site.ts";
import { readStandardTexts } from "#files/standards-folder.ts";

export interface FakeOutput extends Output {
	readonly text: string;
}

/** An output that keeps what is printed; no terminal, unless said so. */
export function fakeOutput(isTTY = false): FakeOutput {
	let text = "";
	return {
		isTTY,
		columns: 80,
		write: async (piece) => {
			text += piece;
		},
		get text() {
			return text;
		},
	};
}

export interface FakeWorld extends Effects {
	readonly stdout: FakeOutput;
	readonly stderr: FakeOutput;
	readonly written: Map<string, string>;
}

/** A world in memory: files by absolute path, the working folder /work, the product's own standards. */
export function fakeWorld(
	content: Readonly<Record<string, string>>,
	{ isTTY = false, env = {}, site }: { isTTY?: boolean; env?: Effects["env"]; site?: Site } = {},
): FakeWorld {
	const written = new Map<string, string>();
	const under = (folder: string) =>
		Object.keys(content)
			.filter((path) => path.startsWith(`${folder}/`))
			.map((path) => path.slice(folder.length + 1));
	const files: Files = {
		example: { archive: "/product/handoffs", workspace: "/product/workspace" },
		resolve,
		relative,
		findUpwards: (name, from) => {
			for (let folder = from; ; folder = resolve(folder, "..")) {
				if (content[resolve(folder, name)] !== undefined) return resolve(folder, name);
				if (folder === "/") return null;
			}
		},
		readText: (path) => {
			const text = content[path];
			return text === undefined
				? { path, line: 1, column: 1, message: "cannot be read: there is no such file" }
				: { path, text };
		},
		standardTexts: (path) =>
			path === undefined
				? readStandardTexts()
				: {
						texts: under(path).map((name) => ({ path: `${path}/${name}`, text: content[`${path}/${name}`] ?? "" })),
						problems: [],
					},
		isFile: (path) => content[path] !== undefined,
		isFolder: (path) => under(path).length > 0 || path === "/work/empty",
		openArchive: ({ archive: [folder = ""], waivers, debt, seals }) => ({
			entries: under(folder).map((path) => ({ kind: "file", path, size: content[`${folder}/${path}`]?.length ?? 0 })),
			read: (path) => new TextEncoder().encode(content[`${folder}/${path}`]),
			sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
			locate: (path) => [waivers, debt, seals].find(({ name }) => name === path)?.path ?? `${folder}/${path}`,
		}),
		appendText: (path, text) => {
			written.set(path, (written.get(path) ?? content[path] ?? "") + text);
		},
		writeText: (path, text) => {
			written.set(path, text);
		},
	};
	return {
		stdout: fakeOutput(isTTY),
		stderr: fakeOutput(isTTY),
		cwd: "/work",
		env,
		now: () => new Date("2026-06-15T12:00:00Z"),
		files,
		site: async () => {
			if (!site) throw new Error("this command has no business with Astro");
			return site;
		},
		written,
	};
}

/** A handoff's spec that lacks most of what the standard asks for. */
export const poorSpec = "# H-1: Ledger\n\n## 1. Mission\n\nBuild the ledger of PKG-LEDGER-001.\n";
