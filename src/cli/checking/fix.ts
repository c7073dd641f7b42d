import { type ArchiveSource, checkArchive } from "#check.ts";
import { concealer } from "#fix/conceal.ts";
import { type FixedDocument, type FixKind, fixDocument, fixKinds } from "#fix/document.ts";
import type { Archive } from "#model/archive.ts";
import { type Finding, isActive } from "#model/findings.ts";
import { createMarkdownParser } from "#parse/markdown.ts";
import { defaultNestingLimits } from "#parse/nesting.ts";
import { failed } from "#report/index.ts";
import { counted, printable } from "#report/text.ts";
import { type Effects, type ExitCode, exitCodes, type OpenedArchive, type OptionSpec, Unusable } from "../command.ts";
import { patchBetween } from "../process/patch.ts";
import { readArchive } from "../read-archive.ts";
import { writeReports } from "../reports.ts";
import type { Ready } from "../settings.ts";

export const fixOptions = {
	fix: {
		type: "boolean",
		help:
			"Mend what is safe before reporting: wording and numbers of headings, sha256: before bare hashes, the order of sections, " +
			"and stubs, which still fail, for missing ones.",
	},
	"dry-run": {
		type: "boolean",
		help: "With --fix: print the changes as a diff, write nothing; exit code 1 where there are any.",
	},
} as const satisfies Readonly<Record<string, OptionSpec>>;

interface Mended extends FixedDocument {
	readonly path: string;
	readonly before: Uint8Array;
}

/** Which rules find what a kind of fix mends; a waiver of them keeps the document as it is. */
const mends: Readonly<Record<FixKind, readonly string[]>> = {
	heading: [],
	hash: ["results/hash-format"],
	order: ["spec/section-order"],
	stub: ["spec/section-missing", "results/section-missing"],
};
/** Rules that report a stub as long as nobody has filled it. */
const unfilled: readonly string[] = ["spec/section-empty", "results/section-unfilled"];

/**
 * `check --fix`: mends the documents and reports what is left; with `dryRun`, only prints the diff.
 * @throws Unusable where the disk refuses.
 */
export async function fixArchive(
	ready: Ready,
	dryRun: boolean,
	reports: Parameters<typeof writeReports>[2],
	effects: Effects,
): Promise<ExitCode> {
	const { archive, source } = await readArchive(ready, effects);
	const mended = withoutMuteStubs(mend(archive, source, ready, fixKinds), archive, source, ready);
	if (dryRun) return showDiff(mended, archive, source, effects);
	const written = mended.length === 0 ? [] : await writeAll(mended, source, ready, effects);
	const after = written.length === 0 ? archive : checkArchive(overlay(source, written), ready.options);
	await writeReports(after, source, reports, effects);
	return failed(after) ? exitCodes.findings : exitCodes.ok;
}

function mend(archive: Archive, source: ArchiveSource, ready: Ready, kinds: readonly FixKind[]): readonly Mended[] {
	const { standards, parsing } = ready.options;
	const parse = createMarkdownParser({
		...(parsing && { parser: parsing.parser, limits: { ...defaultNestingLimits, nesting: parsing.nesting } }),
		...(source.loadRemark && { loadRemark: source.loadRemark }),
	});
	const findings = Map.groupBy(archive.findings, ({ place }) => place.path);
	const judging = new Set(archive.rules.map(({ id }) => id));
	const linked = linkedAnchors(archive);
	return archive.documents.flatMap((record) => {
		const before = source.read(record.path);
		if (!(before instanceof Uint8Array) || record.kind === "other") return [];
		const found = findings.get(record.path) ?? [];
		const allowed = kinds.filter((kind) => mayMend(kind, found, judging));
		const fixed = fixDocument(before, { record, standards, parse, linked, kinds: new Set(allowed) });
		return fixed ? [{ ...fixed, path: record.path, before }] : [];
	});
}

/** Stubs answer findings that count; what is recorded as debt may be mended, and what is waived stays. */
function mayMend(kind: FixKind, findings: readonly Finding[], judging: ReadonlySet<string>): boolean {
	const rules = mends[kind].filter((id) => judging.has(id));
	if (rules.length === 0) return true;
	const own = findings.filter(({ rule }) => rules.includes(rule));
	return own.some((finding) => (kind === "stub" ? isActive(finding) : finding.excused?.by !== "waiver"));
}

function linkedAnchors({ documents }: Archive): ReadonlySet<string> {
	const anchors = documents.flatMap(({ links = [] }) =>
		links.flatMap(({ url }) => {
			const [file = "", anchor] = url.split("#");
			return anchor ? [`${file.split("/").at(-1)}#${anchor}`] : [];
		}),
	);
	return new Set(anchors);
}

/**
 * A stub must never make the gate green. Where the settings or a waiver keep the rules silent that report stubs, the
 * document gets none.
 */
function withoutMuteStubs(
	mended: readonly Mended[],
	before: Archive,
	source: ArchiveSource,
	ready: Ready,
): readonly Mended[] {
	const hasStub = ({ changes }: Mended) => changes.some(({ kind }) => kind === "stub");
	if (!mended.some(hasStub)) return mended;
	const after = checkArchive(overlay(source, mended), ready.options);
	const weight = ({ findings }: Archive, path: string, severe: boolean) =>
		findings.filter(
			(finding) =>
				finding.place.path === path &&
				isActive(finding) &&
				(!severe || finding.severity === "error") &&
				(mends.stub.includes(finding.rule) || unfilled.includes(finding.rule)),
		).length;
	const isMute = (document: Mended) =>
		hasStub(document) &&
		[true, false].some((severe) => weight(after, document.path, severe) < weight(before, document.path, severe));
	const mute = new Set(mended.filter(isMute).map(({ path }) => path));
	if (mute.size === 0) return mended;
	const kinds = fixKinds.filter((kind) => kind !== "stub");
	const again = mend(
		{ ...before, documents: before.documents.filter(({ path }) => mute.has(path)) },
		source,
		ready,
		kinds,
	);
	return [...mended.filter(({ path }) => !mute.has(path)), ...again];
}

function overlay(source: ArchiveSource, mended: readonly Mended[]): ArchiveSource {
	const bytes = new Map(mended.map((document) => [document.path, document.bytes]));
	return { ...source, read: (path) => bytes.get(path) ?? source.read(path) };
}

async function showDiff(
	mended: readonly Mended[],
	{ documents }: Archive,
	source: OpenedArchive,
	{ files, cwd, stdout, stderr }: Effects,
): Promise<ExitCode> {
	const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	const secrets = new Map(documents.map((record) => [record.path, record.secrets ?? []]));
	for (const { path, before, bytes } of mended) {
		const name = files.relative(cwd, source.locate(path));
		const conceal = concealer(path, before, secrets.get(path) ?? []);
		const [old, mendedText] = [before, bytes].map((file) => conceal(decoder.decode(file)));
		const patch = patchBetween({ name, text: old ?? "" }, { name, text: mendedText ?? "" });
		// What a document holds must not steer the terminal; in a pipe the diff is exact, but for credentials.
		await stdout.write(stdout.isTTY ? patch.split("\n").map(printable).join("\n") : patch);
	}
	await stderr.write(`${counted(mended.length, "file")} would be changed.\n`);
	return mended.length === 0 ? exitCodes.ok : exitCodes.findings;
}

async function writeAll(
	mended: readonly Mended[],
	source: OpenedArchive,
	{ settings }: Ready,
	{ files, cwd, stderr }: Effects,
): Promise<readonly Mended[]> {
	const { rewrite } = files;
	if (!rewrite) throw new Unusable("files cannot be changed here");
	const written: Mended[] = [];
	const lines: string[] = [];
	for (const document of mended) {
		const place = source.locate(document.path);
		const refused = rewrite({ path: place, within: settings.archive, before: document.before, after: document.bytes });
		const name = printable(files.relative(cwd, place));
		if (refused === null) {
			written.push(document);
			lines.push(name, ...document.changes.map(({ message }) => `  ${printable(message)}`));
		} else lines.push(`${name} is left as it is: ${refused}`);
	}
	await stderr.write(`Changed ${counted(written.length, "file")}.\n${lines.map((line) => `  ${line}\n`).join("")}`);
	return written;
}
