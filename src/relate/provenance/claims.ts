import type {
	ClaimCheck,
	FileEvent,
	FileHistory,
	RecordedHash,
	WorkspaceFile,
	WorkspaceSource,
} from "#model/provenance.ts";
import { type Because, because, either, together } from "#words/because.ts";
import { digitsOf, isSame } from "./hash-chains.ts";
import { isAbsolute, type PathForms, segmentsOf } from "./hash-chains-paths.ts";

/** Where in the workspace a file may lie, and where it does. */
export interface WorkspacePlace {
	readonly candidates: readonly string[];
	/** The one path that is meant; null where none can be told. */
	readonly path: string | null;
	/** Why none can be told. */
	readonly because: Because | null;
}

/** Finds the file of the workspace that a history speaks of: as written from its root, or from within the staging root. */
export function placeInWorkspace(file: FileHistory, forms: PathForms, workspace: WorkspaceSource): WorkspacePlace {
	const written = [...new Set([...file.events.map((event) => event.written), file.path])];
	const literal = written.flatMap((path) => ownPath(path, workspace) ?? []);
	const candidates = [...new Set([...literal, ...written.flatMap((path) => shortened(path, forms))])];
	const unresolved = (why: Because) => ({ candidates, path: null, because: why });
	const [first] = candidates;
	if (first === undefined)
		return unresolved(
			written.some((path) => segmentsOf(path) === null) || written.every(isAbsolute)
				? because("outOfWorkspace")
				: (whyOf(file) ?? because("unreadablePath")),
		);
	const there = candidates.filter((path) => workspace.kind(path) !== "missing");
	const [only = first, ...others] = there;
	if (others.length === 0) return { candidates, path: only, because: null };
	const asWritten = there.filter((path) => literal.includes(path));
	const [exact] = asWritten;
	if (exact !== undefined && asWritten.length === 1) return { candidates, path: exact, because: null };
	return unresolved(because("oneOfPaths", { first: only, others: either(others) }));
}

function whyOf({ reason, said }: FileHistory): Because | null {
	return reason === null ? null : together({ reason, ...(said && { said }) });
}

/** A path as written from the workspace's root; null where it names none within. */
function ownPath(written: string, workspace: WorkspaceSource): string | null {
	if (/[*?<>|"\p{Cc}]|^[A-Za-z][A-Za-z\d+.-]+:\/\//u.test(written)) return null;
	if (isAbsolute(written)) return workspace.relative(written);
	return segmentsOf(written)?.join("/") || null;
}

/** So many folders around the staging root may be left out of a path. */
const mostAround = 4;

/** A staged path with fewer of the folders around the staging root, and a package's path with the staging root before it. */
function shortened(written: string, { stagingNames, stagingRoots, packageId, archiveEndings }: PathForms): string[] {
	const segments = segmentsOf(written);
	if (!segments || segments.length === 0 || /[*?<>|"\p{Cc}]|:\/\//u.test(written)) return [];
	const staging = segments.findLastIndex((segment) => stagingNames.has(segment)) + 1;
	const from = (at: number) => segments.slice(at).join("/");
	if (staging > 0)
		return Array.from({ length: Math.min(staging, mostAround) }, (_, at) =>
			from(Math.max(0, staging - mostAround) + at + 1),
		).filter((path) => path !== "");
	const [name = ""] = segments;
	const isArchive = segments.length === 1 && archiveEndings.some((end) => name.toLowerCase().endsWith(end));
	if (isAbsolute(written) || !(packageId.test(name) || isArchive)) return [];
	return stagingRoots.map((root) => `${root}/${from(0)}`);
}

/** A file's claims with what the workspace says of each: in the work tree, at HEAD, and at the commit that added the claim. */
export function checkClaims(file: FileHistory, place: WorkspacePlace, workspace: WorkspaceSource): FileHistory {
	const { history } = workspace;
	const events = file.events.map((event, at): FileEvent => {
		const current = (found: WorkspaceFile | null, revision: string): ClaimCheck =>
			checkAt(file, at, found, { at: revision, path: place.path, unresolved: place.because });
		const checks = [current(place.path === null ? null : workspace.file(place.path), "worktree")];
		if (history) {
			const head = place.path === null ? null : history.file({ revision: "HEAD", path: place.path });
			checks.push(current(head, "HEAD"), checkAtCommit(file, at, place, history));
		}
		const isVerified = checks.some(({ state }) => state === "match");
		return { ...event, checks, ...(isVerified && { before: event.before, after: verified(event.after) }) };
	});
	return { ...file, events };
}

function verified(hash: RecordedHash | null): RecordedHash | null {
	return hash && (hash.form === "valid" || hash.form === "bare") ? { ...hash, state: "verified" } : hash;
}

/** Beyond the claims about it, what is known of the bytes that are looked at. */
interface Looked {
	readonly at: string;
	readonly path: string | null;
	/** Why no file could be looked at. */
	readonly unresolved: Because | null;
}

function checkAt(file: FileHistory, at: number, found: WorkspaceFile | null, looked: Looked): ClaimCheck {
	const { events, basis } = file;
	const event = events[at];
	const told = (state: ClaimCheck["state"], more: Partial<ClaimCheck> = {}): ClaimCheck => ({
		state,
		at: looked.at,
		path: looked.path,
		found: found?.kind === "file" ? found.sha256 : null,
		...more,
	});
	if (!event || found === null) return told("unresolvable", looked.unresolved ?? { reason: "" });
	const result = compare(event, found);
	if (result.state === "match" || result.state === "unresolvable" || result.state === "not-stated")
		return told(result.state, result.because);
	if (basis === "unclear") return told("unresolvable", whyOf(file) ?? { reason: "" });
	const newer = newerClaim(events, at);
	if (newer) return told("superseded", { by: newer.handoff });
	const digits = found.kind === "file" ? found.sha256 : null;
	const holds = digits === null ? undefined : events.find(({ after }) => after && isSame(after, digits));
	return told(result.state, holds ? because("holdsStateOf", { handoff: holds.handoff }) : result.because);
}

/** The next claim about the file by another handoff that leaves another state; a misplaced one is followed by an earlier one. */
function newerClaim(events: readonly FileEvent[], at: number): { readonly handoff: string } | undefined {
	const event = events[at];
	if (!event) return undefined;
	if (event.link.state === "misplaced") return { handoff: event.link.follower };
	return events
		.slice(at + 1)
		.find(
			({ handoff, after, action, link }) =>
				handoff !== event.handoff && link.state !== "misplaced" && (after !== null || action === "delete"),
		);
}

interface Compared {
	readonly state: "match" | "drifted" | "missing" | "unresolvable" | "not-stated";
	readonly because?: Because;
}

/** One claim against the bytes, as if no other claim were there. */
function compare({ action, after }: FileEvent, found: WorkspaceFile): Compared {
	if (found.kind === "outside" || found.kind === "unreadable")
		return { state: "unresolvable", because: together(found) };
	if (action === "delete")
		return found.kind === "missing" ? { state: "match" } : { state: "drifted", because: because("stillThere") };
	if (found.kind === "missing") return { state: "missing" };
	if (!after) return { state: "not-stated", because: because("noHash") };
	if (found.kind === "folder") return { state: "unresolvable", because: because("isFolder") };
	if (digitsOf(after) === null) return { state: "unresolvable", because: because("hashIsNone") };
	if (!isSame(after, found.sha256)) return { state: "drifted" };
	if (after.form === "truncated") return { state: "match", because: because("hashCutShort") };
	return { state: "match" };
}

function checkAtCommit(
	file: FileHistory,
	index: number,
	{ candidates, path, because: untold }: WorkspacePlace,
	history: NonNullable<WorkspaceSource["history"]>,
): ClaimCheck {
	const event = file.events[index];
	const hash = event?.after ?? event?.before;
	const unresolved = (why: Because): ClaimCheck => ({ state: "unresolvable", at: "", path, found: null, ...why });
	if (!event || !hash) return { ...unresolved(because("noHash")), state: "not-stated" };
	const added = history.commitOf({ document: event.path, hash: hash.value });
	if ("reason" in added) return unresolved(together(added));
	const at = added.commit;
	const there = candidates.filter((candidate) => history.file({ revision: at, path: candidate }).kind !== "missing");
	const [first] = there;
	const meant =
		path !== null && (there.length === 0 || there.includes(path)) ? path : there.length === 1 ? first : undefined;
	if (meant === undefined) return { ...unresolved(untold ?? because("untoldPath")), at };
	const found = history.file({ revision: at, path: meant });
	const { state, because: why } = compare(event, found);
	const told = (said: Partial<ClaimCheck> & Pick<ClaimCheck, "state">): ClaimCheck => ({
		at,
		path: meant,
		found: found.kind === "file" ? found.sha256 : null,
		...said,
	});
	if (file.basis === "unclear" && state !== "match" && state !== "not-stated")
		return told({ state: "unresolvable", ...(whyOf(file) ?? { reason: "" }) });
	// One commit may add the RESULTS of several handoffs: then it holds what the last of them left.
	const later =
		state === "drifted" || state === "missing"
			? file.events.slice(index + 1).find((next) => leaves(next, found))
			: undefined;
	if (later) return told({ state: "superseded", by: later.handoff });
	return told({ state, ...why });
}

/** Whether a claim says that the file is as it was found. */
function leaves({ action, after }: FileEvent, found: WorkspaceFile): boolean {
	if (found.kind === "missing") return action === "delete";
	return found.kind === "file" && after !== null && isSame(after, found.sha256);
}
