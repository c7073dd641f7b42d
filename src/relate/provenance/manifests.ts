import type { ManifestForm } from "#model/manifest-form.ts";
import type { ManifestProblem, WorkspaceSource } from "#model/provenance.ts";
import { type Term, term, termOf } from "#words/because.ts";

/** Larger manifests are not read. */
const mostBytes = 5_000_000;
const hashForm = /^sha256:[0-9a-f]{64}$/;

/** What a package's manifest lacks, and which of its assets have other bytes than it says (BHS, Critical Constraints, 3). */
export function checkManifest(
	path: string,
	form: ManifestForm,
	workspace: WorkspaceSource,
): { readonly assets: number; readonly problems: readonly ManifestProblem[] } {
	const read = readManifest(path, workspace);
	if ("term" in read) return { assets: 0, problems: [problemOf("unreadable", path, read)] };
	const { fields } = read;
	const problems: ManifestProblem[] = [];
	const add = (code: ManifestProblem["code"], subject: string, why: Term) =>
		problems.push(problemOf(code, subject, why));
	for (const [old, now] of Object.entries(form.former))
		if (Object.hasOwn(fields, old)) add("former-field", old, term("standsInPlaceOf", { old, now }));
	for (const name of form.required)
		if (!isStated(fields[name])) add("no-field", name, term("fieldNotStated", { field: name }));
	// A list under its former name is told as that.
	const isFormer = (name: string) =>
		Object.entries(form.former).some(([old, now]) => now === name && Object.hasOwn(fields, old));
	if (!Array.isArray(fields[form.dependencies]) && !isFormer(form.dependencies))
		add("no-field", form.dependencies, term("fieldNoList", { field: form.dependencies }));
	const assets: unknown = fields[form.assets];
	if (!Array.isArray(assets)) {
		if (!isFormer(form.assets)) add("no-field", form.assets, term("fieldNoList", { field: form.assets }));
		return { assets: 0, problems };
	}
	for (const [index, asset] of assets.entries()) {
		const fault = faultOf(asset, index, path, form, workspace);
		if (fault) add("asset", fault.subject, fault.why);
	}
	return { assets: assets.length, problems };
}

function readManifest(
	path: string,
	workspace: WorkspaceSource,
): { readonly fields: Readonly<Record<string, unknown>> } | Term {
	const bytes = workspace.read(path, mostBytes);
	if (!(bytes instanceof Uint8Array)) return termOf(bytes);
	try {
		const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
		return isObject(value) ? { fields: value } : term("holdsNoObject");
	} catch (error) {
		return term("noJson", { reason: error instanceof Error ? error.message : String(error) });
	}
}

function faultOf(
	asset: unknown,
	index: number,
	manifest: string,
	form: ManifestForm,
	workspace: WorkspaceSource,
): { readonly subject: string; readonly why: Term } | null {
	const named = isObject(asset) ? asset[form.assetPath] : undefined;
	if (!isObject(asset) || typeof named !== "string" || named === "")
		return { subject: `${form.assets}[${index}]`, why: term("statesNoField", { field: form.assetPath }) };
	const fault = (why: Term) => ({ subject: named, why });
	const [hash] = form.assetHash.flatMap((key) => asset[key] ?? []);
	if (hash === undefined) return fault(term("carriesNoHash"));
	if (typeof hash !== "string" || !hashForm.test(hash)) return fault(term("hashMisspelt"));
	const folder = manifest.slice(0, manifest.lastIndexOf("/") + 1);
	const inside = within(named);
	if (inside === null) return fault(term("pathOutOfPackage"));
	const file = workspace.file(`${folder}${inside}`);
	switch (file.kind) {
		case "file":
			return hash === `sha256:${file.sha256}` ? null : fault(term("bytesHaveHash", { hash: `sha256:${file.sha256}` }));
		case "folder":
			return fault(term("itIsFolder"));
		case "missing":
			return fault(term("noSuchFile"));
		case "outside":
		case "unreadable":
			return fault(termOf(file));
	}
}

function problemOf(code: ManifestProblem["code"], subject: string, { term: reason, said }: Term): ManifestProblem {
	return { code, subject, reason, said };
}

/** A relative path without "." and ".."; null where it climbs out of the folder that it starts from. */
function within(path: string): string | null {
	const segments: string[] = [];
	for (const segment of path.split(/[\\/]/u)) {
		if (segment === "..") {
			if (segments.pop() === undefined) return null;
		} else if (segment !== "." && segment !== "") segments.push(segment);
	}
	return /^(?:[\\/]|[A-Za-z]:)/u.test(path) || segments.length === 0 ? null : segments.join("/");
}

function isStated(value: unknown): boolean {
	return value !== undefined && value !== null && value !== "";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
