import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { listTransfers } from "#files/transfer-files.ts";
import { openWorkspace } from "#files/workspace.ts";
import { historyJsonSchema, transferJsonSchema } from "#model/transfer-schemas.ts";
import { checkFiles } from "../rules/archive.ts";
import { protocol } from "./protocol.ts";

const content = fileURLToPath(new URL("../../content/", import.meta.url));
const listed = listTransfers([join(content, "transfers")], { maxBytes: 5_000_000 });
const texts = listed.entries.flatMap(({ path }) => {
	const bytes = path.endsWith(".yaml") ? listed.read(path) : null;
	return bytes instanceof Uint8Array ? [[path, new TextDecoder().decode(bytes)] as const] : [];
});
const scratch = mkdtempSync(join(tmpdir(), "handoffs-transfers-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it("is valid by the published schemas", () => {
	const ajv = new Ajv2020({ strict: false, validateFormats: false });
	const isTransfer = ajv.compile(transferJsonSchema(protocol));
	const isLog = ajv.compile(historyJsonSchema(protocol));
	for (const [path, text] of texts)
		expect((path.endsWith("log.yaml") ? isLog : isTransfer)(parse(text)), path).toBe(true);
	expect(isTransfer({ handoff: { from: "nobody" } })).toBe(false);
});

it("hands over what is there, links out of the workspace aside", () => {
	const workspace = openWorkspace(join(content, "workspace"));
	const { transfers } = checkFiles(Object.fromEntries(texts));
	const paths = transfers?.transfers.flatMap(({ deliverables }) =>
		(deliverables ?? []).map(({ path }) => path?.value ?? ""),
	);
	expect(paths?.length).toBeGreaterThan(60);
	expect(paths?.filter((path) => !["file", "folder"].includes(workspace.kind(path.replace(/\/$/, ""))))).toEqual([]);
	for (const id of ["H-11", "H-11A", "H-13"]) {
		const name = `${id}/${id}_RESULTS.md`;
		expect(readFileSync(join(content, "workspace/_staging/handoffs", name), "utf8")).toBe(
			readFileSync(join(content, "handoffs", name), "utf8"),
		);
	}
});

it("names files by their folder, single files too, and reads nothing outside", () => {
	mkdirSync(join(scratch, "team/one"), { recursive: true });
	writeFileSync(join(scratch, "team/one/a.yaml"), "handoff: {}\n");
	writeFileSync(join(scratch, "secret.yaml"), "handoff: {}\n");
	symlinkSync(join(scratch, "secret.yaml"), join(scratch, "team/out.yaml"));
	const { entries, read, locate } = listTransfers([join(scratch, "team"), join(scratch, "secret.yaml")], {
		maxBytes: 1000,
	});
	expect(entries.map(({ kind, path }) => `${kind} ${path}`)).toEqual(
		[`file ${scratch.split("/").at(-1)}/secret.yaml`, "file team/one/a.yaml", "problem team/out.yaml"].sort((a, b) =>
			(a.split(" ")[1] ?? "") < (b.split(" ")[1] ?? "") ? -1 : 1,
		),
	);
	expect(read("team/one/a.yaml")).toBeInstanceOf(Uint8Array);
	expect(locate("team/one/a.yaml")).toBe(join(scratch, "team/one/a.yaml"));
	expect(read("team/nothing.yaml")).toMatchObject({ code: "unreadable" });
	expect(() => listTransfers([join(scratch, "nowhere")], { maxBytes: 1 })).toThrow(/There is no/);
	expect(readdirSync(join(scratch, "team"))).toEqual(["one", "out.yaml"]);
});

it("an archive without transfers knows nothing of them", () => {
	const archive = checkFiles({ "H-1/notes.md": "# Notes\n" });
	expect(archive.transfers).toBeUndefined();
	expect(archive.rules.filter(({ scope }) => scope === "transfer" || scope === "history")).toEqual([]);
});
