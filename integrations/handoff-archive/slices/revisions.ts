import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { concealed } from "#extract/secrets.ts";
import type { NoBytes, RepositoryRevisions, Revision } from "#model/revisions.ts";
import { decodeSource } from "#parse/source-text.ts";
import type { SiteInput } from "../read/input.ts";
import type { ReadArchive } from "../read/read.ts";
import { type RecordWriter, recordWriter, writeNumbered } from "../storage/records.ts";

/** A document of a handoff, with the states that are told of it. */
export interface RevisedDocument {
	readonly key: string;
	readonly label: string;
	readonly path: string;
	/** The newest first; two at least. */
	readonly revisions: readonly RevisionSlice[];
	/** How many older ones there are besides. */
	readonly older: number;
	/** Whether the clone is shallow, so that nobody knows what was before the oldest. */
	readonly isShallow: boolean;
}

/** A state of a document. */
export interface RevisionSlice {
	/** The commit's id, cut short; null for what is not committed. */
	readonly commit: string | null;
	readonly time: string | null;
	/** The path it had, where that was another one. */
	readonly formerPath: string | null;
	/** What is to be shown: a text, or why there is none. */
	readonly state: "text" | "lossy" | "binary" | "deleted" | "noFile" | "tooLarge" | "notHere";
	/** The name of the text's record; null without a text. */
	readonly text: string | null;
	/** How many bytes are too many. */
	readonly bytes: number | null;
}

/** Whether revisions were asked for, and why git cannot tell of some. */
export interface RevisionsTold {
	readonly asked: boolean;
	readonly refused: readonly string[];
}

/** Files of the records: those of handoffs, numbered by their position in the build order, and what is said of all. */
export const revisionFiles = { handoffs: "revisions", told: "revisions-told" } as const;

/** File of the texts. */
const textsFile = "revision-texts";

/** So many texts wait to be written at once. */
const mostWaiting = 64;

/** Digits of a commit's id that are shown: enough to find it by. */
const shortId = 10;

/** Writes the states in which git holds the documents of each handoff, as far as the settings have them told. */
export function writeRevisions({ archive, folder, plan }: ReadArchive, input: SiteInput): void {
	rmSync(join(folder, textsFile), { force: true });
	const asked = input.settings.revisions > 1;
	const source = asked ? input.open() : null;
	const loadSecretRules = source?.loadSecretRules;
	const records = recordWriter(folder, textsFile);
	const revised = new Map<string, RevisedDocument>();
	const { repositories, refused } = source?.revisions?.() ?? { repositories: [], refused: [] };
	for (const repository of repositories) {
		const shown = new Set(repository.documents.map(({ path }) => path).filter((path) => plan.documents.has(path)));
		for (const document of revisedIn(repository, shown)) revised.set(document.path, document);
	}
	records.flush();
	const slices: string[] = [];
	for (const { order, documents } of archive.handoffs)
		slices[order] = JSON.stringify(documents.flatMap(({ path }) => revised.get(path) ?? []));
	writeNumbered(folder, revisionFiles.handoffs, slices);
	writeNumbered(folder, revisionFiles.told, [JSON.stringify({ asked, refused } satisfies RevisionsTold)]);

	function revisedIn({ documents, isShallow, contents }: RepositoryRevisions, shown: ReadonlySet<string>) {
		const told = new Map<string, ToldContent>();
		contents((id, bytes) => {
			told.set(id, toldContent(bytes, records, loadSecretRules));
			if (told.size % mostWaiting === 0) records.flush();
		});
		return documents.flatMap(({ path, place, revisions, older }): RevisedDocument[] => {
			const planned = plan.documents.get(path);
			if (!planned || !shown.has(path)) return [];
			const states = revisions.map((revision) => ({ revision, content: contentOf(revision) }));
			// Git may keep other bytes than lie on disk, such as other ends of lines, for one and the same text.
			const [first, second] = states;
			const isSame = first?.revision.commit === null && first.content.digest === second?.content.digest;
			const kept = isSame && first.content.digest !== "" ? states.slice(1) : states;
			if (kept.length < 2) return [];
			const slices = kept.map(({ revision, content }) => sliceOf(revision, content, place));
			return [{ key: planned.key, label: planned.label, path, revisions: slices, older, isShallow }];
		});

		function contentOf({ content }: Revision): ToldContent {
			if (content.kind === "blob") return told.get(content.id) ?? nothing("notHere");
			if (content.kind === "disk") return toldContent(content.bytes, records, loadSecretRules);
			return nothing(content.kind === "deleted" ? "deleted" : "noFile");
		}
	}
}

/** What a revision shows, and a digest of its text; empty without one. */
type ToldContent = Pick<RevisionSlice, "state" | "text" | "bytes"> & { readonly digest: string };

function nothing(state: RevisionSlice["state"], bytes: number | null = null): ToldContent {
	return { state, text: null, bytes, digest: "" };
}

function toldContent(
	bytes: Uint8Array | NoBytes,
	records: RecordWriter,
	loadSecretRules: ReturnType<SiteInput["open"]>["loadSecretRules"],
): ToldContent {
	if (!(bytes instanceof Uint8Array))
		return bytes.kind === "too-large" ? nothing("tooLarge", bytes.bytes) : nothing("notHere");
	const source = decodeSource("", bytes);
	const codes = source.problems.map(({ code }) => code);
	if (codes.includes("binary")) return nothing("binary");
	const text = concealed(source, loadSecretRules).replace(/\r\n?/gu, "\n");
	const digest = createHash("sha256").update(text).digest("hex");
	return { state: codes.includes("encoding") ? "lossy" : "text", text: records.add(text), bytes: null, digest };
}

function sliceOf({ commit, time, path }: Revision, content: ToldContent, place: string): RevisionSlice {
	const { state, text, bytes } = content;
	return {
		commit: commit?.slice(0, shortId) ?? null,
		time,
		formerPath: path === place ? null : path,
		state,
		text,
		bytes,
	};
}
