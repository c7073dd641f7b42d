import { distance } from "fastest-levenshtein";
import type { DocumentLink, DocumentRecord } from "#model/documents.ts";
import { compareIds, meaningOf } from "#model/ids.ts";
import type { Place } from "#model/source.ts";
import type { Detection } from "../judging/outcome.ts";
import { type ArchiveSubject, archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { folderOf, lineStart, unreadHandoffs, unwrittenIds } from "../shared/archive-facts.ts";

const note = "- The counter of garbled lines";

export default archiveRule({
	id: "publish/broken-reference",
	source: { standard: "PUB", section: "References" },
	severity: "warning",
	requires: "Links, handoffs and packages that a document refers to can be found in the archive.",
	why: "A reader who follows a reference to nothing cannot check what the document rests on.",
	remedy: "Correct {reference}, or add what it refers to.",
	messages: {
		file: 'The link to "{reference}" leads to no file of the archive.',
		outside: 'The link to "{reference}" leads out of the archive.',
		heading: 'The link to "{reference}" leads to no heading of this document.',
		handoff: "{reference} is not in the archive.",
		later: "{reference} is not in the archive; it would come after all that are.",
		package: "{reference} is planned by no handoff of the archive and named in no other document.",
		packageLike: "{reference} is planned by no handoff of the archive; {near} is.",
	},
	examples: {
		valid: [
			{ title: "Every reference leads somewhere", files: sampleArchive() },
			{
				title: "Links to a file, a folder and a heading",
				files: {
					...sampleArchive({
						results: [
							[
								note,
								`- [spec](H-1_BUILDER_HANDOFF.md#mission), [all](./), [above](#test-results--this-package)\n${note}`,
							],
						],
					}),
				},
			},
			{
				title: "A document says that no such handoff was written",
				files: sampleArchive({ results: [[note, `- There is no H-0, and H-1A was withdrawn.\n${note}`]] }),
			},
		],
		invalid: [
			{
				title: "Links that lead nowhere",
				files: sampleArchive({
					results: [[note, `- [log](clean-room.log), [plan](../../plan.md), [above](#tests)\n${note}`]],
				}),
				findings: [
					'H-1/H-1_RESULTS.md:45:3 The link to "clean-room.log" leads to no file of the archive.',
					'H-1/H-1_RESULTS.md:45:26 The link to "../../plan.md" leads out of the archive.',
					'H-1/H-1_RESULTS.md:45:49 The link to "#tests" leads to no heading of this document.',
				],
			},
			{
				title: "Handoffs that are not there",
				files: {
					...sampleArchive({
						results: [[note, `- The clock came with H-2; alarms wait for H-9.\n${note}`]],
					}),
					"H-3/H-3_BUILDER_HANDOFF.md": "# H-3: Tide table\n",
				},
				findings: [
					"H-1/H-1_RESULTS.md:45:1 H-2 is not in the archive.",
					"H-1/H-1_RESULTS.md:45:1 H-9 is not in the archive; it would come after all that are.",
				],
			},
			{
				title: "Packages that nothing else in the archive knows",
				files: sampleArchive({
					results: [[note, `- PKG-GUAGE-001 was renamed.\n- PKG-HARBOUR-MAP-002 may use it.\n${note}`]],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:45:1 PKG-GUAGE-001 is planned by no handoff of the archive; PKG-GAUGE-001 is.",
					"H-1/H-1_RESULTS.md:46:1 PKG-HARBOUR-MAP-002 is planned by no handoff of the archive and named in no other document.",
				],
			},
		],
	},
	*check(subject) {
		const files = filesAndFolders(subject);
		for (const document of subject.documents) {
			const { path, handoff } = document;
			for (const link of document.links ?? []) {
				const messageId = faultOf(link, document, files);
				const place: Place = { kind: "range", path, range: link.range };
				if (messageId) yield { messageId, place, handoff, data: { reference: link.url } };
			}
		}
		yield* missingHandoffs(subject);
		yield* missingPackages(subject);
	},
});

type Found = Detection<"file" | "outside" | "heading" | "handoff" | "later" | "package" | "packageLike">;

function filesAndFolders({ entries }: ArchiveSubject): ReadonlySet<string> {
	const known = new Set<string>([""]);
	for (const { path } of entries)
		for (let part = path; part !== "" && !known.has(part); part = folderOf(part)) known.add(part);
	return known;
}

function faultOf({ url }: DocumentLink, { path, outline }: DocumentRecord, files: ReadonlySet<string>) {
	const address = decoded(url);
	if (address.startsWith("#")) {
		const slug = address.slice(1).toLowerCase();
		const found = slug === "" || slug === "top" || outline.some((heading) => heading.slug === slug);
		return found || /^l\d+(?:-l\d+)?$/u.test(slug) ? null : "heading";
	}
	const target = resolved(folderOf(path), address.replace(/[?#].*$/su, ""));
	if (target === null) return "outside";
	// Editors write "file.md:12" for a line of a file.
	return files.has(target) || files.has(target.replace(/:\d+(?:-\d+)?$/u, "")) ? null : "file";
}

function decoded(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}

/** A path relative to a folder, from the archive's root; null where it leads out. */
function resolved(folder: string, path: string): string | null {
	if (/^[\\/]/u.test(path)) return null;
	const parts = folder === "" ? [] : folder.split("/");
	for (const part of path.split("/")) {
		if (part === "..") {
			if (parts.pop() === undefined) return null;
		} else if (part !== "" && part !== ".") parts.push(part);
	}
	return parts.join("/");
}

/** Each document's first mention of each handoff that is not there; its own id and its parent are layout's business. */
function* missingHandoffs(subject: ArchiveSubject): Iterable<Found> {
	const { documents, handoffs, standards } = subject;
	const known = new Set([...[...handoffs, ...unreadHandoffs(subject)].map(({ id }) => id), ...unwrittenIds(subject)]);
	const latest = new Map<string, string>();
	for (const { id, family } of handoffs) {
		const last = latest.get(family);
		if (last === undefined || compareIds(last, id) < 0) latest.set(family, id);
	}
	for (const { path, handoff, kind, mentions, selfIds } of documents) {
		// Guides and templates speak of handoffs by way of example.
		if (kind === "other" && handoff === null) continue;
		const spoken = new Set<string>();
		for (const { id, line } of mentions) {
			if (known.has(id) || spoken.has(id) || selfIds.some((self) => self.id === id)) continue;
			spoken.add(id);
			if (handoff !== null && meaningOf(handoff, standards).parent === id) continue;
			const last = latest.get(meaningOf(id, standards).family);
			const isLater = last !== undefined && compareIds(id, last) > 0;
			yield {
				messageId: isLater ? "later" : "handoff",
				...(isLater ? { severity: "info" } : {}),
				place: lineStart(path, line),
				handoff,
				data: { reference: id },
			};
		}
	}
}

/**
 * Packages that no handoff plans and only one document names. One that several name may be older than the archive; for one
 * name alone, that is a guess, so it is no more than a remark unless a planned package is called almost the same.
 */
function* missingPackages({ documents, handoffs }: ArchiveSubject): Iterable<Found> {
	const planned = new Set(handoffs.flatMap(({ packages }) => packages));
	const named = new Map<string, { readonly document: DocumentRecord; readonly line: number; alone: boolean }>();
	if (planned.size === 0) return;
	// A spec without headings is none that could be read.
	const specs = documents.filter(({ kind, outline }) => kind === "spec" && outline.length > 0);
	const specified = new Set(specs.map(({ handoff }) => handoff));
	for (const document of documents) {
		// A handoff without a spec plans nothing, which layout/spec-missing tells.
		if (document.handoff === null || !specified.has(document.handoff)) continue;
		for (const { id, line } of document.packageMentions) {
			if (planned.has(id)) continue;
			const known = named.get(id);
			if (!known) named.set(id, { document, line, alone: true });
			else if (known.document !== document) known.alone = false;
		}
	}
	const lonely = [...named].filter(([, { alone }]) => alone);
	const ids = [...planned];
	for (const [reference, { document, line }] of lonely) {
		const near = lonely.length < mostCompared ? almostSame(reference, ids) : null;
		yield {
			messageId: near === null ? "package" : "packageLike",
			...(near === null ? { severity: "info" } : {}),
			place: lineStart(document.path, line),
			handoff: document.handoff,
			data: { reference, ...(near === null ? {} : { near }) },
		};
	}
}

/** Names are compared with each other up to this many: comparing takes time for every pair. */
const mostCompared = 200;

/** A package whose id misses another by two letters at most and has the same number. */
function almostSame(id: string, ids: readonly string[]): string | null {
	const number = id.slice(-3);
	return ids.find((other) => other.endsWith(number) && distance(other, id) <= 2) ?? null;
}
