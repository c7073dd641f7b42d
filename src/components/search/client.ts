import { sorts } from "#search/groups.ts";
import { answersOn } from "./answers.ts";
import { type SearchPage, searchPage } from "./draw.ts";
import { moveWithKeys } from "./keys.ts";
import { keptPlace, type Place } from "./place.ts";
import { chosenFilters, readState, type State, writeState } from "./state.ts";

/** Milliseconds without a key after which what was typed is looked for. */
const pause = 200;

/** Goes to a state: a step of its own in the history, or in place of the present one while somebody is typing. */
type Go = (state: State, how: "step" | "in place") => void;

const present = (): State => readState(location.search);

/** Runs the search page: what is asked for stands in the address, and what is shown follows from the address. */
function start(): void {
	const page = searchPage();
	const answers = answersOn(page);

	const enter = (state: State, place?: Place) => {
		if (page.field.value.trim() !== state.query) page.field.value = state.query;
		void answers.show(state, place);
	};
	const go: Go = (state, how) => {
		const address = `${location.pathname}${writeState(state)}`;
		if (address !== `${location.pathname}${location.search}`) {
			if (how === "step") {
				answers.keep();
				history.pushState(null, "", address);
			} else history.replaceState(null, "", address);
		}
		enter(state);
	};

	page.field.addEventListener("focus", answers.prepare, { once: true });
	askByTyping(page, go, answers.named);
	askByChoosing(page, go);
	addEventListener("popstate", () => enter(present(), keptPlace()));
	addEventListener("pagehide", answers.keep);
	moveWithKeys({ ...page, named: answers.named });

	// While documents are written, what is shown follows them.
	import.meta.hot?.on("handoffs:checked", () => {
		answers.forget();
		void answers.show(present());
	});

	enter(present(), keptPlace());
}

/** The first letter opens a step of the history; what follows until a pause of the typing person stays in it. */
function askByTyping({ form, field }: SearchPage, go: Go, named: () => HTMLElement | null): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isTyping = false;
	const type = () => {
		go({ ...present(), query: field.value.trim() }, isTyping ? "in place" : "step");
		isTyping = true;
	};
	field.addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(type, pause);
	});
	field.addEventListener("blur", () => {
		isTyping = false;
	});
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		clearTimeout(timer);
		isTyping = false;
		const query = field.value.trim();
		// The address is offered beside the field before Enter takes it: first the results, then the jump.
		const jumpTo = document.activeElement === field ? named() : null;
		if (jumpTo) jumpTo.click();
		else go({ ...present(), query }, "step");
	});
}

/** What is ticked, sorted or taken back is a step of its own. */
function askByChoosing({ field, facets, order, results }: SearchPage, go: Go): void {
	facets.addEventListener("change", () => {
		go({ ...present(), filters: chosenFilters(facets.querySelectorAll<HTMLInputElement>("input:checked")) }, "step");
	});
	order.addEventListener("change", () => {
		go({ ...present(), sort: sorts.find((sort) => sort === order.value) ?? "relevance" }, "step");
	});
	results.addEventListener("click", (event) => {
		if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
		const link = event.target.closest("a[data-state]");
		if (!(link instanceof HTMLAnchorElement)) return;
		event.preventDefault();
		go(readState(link.search), "step");
		field.focus();
	});
}

start();
