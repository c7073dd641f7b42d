import type { ClaimCheck, FileEvent } from "#model/provenance.ts";
import { because, together } from "#words/because.ts";
import { archiveRule } from "../judging/rule.ts";
import { claiming, listed } from "../samples/claims.ts";
import { lineStart } from "../shared/archive-facts.ts";

const reader = "_staging/PKG-GAUGE-001/reader.py";
const bytes = "def latest(): ...\n";
const hash = "sha256:3d3a6e4988e09f3de85ff4781ce669da18d6274bd20d5bddb264de4f1cd5f138";
const other = `sha256:${"e".repeat(64)}`;
const created = (recorded: string) => claiming("H-1", { "Files Created": [listed(reader, recorded)] });

export default archiveRule({
	id: "provenance/workspace",
	source: { standard: "BHS", section: "Reviewer Checklist" },
	severity: "warning",
	requires: "Where a workspace is configured, each file is there with the hash that was last recorded for it.",
	why: "A hash proves what was delivered only as long as the file has it. A file that changed without a handoff was reviewed by nobody.",
	remedy: "Find out who changed or removed {path}, and have a handoff claim it; or bring back what was recorded.",
	messages: {
		drifted: "{path} has not the hash that was recorded last, and no handoff claims a change.",
		missing: "{path} is not in the workspace, and no handoff says that it was deleted.",
		left: "{path} is still in the workspace, though it was deleted.",
	},
	examples: {
		valid: [
			{ title: "The bytes have the recorded hash", files: created(hash), workspace: { [reader]: bytes } },
			{
				title: "A later handoff claims the change",
				files: { ...created(other), ...claiming("H-1A", { "Files Modified": [listed(reader, other, hash)] }) },
				workspace: { [reader]: bytes },
			},
			{ title: "Without a workspace there is nothing to compare", files: created(other) },
		],
		invalid: [
			{
				title: "Changed since, and nobody claims it",
				files: created(other),
				workspace: { [reader]: bytes },
				findings: [
					`H-1/H-1_RESULTS.md:4:1 ${reader} has not the hash that was recorded last, and no handoff claims a change.`,
				],
			},
			{
				title: "Gone, and nobody deleted it",
				files: created(hash),
				workspace: { "_staging/README": bytes },
				findings: [
					`H-1/H-1_RESULTS.md:4:1 ${reader} is not in the workspace, and no handoff says that it was deleted.`,
				],
			},
			{
				title: "Deleted, and still there",
				files: claiming("H-1", { "Files Deleted": [listed(reader, hash)] }),
				workspace: { [reader]: bytes },
				findings: [`H-1/H-1_RESULTS.md:4:1 ${reader} is still in the workspace, though it was deleted.`],
			},
		],
	},
	*check({ handoffs, provenance }) {
		const own = Map.groupBy(
			provenance.files.flatMap((file) => file.events.map((event) => ({ file, event, check: worktree(event) }))),
			({ event }) => event.handoff,
		);
		for (const { id: handoff } of handoffs) {
			const claims = (own.get(handoff) ?? []).filter(({ event, check }) => isAboutBytes(event, check));
			const off = claims.filter(({ check }) => check?.state === "drifted" || check?.state === "missing");
			for (const { file, event, check } of off)
				yield {
					messageId: event.action === "delete" ? "left" : check?.state === "missing" ? "missing" : "drifted",
					handoff,
					place: lineStart(event.path, event.line),
					data: { path: file.path },
				};
			if (off.length > 0) continue;
			const [first] = claims;
			if (!provenance.workspace || !first) {
				const why = because(provenance.workspace ? "recordsNoHash" : "noWorkspace");
				yield { verdict: "not-applicable", handoff, ...why };
				continue;
			}
			const unresolved = claims.find(({ check }) => check?.state === "unresolvable");
			const { event } = unresolved ?? first;
			const place = lineStart(event.path, event.line);
			if (unresolved)
				yield {
					verdict: "could-not-evaluate",
					handoff,
					place,
					...together(because("notComparedWithBytes", { path: event.written }), unresolved.check),
				};
			else {
				const matching = claims.filter(({ check }) => check?.state === "match").length;
				const rest = claims.length - matching;
				yield {
					verdict: "pass",
					handoff,
					place,
					...(rest > 0
						? because("someClaimsHold", { count: matching, claims: claims.length, rest })
						: because("claimsHold", { count: matching, claims: claims.length })),
				};
			}
		}
	},
});

function worktree({ checks }: FileEvent): ClaimCheck | undefined {
	return checks.find(({ at }) => at === "worktree");
}

/** A file that is listed without a hash says nothing of its bytes; that it is gone is told all the same. */
function isAboutBytes({ after, action }: FileEvent, check: ClaimCheck | undefined): boolean {
	return check?.state !== "not-stated" && (after !== null || action === "delete" || check?.state === "missing");
}
