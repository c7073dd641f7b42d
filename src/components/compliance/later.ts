import { escaped } from "../escaped.ts";
import { leaveToArrows } from "./walk.ts";

/** The rows of a table that its page holds as text for now. */
export interface LaterRows {
	/** Whether all of them are in the table. */
	readonly isDone: boolean;
	/** Puts all that are left into the table, in pieces between which the browser may do other things. */
	all(): Promise<void>;
	/** The same at once. */
	allNow(): void;
	/** Puts the part with the row of this id into the table. */
	withRow(id: string): void;
}

/** What is laid out in other ways than a table, some browsers no longer take for one. */
const roles: Readonly<Record<string, string>> = {
	table: "table",
	thead: "rowgroup",
	tbody: "rowgroup",
	tfoot: "rowgroup",
	tr: "row",
	td: "cell",
	"th[scope^=col]": "columnheader",
	"th[scope=row]": "rowheader",
};

/** Says of a table or a part of it what its elements say themselves, in words that every browser keeps to. */
export function giveRoles(part: HTMLElement): void {
	for (const [selector, role] of Object.entries(roles)) {
		if (part.matches(selector)) part.role = role;
		for (const element of part.querySelectorAll(selector)) element.role = role;
	}
}

/** Less than what a frame has is left for a part. */
const millisecondsPerPart = 8;

/**
 * Puts the rows that stand in the `<noscript>` beside a table into it, part by part: those near the view at once, all others
 * while the browser has nothing else to do. Until then each part's room is kept, so that nothing moves.
 */
export function laterRows(table: HTMLTableElement): LaterRows {
	const text = table.parentElement?.querySelector(":scope > noscript")?.textContent ?? "";
	const waiting = new Map(
		(text.match(/<tbody\b.*?<\/tbody>/g) ?? []).map((html) => {
			return [table.createTBody(), html];
		}),
	);
	// What is in the window comes at once, what is near it one part a frame, so that no frame waits for many of them.
	const inView = new IntersectionObserver((entries) => {
		for (const { target, isIntersecting } of entries)
			if (isIntersecting && target instanceof HTMLTableSectionElement) fill(target);
	});
	const wanted = new Set<HTMLTableSectionElement>();
	const near = new IntersectionObserver(
		(entries) => {
			if (wanted.size === 0) requestAnimationFrame(fillWanted);
			for (const { target, isIntersecting } of entries)
				if (isIntersecting && target instanceof HTMLTableSectionElement) wanted.add(target);
		},
		{ root: table.parentElement, rootMargin: "100%" },
	);
	function fillWanted(): void {
		for (const part of wanted) {
			wanted.delete(part);
			fill(part);
			break;
		}
		if (wanted.size > 0) requestAnimationFrame(fillWanted);
	}
	function fill(part: HTMLTableSectionElement): void {
		const html = waiting.get(part);
		if (html === undefined) return;
		waiting.delete(part);
		near.unobserve(part);
		inView.unobserve(part);
		const template = document.createElement("template");
		template.innerHTML = html;
		part.append(...(template.content.firstElementChild?.children ?? []));
		giveRoles(part);
		leaveToArrows(table, part);
	}
	const fillNext = () => {
		for (const part of waiting.keys()) return fill(part);
	};
	const fillInPeace = (deadline?: IdleDeadline) => {
		do fillNext();
		while (waiting.size > 0 && (deadline?.timeRemaining() ?? 0) > millisecondsPerPart);
		if (waiting.size > 0) whenIdle(fillInPeace);
	};
	if (waiting.size > 0) {
		for (const part of waiting.keys()) for (const observer of [inView, near]) observer.observe(part);
		whenIdle(fillInPeace);
	}
	return {
		get isDone() {
			return waiting.size === 0;
		},
		async all() {
			while (waiting.size > 0) {
				fillNext();
				await new Promise((resolve) => setTimeout(resolve));
			}
		},
		allNow() {
			while (waiting.size > 0) fillNext();
		},
		withRow(id) {
			const start = `<tr id="${escaped(id)}" `;
			for (const [part, html] of waiting) if (html.includes(start)) return fill(part);
		},
	};
}

/** Not every browser tells when it is idle. */
function whenIdle(run: (deadline?: IdleDeadline) => void): void {
	if ("requestIdleCallback" in globalThis) requestIdleCallback(run);
	else setTimeout(run, 30);
}
