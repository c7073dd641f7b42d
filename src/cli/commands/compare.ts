import { concealed, withoutSecrets } from "#extract/secrets.ts";
import type { Archive, Handoff } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { decodeSource } from "#parse/source-text.ts";
import { painter } from "#report/colour.ts";
import { printable } from "#report/text.ts";
import {
	type Command,
	type Effects,
	exitCodes,
	type OpenedArchive,
	type ParsedArguments,
	Unusable,
} from "../command.ts";
import { handoffNamed, idsGiven, lookOptions, prepareLook, withoutRules } from "../lookup/looking.ts";
import { patchBetween } from "../process/patch.ts";
import { readArchive } from "../read-archive.ts";
import { styleOf } from "../reports.ts";

const { json: _, ...options } = lookOptions;

/** `handoffs compare`: the documents of two handoffs, or one handoff's at two revisions, as a diff. */
export const compare: Command = {
	help: {
		summary: "Compare the documents of two handoffs, or of one handoff at two revisions.",
		positionals: "ID [ID]",
		most: 2,
		details:
			"With --rev one handoff is compared with itself: --rev A..B between two revisions of git, --rev A with the files as they are.",
		examples: ["compare H-3 H-4 --archive docs/handoffs", "compare H-3 --rev HEAD~1 --archive docs/handoffs"],
		options: {
			rev: { type: "string", value: "A[..B]", help: "Revisions of git to compare." },
			...options,
		},
	},
	run: async (given, effects) => {
		const [first, second] = idsGiven(given);
		const revisions = revisionsOf(given);
		if (first === undefined)
			throw new Unusable("what to compare? handoffs compare H-3 H-4, or handoffs compare H-3 --rev A..B");
		if (revisions ? second !== undefined : second === undefined)
			throw new Unusable("give two handoffs, or one handoff and --rev");
		const { archive, source } = await readArchive(withoutRules(prepareLook(given, effects)), effects);
		const one = await handoffNamed(first, archive);
		const pairs = revisions
			? documentsOf(one, archive).map((record) => revisionPair(record, revisions, source, effects))
			: handoffPairs(one, await handoffNamed(second ?? "", archive), archive, source);
		const patches = pairs.map(patchOf).filter((patch) => patch !== "");
		const paint = painter(styleOf(effects.stdout, effects.env).colour);
		for (const patch of patches) await effects.stdout.write(coloured(patch, paint));
		if (patches.length === 0) await effects.stderr.write("There is no difference.\n");
		return exitCodes.ok;
	},
};

/** A text on either side, and what to call it; null where there is none. */
interface Pair {
	readonly left: Text | null;
	readonly right: Text | null;
}

interface Text {
	readonly name: string;
	readonly text: string;
}

interface Revisions {
	readonly from: string;
	/** Null: the files as they are. */
	readonly to: string | null;
}

function revisionsOf(given: ParsedArguments): Revisions | null {
	const words = given.value("rev");
	if (words === undefined) return null;
	const [from = "", to, ...rest] = words.split("..");
	if (from === "" || to === "" || rest.length > 0) throw new Unusable(`--rev ${words}: give A..B, or A alone`);
	return { from, to: to ?? null };
}

function documentsOf({ documents }: Handoff, archive: Archive): readonly DocumentRecord[] {
	const paths = new Set(documents.map(({ path }) => path));
	return archive.documents.filter(({ path }) => paths.has(path));
}

/** Documents of the same kind stand beside each other, in path order. */
function handoffPairs(one: Handoff, other: Handoff, archive: Archive, source: OpenedArchive): readonly Pair[] {
	const [left, right] = [documentsOf(one, archive), documentsOf(other, archive)];
	const kinds = [...new Set([...left, ...right].map(({ kind }) => kind))];
	return kinds.flatMap((kind) => {
		const [own, theirs] = [
			left.filter((record) => record.kind === kind),
			right.filter((record) => record.kind === kind),
		];
		return Array.from({ length: Math.max(own.length, theirs.length) }, (_, index) => ({
			left: currentText(own[index], source),
			right: currentText(theirs[index], source),
		}));
	});
}

function currentText(record: DocumentRecord | undefined, source: OpenedArchive): Text | null {
	const bytes = record ? source.read(record.path) : null;
	if (!record || !(bytes instanceof Uint8Array)) return null;
	return { name: record.path, text: withoutSecrets(decodeSource(record.path, bytes), record.secrets ?? []) };
}

/** @throws Unusable where git cannot give a revision. */
function revisionPair(
	record: DocumentRecord,
	{ from, to }: Revisions,
	source: OpenedArchive,
	{ files }: Effects,
): Pair {
	const at = (revision: string): Text | null => {
		const told = files.textAt?.(source.locate(record.path), revision) ?? { reason: "git cannot be asked here." };
		if ("text" in told) return { name: `${record.path} (${revision})`, text: readable(record.path, told.text, source) };
		if (told.reason.startsWith("It is not in")) return null;
		throw new Unusable(`${record.path}: ${told.reason}`);
	};
	return { left: at(from), right: to === null ? currentText(record, source) : at(to) };
}

/** A text that was never read as a document, without the credentials that it holds. */
function readable(path: string, text: string, source: OpenedArchive): string {
	return concealed(decodeSource(path, new TextEncoder().encode(text)), source.loadSecretRules);
}

function patchOf({ left, right }: Pair): string {
	if (left?.text === right?.text) return "";
	const nothing = { name: "/dev/null", text: "" };
	return patchBetween(left ?? nothing, right ?? nothing);
}

function coloured(patch: string, paint: ReturnType<typeof painter>): string {
	return patch
		.split("\n")
		.map((line) => {
			const words = printable(line);
			if (/^(?:---|\+\+\+) /u.test(line)) return paint("bold", words);
			if (line.startsWith("@@")) return paint("blue", words);
			if (line.startsWith("-")) return paint("red", words);
			return line.startsWith("+") ? paint("green", words) : words;
		})
		.join("\n");
}
