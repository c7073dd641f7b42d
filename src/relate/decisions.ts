import type { Handoff, Relation } from "#model/archive.ts";
import type { Decision, DecisionLink, StatedDecision } from "#model/decisions.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { compareText } from "#model/text-order.ts";

/** Decisions as a document or a transfer states them, and where. */
export interface DecisionSource {
	readonly path: string;
	readonly handoff: string | null;
	/** Where it differs from its handoff's. */
	readonly date?: string | null;
	/** Packages that it calls by their id, with the lines where it does. */
	readonly packageMentions: readonly { readonly id: string; readonly line: number }[];
	readonly decisions: readonly StatedDecision[];
}

/**
 * Every decision of an archive, in build order, with what later documents say of it.
 * @param transfers decisions that transfers between modes state.
 */
export function decisionsInArchive(
	documents: readonly DocumentRecord[],
	handoffs: readonly Handoff[],
	relations: readonly Relation[],
	transfers: readonly DecisionSource[] = [],
): readonly Decision[] {
	const byId = new Map(handoffs.map((handoff) => [handoff.id, handoff]));
	const sources: DecisionSource[] = documents.map(({ path, handoff, packageMentions, decisions }) => ({
		path,
		handoff,
		packageMentions,
		decisions: decisions ?? [],
	}));
	const all = [...sources, ...transfers].flatMap((source) => withoutLinks(source, byId));
	const links = linksOf(all, relations);
	return all
		.map(({ decision }) => ({ ...decision, links: links.get(decision.id) ?? [] }))
		.sort((a, b) => orderOf(a, byId) - orderOf(b, byId) || compareText(a.path, b.path) || a.line - b.line);
}

interface Known {
	readonly decision: Omit<Decision, "links">;
	readonly says: StatedDecision["says"];
}

function orderOf({ handoff }: Decision, byId: ReadonlyMap<string, Handoff>): number {
	return (handoff === null ? undefined : byId.get(handoff)?.order) ?? Number.MAX_SAFE_INTEGER;
}

function withoutLinks(source: DecisionSource, byId: ReadonlyMap<string, Handoff>): readonly Known[] {
	const { path, packageMentions } = source;
	const handoff = source.handoff === null ? undefined : byId.get(source.handoff);
	const mentioned = Map.groupBy(packageMentions, ({ line }) => line);
	const onLine = new Map<number, number>();
	return source.decisions.map(({ says, ...words }) => {
		const nth = (onLine.get(words.line) ?? 0) + 1;
		onLine.set(words.line, nth);
		const named = new Set<string>();
		for (let line = words.line; line <= words.endLine; line++)
			for (const { id } of mentioned.get(line) ?? []) named.add(id);
		const packages = named.size > 0 ? [...named] : (handoff?.packages ?? []);
		return {
			decision: {
				// Lists in one line state several.
				id: `${path}:${words.line}${nth === 1 ? "" : `:${nth}`}`,
				...words,
				path,
				handoff: handoff?.id ?? null,
				date: source.date ?? handoff?.date ?? null,
				packages,
				packagesFrom: named.size > 0 ? "words" : "handoff",
			},
			says,
		};
	});
}

const opposite = {
	supersedes: "superseded-by",
	"superseded-by": "supersedes",
	contradicts: "contradicted-by",
} as const;

/** Both ends of every statement, so that each decision shows what was said of it. */
function linksOf(all: readonly Known[], relations: readonly Relation[]): ReadonlyMap<string, readonly DecisionLink[]> {
	const links = new Map<string, DecisionLink[]>();
	const add = (id: string, link: DecisionLink): void => {
		const own = links.get(id);
		if (own) own.push(link);
		else links.set(id, [link]);
	};
	const byHandoff = Map.groupBy(all, ({ decision }) => decision.handoff);
	for (const { decision, says } of all)
		for (const { effect, target, number, line } of says) {
			const place = { path: decision.path, line };
			const meant = number === null ? [] : numbered(byHandoff.get(target) ?? [], number);
			add(decision.id, {
				effect,
				handoff: target,
				decision: meant[0]?.decision.id ?? null,
				place,
				scope: meant.length > 0 ? "decision" : "handoff",
			});
			for (const { decision: other } of meant)
				add(other.id, {
					effect: opposite[effect],
					handoff: decision.handoff ?? "",
					decision: decision.id,
					place,
					scope: "decision",
				});
		}
	// A handoff that is superseded as a whole takes its decisions with it, as far as its successor does not say otherwise.
	for (const { from, to, type, source } of relations) {
		if (!source || (type !== "supersedes" && type !== "superseded-by")) continue;
		const [later, earlier] = type === "supersedes" ? [from, to] : [to, from];
		for (const { decision } of byHandoff.get(earlier) ?? [])
			if (!links.get(decision.id)?.some(({ effect, handoff }) => effect === "superseded-by" && handoff === later))
				add(decision.id, { effect: "superseded-by", handoff: later, decision: null, place: source, scope: "handoff" });
	}
	return new Map([...links].map(([id, own]) => [id, withoutVaguer(own)]));
}

/** What says which decision it means makes superfluous what names its handoff only. */
function withoutVaguer(links: readonly DecisionLink[]): readonly DecisionLink[] {
	return links.filter(
		({ effect, handoff, decision }) =>
			decision !== null ||
			!links.some((other) => other.decision !== null && other.effect === effect && other.handoff === handoff),
	);
}

/** The one decision of a number; none where several bear it. */
function numbered(decisions: readonly Known[], number: number): readonly Known[] {
	const found = decisions.filter(({ decision }) => decision.number === number);
	return found.length === 1 ? found : [];
}
