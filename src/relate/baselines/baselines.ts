import type { Handoff, Relation } from "#model/archive.ts";
import type {
	BaselineCount,
	BaselineDrop,
	CountComparison,
	CountKind,
	DropReason,
	HandoffBaseline,
	PackageDiff,
	PackageList,
} from "#model/baselines.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { factValue } from "#model/facts.ts";
import { type Because, because, type ReasonId, together } from "#words/because.ts";
import { calledKey, cleanRoomCount, countsOf, type OwnCount, ownCounts, scopeKey } from "./counts.ts";
import { type FailureState, failureDiff, failureState } from "./failures.ts";

/** What the settings say of the order. */
export interface ConfiguredOrder {
	/** The predecessor of a handoff by its id; null: it has none. */
	readonly predecessors?: Readonly<Record<string, string | null>>;
}

/**
 * What each handoff starts from and leaves behind (BHS, Baseline Snapshot: "agent N+1 starts from agent N's baseline"), in
 * build order. A count is compared with the last one of its scope on the line of predecessors, and with no other.
 */
export function baselinesOf(
	handoffs: readonly Handoff[],
	documents: readonly DocumentRecord[],
	relations: readonly Relation[],
	{ predecessors = {} }: ConfiguredOrder = {},
): readonly HandoffBaseline[] {
	const results = new Map<string, DocumentRecord>();
	for (const document of documents)
		if (document.kind === "results" && document.handoff !== null && !results.has(document.handoff))
			results.set(document.handoff, document);
	const stated = Map.groupBy(
		relations.filter(({ type }) => type === "predecessor"),
		({ from }) => from,
	);
	const states = new Map<string, State>();
	const scopes = new Set<string>();
	// A package that was removed before cannot account for what goes away now.
	const removed = new Set<string>();
	let last: State | null = null;
	return handoffs.map((handoff): HandoffBaseline => {
		const document = results.get(handoff.id);
		const predecessor = predecessorOf(handoff, document, stated.get(handoff.id) ?? [], predecessors, states, last);
		const before = predecessor ? (states.get(predecessor.id) ?? null) : null;
		const counts = document ? countsOf(document) : [];
		const own = document ? ownCounts(counts, document, handoff) : [];
		const reasons = (document?.reported?.dropReasons ?? []).filter(
			({ packages }) => packages.length === 0 || packages.some((id) => !removed.has(id)),
		);
		const comparisons = own.map((one) => compare(one, document, reasons, predecessor?.id ?? null, before));
		for (const { id } of document?.reported?.removedPackages ?? []) removed.add(id);
		const failures = document ? failureState(document, handoff.id) : null;
		const state: State = {
			id: handoff.id,
			parent: before,
			scopes,
			counts: countsByScope(own, document, handoff.id),
			list: document ? packageList(document) : null,
			failures,
			path: document?.path ?? "",
		};
		const baseline: HandoffBaseline = {
			handoff: handoff.id,
			order: handoff.order,
			results: document?.path ?? null,
			predecessor,
			counts,
			comparisons,
			packages: state.list ? packageDiff(state, before) : null,
			failures: failures
				? failureDiff(failures, nearest(before, ({ failures }) => failures !== null)?.failures ?? null)
				: null,
		};
		states.set(handoff.id, state);
		for (const key of state.counts.keys()) scopes.add(key);
		if (document) last = state;
		return baseline;
	});
}

/** What later handoffs need to know of one. */
interface State {
	readonly id: string;
	/** The scopes that any handoff so far counts: most are those of a single package, which no other one counts. */
	readonly scopes: ReadonlySet<string>;
	readonly parent: State | null;
	/** Its own counts by scope, and what was found for it further back: also that there is none. */
	readonly counts: Map<string, (BaselineCount & { readonly handoff: string }) | null>;
	readonly list: PackageList | null;
	readonly failures: FailureState | null;
	readonly path: string;
}

function countsByScope(
	own: readonly OwnCount[],
	document: DocumentRecord | undefined,
	handoff: string,
): State["counts"] {
	const cleanRoom = document ? cleanRoomCount(document) : [];
	const keyed = (keyOf: (one: OwnCount) => string | null, counts: readonly OwnCount[]) =>
		counts.flatMap((one) => {
			const key = keyOf(one);
			return key === null ? [] : [[key, { ...one.count, handoff }] as const];
		});
	// What is run as a whole stands before what is only called so.
	return new Map([...keyed(calledKey, own), ...keyed(scopeKey, cleanRoom), ...keyed(scopeKey, own)]);
}

function predecessorOf(
	{ id }: Handoff,
	document: DocumentRecord | undefined,
	stated: readonly Relation[],
	configured: Readonly<Record<string, string | null>>,
	states: ReadonlyMap<string, State>,
	last: State | null,
): HandoffBaseline["predecessor"] {
	const set = configured[id];
	if (set === null) return null;
	if (set !== undefined && states.has(set)) return { id: set, basis: "configured", place: null };
	const relation = stated.findLast(({ to }) => states.has(to));
	if (relation) return { id: relation.to, basis: "stated", place: relation.source };
	const named = document?.reported?.previous.find(
		({ handoff, aside }) => handoff !== null && !aside && states.has(handoff),
	);
	if (document && named?.handoff)
		return { id: named.handoff, basis: "stated", place: { path: document.path, line: named.line } };
	return last ? { id: last.id, basis: "inferred", place: null } : null;
}

function compare(
	own: OwnCount,
	document: DocumentRecord | undefined,
	reasons: readonly DropReason[],
	predecessor: string | null,
	before: State | null,
): CountComparison {
	const { kind, of, count } = own;
	const against = before ? earlier(before, own) : null;
	const delta = against ? count.value - against.value : null;
	const fell = delta !== null && delta < 0 && (kind === "packages" || kind === "tests");
	return {
		kind,
		...(of !== undefined && { of }),
		count,
		against,
		delta,
		...(reasonFor(against?.handoff ?? null, predecessor, kind, of) ?? { reason: null }),
		drop: fell ? dropOf(document, reasons, kind, of, -delta) : null,
	};
}

function reasonFor(
	against: string | null,
	predecessor: string | null,
	kind: CountKind,
	of: string | undefined,
): Because | null {
	if (predecessor === null) return because("noPredecessor");
	if (against === predecessor) return null;
	const none =
		of === undefined
			? because(noCount[kind], { handoff: predecessor })
			: because(kind === "failed" ? "noCountOfFailedIn" : "noCountOfTestsIn", { handoff: predecessor, package: of });
	return against === null ? together(none, because("noneBeforeEither")) : none;
}

const noCount = {
	packages: "noCountOfPackages",
	tests: "noCountOfTests",
	passed: "noCountOfPassed",
	failed: "noCountOfFailed",
} as const satisfies Record<CountKind, ReasonId>;

/** The last count of the same scope; where there is none, the last of the root that the count's own words claim. */
function earlier(before: State, own: OwnCount): ReturnType<typeof find> {
	const key = scopeKey(own);
	const exact = key === null ? null : find(before, key);
	const called = exact === null ? calledKey(own) : null;
	return exact ?? (called === null ? null : find(before, called));
}

/** The last count of a scope at a handoff or before it. What was found is kept, so that lines of any length stay cheap. */
function find(from: State, key: string): (BaselineCount & { readonly handoff: string }) | null {
	if (!from.scopes.has(key)) return null;
	const passed: State[] = [];
	let found: (BaselineCount & { readonly handoff: string }) | null = null;
	for (let state: State | null = from; state; state = state.parent) {
		const known = state.counts.get(key);
		if (known !== undefined) {
			found = known;
			break;
		}
		passed.push(state);
	}
	for (const state of passed) state.counts.set(key, found);
	return found;
}

function nearest(from: State | null, holds: (state: State) => boolean): State | null {
	for (let state = from; state; state = state.parent) if (holds(state)) return state;
	return null;
}

/** What accounts for fewer tests or packages: the first stated reason, one that names the package first. */
function dropOf(
	document: DocumentRecord | undefined,
	stated: readonly DropReason[],
	kind: "packages" | "tests",
	of: string | undefined,
	fewer: number,
): BaselineDrop {
	const ofKind = stated.filter(({ kinds }) => kinds.includes(kind));
	const reasons =
		of === undefined ? ofKind : ofKind.filter(({ quote }) => quote.includes(of) && /\btests?\b/iu.test(quote));
	const [reason] = reasons;
	if (!document || !reason) return { by: "none" };
	const accounted = accountedFor(reasons, kind);
	const short = accounted !== null && accounted < fewer ? { accounted } : {};
	return { by: "stated", quote: reason.quote, path: document.path, line: reason.line, ...short };
}

// "PKG-A and its 24 tests": the figure is that of the package.
const itsTests = /(?:\b(?:its|their|with|all)\s+|\()(?:all\s+)?\d+\s+(?:[\p{L}-]+\s+)?tests?\b/iu;

/** What all reasons together account for; null where one gives no figure, or is a package that takes its tests along. */
function accountedFor(reasons: readonly DropReason[], kind: "packages" | "tests"): number | null {
	let sum = 0;
	const countIn = ({ counts, kinds, quote }: DropReason) =>
		kind === "tests" && kinds.includes("packages") && !itsTests.test(quote) ? null : counts[kind];
	const counted = new Set(reasons.flatMap((reason) => (countIn(reason) === null ? [] : reason.packages)));
	for (const reason of reasons) {
		const { packages } = reason;
		const count = countIn(reason);
		if (count !== null) sum += count;
		else if (packages.length === 0 || packages.some((id) => !counted.has(id))) return null;
	}
	return sum;
}

/** The packages by name, where they are as many as the document counts: a list that is short of some compares with nothing. */
function packageList({ reported, facts }: DocumentRecord): PackageList | null {
	const counts = [facts["baseline.packagesInstalled"], facts["cleanRoom.packagesInstalled"]].map(factValue);
	const whole = (reported?.packageLists ?? []).filter(({ ids }) => counts.includes(ids.length));
	return whole.find(({ section }) => section === "baseline") ?? whole[0] ?? null;
}

function packageDiff({ list, path }: State, before: State | null): PackageDiff | null {
	const earlier = nearest(before, (state) => state.list !== null);
	if (!list || !earlier?.list) return null;
	const now = new Set(list.ids);
	const then = new Set(earlier.list.ids);
	return {
		against: earlier.id,
		added: list.ids.filter((id) => !then.has(id)).sort(),
		removed: earlier.list.ids.filter((id) => !now.has(id)).sort(),
		place: { path, line: list.line },
		againstPlace: { path: earlier.path, line: earlier.list.line },
	};
}
