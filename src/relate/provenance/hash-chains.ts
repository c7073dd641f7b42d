import type { Handoff } from "#model/archive.ts";
import type { DocumentRecord, FileClaim } from "#model/documents.ts";
import type { ChainLink, FileEvent, FileHistory, RecordedHash } from "#model/provenance.ts";
import type { Standard } from "#model/standard.ts";
import { compareText } from "#model/text-order.ts";
import { because, together } from "#words/because.ts";
import { type MeantFile, meantFiles, type PathForms, pathForms } from "./hash-chains-paths.ts";

/** A claim before it is known how it follows from the ones before it. */
type Claim = Omit<FileEvent, "link" | "checks"> & { readonly isInferred: boolean };

interface Chain {
	readonly file: MeantFile;
	readonly claims: Claim[];
}

/**
 * Every claim of every handoff about a file or archive, by file and in build order, with what joins each to the claims before
 * it (BHS, Reviewer Checklist: hashes that can be spot-checked). Takes time linear in the claims.
 */
export function hashChains(
	documents: readonly DocumentRecord[],
	handoffs: readonly Handoff[],
	standards: readonly Standard[],
): readonly FileHistory[] {
	const places = new Map(handoffs.map(({ id, order, orderBasis }) => [id, { order, orderBasis }]));
	const claiming = documents.filter(({ files, handoff }) => files?.length && handoff !== null && places.has(handoff));
	if (claiming.length === 0) return [];
	const paths = claiming.flatMap(({ files = [] }) => files.map(({ path, action }) => ({ written: path, action })));
	const forms = pathForms(standards, [...packageFolders(documents)]);
	const meant = meantFiles(paths, forms);
	const chains = new Map<string, Chain>();
	for (const { path, handoff, files = [] } of claiming)
		for (const claim of files) {
			const place = handoff === null ? undefined : places.get(handoff);
			if (handoff === null || !place) continue;
			const file = meant({ written: claim.path, action: claim.action });
			const chain = chains.get(file.key) ?? { file, claims: [] };
			chains.set(file.key, chain);
			chain.claims.push(
				claimOf(claim, { handoff, path, order: place.order, isInferred: place.orderBasis === "inferred" }),
			);
		}
	for (const { claims } of chains.values())
		claims.sort((a, b) => a.order - b.order || compareText(a.path, b.path) || a.line - b.line);
	const unclear = new Map([...chains.values()].filter(isUnclear).map((chain) => [chain.file.path, chain]));
	const unreported = unreportedPlans(documents, places, forms);
	return [...chains.values()]
		.map((chain) => historyOf(chain, isUnclear(chain) ? new Map() : unclear, unreported))
		.sort((a, b) => compareText(a.path, b.path) || compareText(a.basis, b.basis));
}

function isUnclear({ file }: Chain): boolean {
	return file.basis === "unclear";
}

function* packageFolders(documents: readonly DocumentRecord[]): Generator<string> {
	for (const { plan } of documents)
		for (const { id, assets } of plan?.packages ?? [])
			for (const { path } of assets) {
				const [first = "", second] = path.split("/");
				if (second !== undefined && first !== id && first !== "" && !first.startsWith("_")) yield first;
			}
}

function claimOf(
	{ path: written, action, line, hashes }: FileClaim,
	place: { readonly handoff: string; readonly path: string; readonly order: number; readonly isInferred: boolean },
): Claim {
	const of = (role: FileClaim["hashes"][number]["role"]) => hashes.find((hash) => hash.role === role);
	// A hash without a word beside it stands for the state that the handoff leaves, or for what it deletes.
	const before = of("before") ?? (action === "delete" ? (of("created") ?? of("after")) : undefined);
	const after = action === "delete" ? undefined : (of("after") ?? of("created"));
	return { ...place, action, line, written, before: recorded(before), after: recorded(after) };
}

function recorded(hash: FileClaim["hashes"][number] | undefined): RecordedHash | null {
	if (!hash) return null;
	const { value, form, line, column } = hash;
	return { value, form, state: "stated", line, column };
}

/** What the chain knows of a file's state after a claim. */
type State = { readonly claim: Claim; readonly hash: RecordedHash | null } | null;

function historyOf({ file, claims }: Chain, unclear: ReadonlyMap<string, Chain>, unreported: Unreported): FileHistory {
	const { path, kind, basis } = file;
	const told = file.because ?? { reason: null };
	const isAsWritten = claims.every(({ written }) => written === path);
	const possible = [...possibleClaims(file, unclear)];
	const misplaced = misplacedAmong(claims, possible);
	const events: FileEvent[] = [];
	let state: State = null;
	let unhashed: Claim[] = [];
	for (const claim of claims) {
		const link = linkOf(claim, state, unhashed, { misplaced, claims, file, possible, unreported });
		const { isInferred: _, ...event } = claim;
		events.push({ ...event, link, checks: [] });
		if (misplaced.has(claim)) continue;
		if (claim.action === "delete" || claim.after) {
			state = { claim, hash: claim.after };
			unhashed = [];
		} else unhashed.push(claim);
	}
	if (basis === "unclear") return { path, kind, basis, ...told, events };
	if (isAsWritten) return { path, kind, basis: "written", reason: null, events };
	return { path, kind, basis: "derived", ...(file.because ?? because("spelledLonger")), events };
}

/** Handoffs that plan to write a file and have no RESULTS, by the file's name; archives of their packages too. */
type Unreported = ReadonlyMap<string, readonly { readonly handoff: string; readonly order: number }[]>;

function unreportedPlans(
	documents: readonly DocumentRecord[],
	places: ReadonlyMap<string, { readonly order: number }>,
	{ packageId, archiveEndings }: PathForms,
): Unreported {
	const reported = new Set(documents.flatMap(({ kind, handoff }) => (kind === "results" ? [handoff] : [])));
	const plans = new Map<string, { handoff: string; order: number }[]>();
	for (const { handoff, plan } of documents) {
		const order = handoff === null || reported.has(handoff) ? undefined : places.get(handoff)?.order;
		if (handoff === null || order === undefined || !plan) continue;
		const paths = plan.files.map(({ path }) => path.split("/"));
		const packages = [...plan.packages.map(({ id }) => id), ...paths.flat().filter((part) => packageId.test(part))];
		const archives = packages.flatMap((id) => archiveEndings.map((ending) => id + ending));
		for (const name of new Set([...paths.flatMap((parts) => parts.at(-1) ?? []), ...archives]))
			plans.set(name, [...(plans.get(name) ?? []), { handoff, order }]);
	}
	return plans;
}

/** Claims of chains whose unclear path is the end of a file's path. */
function* possibleClaims({ key }: MeantFile, unclear: ReadonlyMap<string, Chain>): Generator<Claim> {
	if (unclear.size === 0) return;
	for (let at = key.indexOf("/"); at !== -1; at = key.indexOf("/", at + 1))
		yield* unclear.get(key.slice(at + 1))?.claims ?? [];
}

/**
 * Claims made earlier than their inferred place in the build order: an earlier handoff starts from the state that they leave,
 * and nothing before that one left it.
 */
function misplacedAmong(claims: readonly Claim[], possible: readonly Claim[]): ReadonlyMap<Claim, string> {
	const starts = new Map<string, Claim>();
	const left = new Map<string, number>();
	for (const claim of [...claims, ...possible]) {
		const before = claim.before && digitsOf(claim.before);
		if (before && (starts.get(before)?.order ?? Number.POSITIVE_INFINITY) > claim.order) starts.set(before, claim);
		const after = claim.after && digitsOf(claim.after);
		if (after) left.set(after, Math.min(left.get(after) ?? Number.POSITIVE_INFINITY, claim.order));
	}
	return new Map(
		claims.flatMap((claim) => {
			const { after, order, isInferred } = claim;
			const digits = after && digitsOf(after);
			const follower = digits ? starts.get(digits) : undefined;
			if (!digits || !follower || follower.order >= order || !(isInferred || follower.isInferred)) return [];
			return (left.get(digits) ?? 0) >= follower.order ? [[claim, follower.handoff]] : [];
		}),
	);
}

interface Around {
	/** Each with the handoff that follows it. */
	readonly misplaced: ReadonlyMap<Claim, string>;
	readonly claims: readonly Claim[];
	readonly file: MeantFile;
	/** Claims about paths that may mean this file. */
	readonly possible: readonly Claim[];
	readonly unreported: Unreported;
}

function linkOf(claim: Claim, state: State, unhashed: readonly Claim[], around: Around): ChainLink {
	const { before, after, action, handoff } = claim;
	const follower = around.misplaced.get(claim);
	if (follower !== undefined) return { state: "misplaced", follower };
	if (
		state?.claim.handoff === handoff &&
		isEqual(state.hash, after) &&
		(!before || isEqual(before, after) || isEqual(before, state.claim.before))
	)
		return { state: "repeated" };
	if (!before) return withoutBefore(claim, state, unhashed);
	const digits = digitsOf(before);
	if (!digits) return { state: "unclear", ...because("hashBeforeIsNone") };
	const last = unhashed.at(-1);
	if (!state) {
		if (!last) return { state: "first" };
		return { state: "unstated", ...because("listedWithoutHash", { handoff: last.handoff }) };
	}
	if (state.hash && isSame(state.hash, digits)) return { state: "whole", from: state.claim.handoff };
	if (state.hash && !digitsOf(state.hash))
		return { state: "unclear", ...because("hashOfIsNone", { handoff: state.claim.handoff }) };
	if (last) return { state: "unstated", ...because("changedWithoutHash", { handoff: last.handoff }) };
	if (action === "create" && state.claim.action === "delete") return { state: "first" };
	return brokenOr(claim, digits, state, around);
}

function withoutBefore({ action, after }: Claim, state: State, unhashed: readonly Claim[]): ChainLink {
	if (!state && unhashed.length === 0) return { state: "first" };
	if (action === "create" && state?.claim.action === "delete") return { state: "first" };
	if (state?.hash && isEqual(state.hash, after)) return { state: "whole", from: state.claim.handoff };
	return { state: "unstated", ...because("noHashBefore") };
}

/** A hash before that is not the last recorded one: the chain is broken, unless something else may account for it. */
function brokenOr(claim: Claim, digits: string, state: NonNullable<State>, around: Around): ChainLink {
	const { file, claims, possible, unreported } = around;
	if (file.basis === "unclear")
		return {
			state: "unclear",
			...together(because("perhapsAnotherFile", { handoff: state.claim.handoff }), file.because ?? undefined),
		};
	const later = claims.find(({ after, order }) => order > claim.order && after && isSame(after, digits));
	if (later && (later.isInferred || claim.isInferred))
		return { state: "unclear", ...because("placedTooLate", { handoff: later.handoff }) };
	const between = possible.filter(({ order }) => order >= state.claim.order && order < claim.order);
	const source = between.findLast(({ after }) => after && isSame(after, digits));
	if (source) return { state: "whole", from: source.handoff, through: source.written };
	const [changed] = between;
	if (changed)
		return { state: "unclear", ...because("perhapsThisFile", { handoff: changed.handoff, path: changed.written }) };
	const planned = unreported
		.get(file.path.slice(file.path.lastIndexOf("/") + 1))
		?.find(({ order }) => order > state.claim.order && order < claim.order);
	if (planned) return { state: "unstated", ...because("plannedWithoutResults", { handoff: planned.handoff }) };
	const holds = [...claims, ...possible].find(
		({ after, order }) => order < state.claim.order && after && isSame(after, digits),
	);
	return {
		state: "broken",
		from: state.claim.handoff,
		expected: state.hash?.value ?? null,
		place: { path: state.claim.path, line: state.hash?.line ?? state.claim.line },
		holds: holds?.handoff ?? null,
	};
}

/** The digits of a hash in small letters; null for what is no hash. */
export function digitsOf({ value, form }: Pick<RecordedHash, "value" | "form">): string | null {
	return form === "malformed" ? null : value.replace(/^sha256:/iu, "").toLowerCase();
}

/** Whether a recorded hash says these digits; of one cut short, as far as it is written. */
export function isSame(hash: Pick<RecordedHash, "value" | "form">, digits: string): boolean {
	const own = digitsOf(hash);
	return own !== null && (own.length < digits.length ? digits.startsWith(own) : own.startsWith(digits));
}

function isEqual(one: RecordedHash | null, other: RecordedHash | null): boolean {
	const digits = other && digitsOf(other);
	return one !== null && digits !== null && isSame(one, digits);
}
