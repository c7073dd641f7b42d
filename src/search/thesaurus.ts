import { isSameWord, keyOf } from "./terms.ts";

/**
 * Words of engineers' everyday English that one writes where another would have written the next: whoever asks what was
 * deleted means what the document calls removed. General language only; the terms of one archive do not belong here.
 */
const groups = [
	"delete remove drop erase",
	"error failure bug defect fault",
	"fail break crash",
	"fix repair correct resolve",
	"add introduce create",
	"start begin launch boot",
	"stop end finish terminate exit",
	"change modify alter edit update",
	"replace supersede substitute",
	"directory folder",
	"configuration settings options",
	"limit cap budget quota ceiling maximum",
	"allow permit",
	"forbid prohibit disallow",
	"reject refuse deny",
	"accept approve",
	"check verify validate",
	"missing absent lacking",
	"empty blank",
	"wrong incorrect invalid",
	"twice double duplicate",
	"obsolete legacy deprecated outdated",
	"unused dead",
	"show display print",
	"retry attempt repeat",
	"throw raise exception",
	"catch handle",
	"credential secret password",
	"human person user operator",
	"external outside",
	"previous prior earlier",
	"later subsequent following",
	"whole full entire complete",
	"fast quick speed",
	"slow latency",
	"rollback revert undo restore",
	"merge combine consolidate",
	"split separate divide",
	"move relocate migrate transfer",
	"copy clone duplicate",
	"order sequence",
	"dependency requirement",
	"constraint rule requirement",
	"reason cause",
	"e2e end-to-end",
	"authentication authorization auth",
	"database db",
	"repository repo",
	"environment env",
	"argument parameter",
	"function method",
	"safe secure",
	"log record trace",
	"install deploy setup",
	"warning alert",
	"answer reply response",
	"send emit dispatch transmit",
	"read load fetch",
	"write save store persist",
	"path location",
	"fallback degraded degradation",
].map((words) => words.split(" ").map((text) => ({ text, key: keyOf(text) })));

/** Each is looked up like a word of the question. */
const mostOthers = 4;

/** Other words for a word, as it is compared; none for most. */
export function othersFor(key: string): readonly string[] {
	const others = groups.flatMap((group) =>
		group.some((known) => isSameWord(known.key, key)) ? group.filter((known) => !isSameWord(known.key, key)) : [],
	);
	return [...new Set(others.map(({ text }) => text))].slice(0, mostOthers);
}
