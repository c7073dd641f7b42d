import type { DocumentRecord } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";

const separators = /^[\s:.|,\u2010-\u2015-]+/u;
const edgeMarks = /^[\s:.|#[(]+|[\s:.|#)\]]+$/gu;

/**
 * A document's title without what only repeats its role and id ("Results: H-18 — "): leading words of the standard's
 * `titleLeads` and the document's own id. Null where nothing is left.
 */
export function plainTitle(document: DocumentRecord, standard: Standard | undefined): string | null {
	if (document.title === null) return null;
	const leads = (standard?.vocabulary.titleLeads ?? []).map((lead) => lead.toLowerCase());
	let title = document.title.trim();
	const own = ownIdIn(title, document);
	if (own && isLead(title.slice(0, own.start), leads)) title = title.slice(own.end).replace(separators, "");
	else title = withoutLead(title, leads);
	return title.trim() === "" ? null : title.trim();
}

function ownIdIn(title: string, { selfIds, titleLine }: DocumentRecord): { start: number; end: number } | null {
	for (const { text, line } of selfIds) {
		const start = line === titleLine && text !== "" ? title.indexOf(text) : -1;
		if (start !== -1) return { start, end: start + text.length };
	}
	return null;
}

/** Whether words before an id are nothing but leads ("Results:", "Builder "). */
function isLead(words: string, leads: readonly string[]): boolean {
	const bare = words
		.replace(edgeMarks, "")
		.replace(/[_\s]+/gu, " ")
		.trim()
		.toLowerCase();
	return bare === "" || leads.includes(bare);
}

/** Removes one lead that a colon or dash sets off from the title. */
function withoutLead(title: string, leads: readonly string[]): string {
	const lower = title.toLowerCase();
	for (const lead of leads) {
		const rest = lower.startsWith(lead) ? title.slice(lead.length) : "";
		if (/^\s*[:\u2013\u2014]/u.test(rest)) return rest.replace(separators, "");
	}
	return title;
}
