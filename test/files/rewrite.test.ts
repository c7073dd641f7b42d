import {
	chmodSync,
	linkSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isPassing, rewriteFile } from "#files/writing/rewrite.ts";

const [before, after] = [Buffer.from("old\n"), Buffer.from("new\n")];

function archive(): string {
	const root = mkdtempSync(join(tmpdir(), "rewrite-"));
	mkdirSync(join(root, "archive", "H-1"), { recursive: true });
	writeFileSync(join(root, "archive", "H-1", "a.md"), before);
	writeFileSync(join(root, "outside.md"), before);
	return root;
}

describe("rewriteFile", () => {
	it("replaces the bytes, keeps the mode and leaves nothing beside the file", () => {
		const root = archive();
		const path = join(root, "archive/H-1/a.md");
		chmodSync(path, 0o640);
		expect(rewriteFile({ path, within: [join(root, "archive")], before, after })).toBeNull();
		expect(readFileSync(path, "utf8")).toBe("new\n");
		expect(statSync(path).mode & 0o777).toBe(0o640);
		expect(readdirSync(join(root, "archive/H-1"))).toEqual(["a.md"]);
	});

	it("waits for nobody who changes the same file, and says so", () => {
		const root = archive();
		const path = join(root, "archive/H-1/a.md");
		const lock = join(root, "archive/H-1/.a.md.lock");
		writeFileSync(lock, "");
		const refused = rewriteFile({ path, within: [root], before, after }) ?? "";
		expect(refused).toContain(lock);
		expect(isPassing(refused)).toBe(true);
		expect(readFileSync(path, "utf8")).toBe("old\n");
		rmSync(lock);
		expect(rewriteFile({ path, within: [root], before, after })).toBeNull();
		expect(isPassing(rewriteFile({ path, within: [root], before, after }) ?? "")).toBe(true);
		expect(isPassing(rewriteFile({ path, within: [], before, after }) ?? "")).toBe(false);
	});

	it("follows a link inside the archive, and none that leads out of it", () => {
		const root = archive();
		const [inside, outside] = [join(root, "archive/b.md"), join(root, "archive/c.md")];
		symlinkSync("H-1/a.md", inside);
		symlinkSync("../outside.md", outside);
		const within = [join(root, "archive")];
		expect(rewriteFile({ path: inside, within, before, after })).toBeNull();
		expect(lstatSync(inside).isSymbolicLink()).toBe(true);
		expect(readFileSync(join(root, "archive/H-1/a.md"), "utf8")).toBe("new\n");
		expect(rewriteFile({ path: outside, within, before, after })).toMatch(/outside/);
		expect(readFileSync(join(root, "outside.md"), "utf8")).toBe("old\n");
	});

	it("leaves a file that has changed, or that has a second name", () => {
		const root = archive();
		const path = join(root, "archive/H-1/a.md");
		const within = [join(root, "archive")];
		expect(rewriteFile({ path, within, before: Buffer.from("older\n"), after })).toMatch(/meantime/);
		linkSync(path, join(root, "twin.md"));
		expect(rewriteFile({ path, within, before, after })).toMatch(/hard links/);
		expect(readFileSync(path, "utf8")).toBe("old\n");
	});
});
