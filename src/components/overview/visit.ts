import { visit as t } from "virtual:handoff-archive/words";
import { date, say } from "../say.ts";
import { difference, type SeenHandoffs, visitWords } from "./visit-words.ts";

/** What was seen at one time. */
interface Seen {
	readonly at: number;
	readonly handoffs: SeenHandoffs;
}

/** Pages opened within this time belong to one visit. */
const pause = 30 * 60_000;

/** Says what changed since the last visit. What was seen is kept in this browser alone. */
async function show(line: HTMLElement): Promise<void> {
	const { state = "", root = "" } = line.dataset;
	const name = `visit:${root}`;
	const response = await fetch(state);
	if (!response.ok) return;
	const handoffs: SeenHandoffs = await response.json();
	const known = read(name);
	const now = Date.now();
	const before = known && now - known.seen.at > pause ? known.seen : known?.before;
	localStorage.setItem(name, JSON.stringify({ seen: { at: now, handoffs }, before }));
	if (before) tell(line, before, handoffs, root);
}

function read(name: string): { readonly seen: Seen; readonly before?: Seen } | null {
	try {
		const known = JSON.parse(localStorage.getItem(name) ?? "null");
		return typeof known?.seen?.at === "number" && typeof known.seen.handoffs === "object" ? known : null;
	} catch {
		return null;
	}
}

function tell(line: HTMLElement, before: Seen, handoffs: SeenHandoffs, root: string): void {
	const when = date(new Date(before.at), { dateStyle: "medium", timeStyle: "short" });
	const changes = difference(before.handoffs, handoffs);
	line.append(say(changes.length === 0 ? t.nothing : t.since, { when }));
	for (const [index, change] of changes.entries()) {
		if (index > 0) line.append(", ");
		const link = document.createElement(change.slug === null ? "b" : "a");
		link.textContent = change.id;
		link.className = "hid";
		if (link instanceof HTMLAnchorElement) link.href = `${root}handoffs/${encodeURIComponent(change.slug ?? "")}/`;
		line.append(link, ` ${visitWords(change)}`);
	}
}

const line = document.querySelector<HTMLElement>(".visit");
// Storage may be closed to this page, or the network gone: then there is nothing to tell.
if (line) show(line).catch(() => {});
