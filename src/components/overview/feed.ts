import type { HandoffEntry, OverviewEntry } from "virtual:handoff-archive/entries";
import { overview } from "virtual:handoff-archive/words";
import { say } from "../say.ts";
import { handoffAnswer } from "../words.ts";
import { changeWords } from "./changes.ts";

type Change = OverviewEntry["changes"][number];
type Handoff = HandoffEntry;

interface Told {
	readonly title: string;
	/** The latest first; at least one. */
	readonly changes: readonly Change[];
	readonly handoffs: ReadonlyMap<string, Handoff>;
	/** The absolute address of a path of the site. */
	readonly address: (path: string) => string;
}

/** An Atom feed (RFC 4287) of what changed. An entry keeps its id for good: the handoff's page and the time. */
export function atomFeed({ title, changes, handoffs, address }: Told): string {
	const self = address("feed.xml");
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom">',
		`<id>${xml(self)}</id>`,
		`<title>${xml(title)}</title>`,
		`<updated>${instant(changes[0]?.time ?? "")}</updated>`,
		`<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
		`<link rel="alternate" type="text/html" href="${xml(address(""))}"/>`,
		`<author><name>${xml(title)}</name></author>`,
		...changes.map((change) => entryOf(change, handoffs, address)),
		"</feed>",
		"",
	].join("\n");
}

function entryOf({ time, handoff, documents }: Change, handoffs: Told["handoffs"], address: Told["address"]): string {
	const done = changeWords(documents).map(({ kind, parts }) =>
		say(overview.changes.kinds[kind], { documents: parts.map(({ label }) => label).join(", ") }),
	);
	const page = address(handoff?.href ?? documents.find(({ href }) => href !== null)?.href ?? "");
	const known = handoff ? handoffs.get(handoff.id) : undefined;
	const title = [handoff ? `${handoff.id} ${handoff.title}` : overview.changes.documents, done.join("; ")]
		.filter(Boolean)
		.join(": ");
	const [withoutPart = page] = page.split("#");
	return [
		"<entry>",
		`<id>${xml(`${withoutPart}#changed-${instant(time)}`)}</id>`,
		`<title>${xml(title)}</title>`,
		`<updated>${instant(time)}</updated>`,
		`<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
		...(known ? [`<summary>${xml(handoffAnswer(known))}</summary>`] : []),
		"</entry>",
	].join("\n");
}

/** A date with its time, as Atom wants it; a day begins at midnight in UTC. */
function instant(time: string): string {
	return /T/.test(time) ? time : `${time}T00:00:00Z`;
}

/** Text fit for XML: marks escaped, characters that XML does not have left out. */
function xml(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
