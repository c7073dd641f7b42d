import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type ArchiveFolder, ArchiveFolderError, listArchive } from "#files/archive-folder.ts";
import { diskFileSystem, type FileSystem } from "#files/file-system.ts";

const made: string[] = [];

/** A new folder with these files (path to text; a path that ends with "/" is a folder). */
function folderOf(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "archive-"));
	made.push(folder);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(join(folder, path, path.endsWith("/") ? "." : ".."), { recursive: true });
		if (!path.endsWith("/")) writeFileSync(join(folder, path), text);
	}
	return folder;
}

afterAll(() => {
	for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Each entry in one line: its path, and what is wrong with it. */
function lines({ entries }: ArchiveFolder): string[] {
	return entries.map((entry) =>
		entry.kind === "file"
			? entry.path
			: `${entry.path} ${entry.problem.code} ${Object.values(entry.problem.data).join(" ")}`,
	);
}

function text(bytes: unknown): string {
	return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : JSON.stringify(bytes);
}

describe("listArchive", () => {
	it("lists recursively in code unit order and skips folders of tools", () => {
		const folder = folderOf({
			"b.md": "",
			"B.md": "",
			"a/z.md": "z",
			"a.md": "",
			".git/x.md": "",
			"node_modules/y.md": "",
			"é.md": "",
		});
		const archive = listArchive([folder]);
		expect(lines(archive)).toEqual(["B.md", "a.md", "a/z.md", "b.md", "é.md"]);
		expect(text(archive.read("a/z.md"))).toBe("z");
		expect(archive.locate("a/z.md")).toBe(join(folder, "a/z.md"));
		expect(archive.read("../secret")).toMatchObject({ code: "unreadable" });
	});

	it("puts each folder's name before its paths where there are several, and keeps equal names apart", () => {
		const folder = folderOf({ "one/notes/a.md": "1", "two/notes/a.md": "2", "three/b.md": "" });
		const archive = listArchive([join(folder, "one/notes"), join(folder, "two/notes"), join(folder, "three")]);
		expect(lines(archive)).toEqual(["one-notes/a.md", "three/b.md", "two-notes/a.md"]);
		expect(text(archive.read("two-notes/a.md"))).toBe("2");
	});

	it("refuses an archive that is not there or is a file", () => {
		const folder = folderOf({ "a.md": "" });
		expect(() => listArchive([join(folder, "none")])).toThrow(/none cannot be read: there is no such file or folder/);
		expect(() => listArchive([join(folder, "a.md")])).toThrow(ArchiveFolderError);
	});

	it("follows links within the archive, and no others", () => {
		const outside = folderOf({ "secret.md": "secret" });
		const folder = folderOf({ "real/a.md": "a", "deep/below/": "" });
		const link = (target: string, path: string) => symlinkSync(target, join(folder, path));
		link("real/a.md", "file-link.md");
		link("real", "folder-link");
		link(join(outside, "secret.md"), "secret.md");
		link(outside, "out");
		link("..", "up");
		link("..", "deep/below/around");
		link("y", "x");
		link("x", "y");
		link("nowhere", "broken.md");
		link(".", "self");
		const archive = listArchive([folder]);
		expect(lines(archive)).toEqual([
			"broken.md unreadable its link (nowhere) leads nowhere",
			"deep/below/around symlink-loop ..",
			"file-link.md",
			"folder-link/a.md",
			`out outside-archive ${outside}`,
			"real/a.md",
			`secret.md outside-archive ${join(outside, "secret.md")}`,
			"self symlink-loop .",
			"up outside-archive ..",
			"x symlink-loop y",
			"y symlink-loop x",
		]);
		expect(archive.read("secret.md")).toMatchObject({ code: "unreadable" });
	});

	it("comes to an end where folders link to each other crosswise", () => {
		const names = Array.from({ length: 9 }, (_, index) => `f${index}`);
		const folder = folderOf(Object.fromEntries(names.map((name) => [`${name}/a.md`, ""])));
		for (const from of names) for (const to of names) if (from !== to) symlinkSync(`../${to}`, join(folder, from, to));
		const archive = listArchive([folder]);
		expect(lines(archive)).toEqual(expect.arrayContaining(names.map((name) => `${name}/a.md`)));
		expect(archive.entries.length).toBeLessThan(20_000);
	});

	it("reads neither large files nor pipes", () => {
		const folder = folderOf({ "large.md": "", "small.md": "12345" });
		truncateSync(join(folder, "large.md"), 20_000_000);
		execFileSync("mkfifo", [join(folder, "pipe.md")]);
		expect(lines(listArchive([folder], { maxBytes: 5 }))).toEqual([
			"large.md too-large 20000000 5",
			"pipe.md unreadable it is a pipe, socket or device",
			"small.md",
		]);
	});

	it("shows names that are no UTF-8 or hold line breaks on one line, and reads those files", () => {
		const folder = folderOf({});
		const named = (bytes: Buffer) => Buffer.concat([Buffer.from(`${folder}/`), bytes]);
		writeFileSync(named(Buffer.from([0x61, 0xff, 0x2e, 0x6d, 0x64])), "bytes");
		writeFileSync(named(Buffer.from("b\nc.md")), "break");
		const archive = listArchive([folder]);
		expect(lines(archive)).toEqual(["a\\xFF.md", "b\\x0Ac.md"]);
		expect(text(archive.read("a\\xFF.md"))).toBe("bytes");
		expect(text(archive.read("b\\x0Ac.md"))).toBe("break");
	});

	it("reports what the disk refuses and goes on", () => {
		const folder = folderOf({ "closed/a.md": "", "closed.md": "", "gone.md": "", "open.md": "open" });
		const refuse = (path: Uint8Array, end: string, code: string) => {
			if (new TextDecoder().decode(path).endsWith(end)) throw Object.assign(new Error(code), { code });
		};
		const fileSystem: FileSystem = {
			...diskFileSystem,
			list: (path) => {
				refuse(path, "closed", "EACCES");
				return diskFileSystem.list(path);
			},
			inspect: (path) => {
				refuse(path, "gone.md", "EIO");
				return diskFileSystem.inspect(path);
			},
			read: (path) => {
				refuse(path, "closed.md", "EACCES");
				return diskFileSystem.read(path);
			},
		};
		const archive = listArchive([folder], { fileSystem });
		expect(lines(archive)).toEqual([
			"closed unreadable permission denied",
			"closed.md",
			"gone.md unreadable the disk reports an error",
			"open.md",
		]);
		expect(archive.read("closed.md")).toEqual({
			code: "unreadable",
			path: "closed.md",
			data: { reason: "permission denied" },
		});
		expect(text(archive.read("open.md"))).toBe("open");
	});

	it("hashes bytes with SHA-256", () => {
		expect(listArchive([folderOf({})]).sha256(new TextEncoder().encode("abc"))).toBe(
			"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
		);
	});
});
