import { type Catalog, type Library, openLibrary } from "./catalog.ts";
import { element, known } from "./elements.ts";
import { createEngine, type Engine, type Pagefind } from "./engine.ts";
import { type Found, find, groupsPerPage, isFiltered } from "./find.ts";
import { moveWithKeys } from "./keys.ts";
import { readState, type State, writeState } from "./state.ts";
import { chips, facetSets, groupItem, jumpBox, nothingFound, summaryOf } from "./view.ts";

/** Milliseconds without a key after which what was typed is looked for. */
const pause = 200;

interface Loaded {
	readonly library: Library;
	readonly engine: Engine;
}

/** Runs the search page: what is asked for stands in the address, and what is shown follows from the address. */
function start(): void {
	const form = known("search", HTMLFormElement);
	const field = known("q", HTMLInputElement);
	const results = known("results", HTMLElement);
	const summary = known("summary", HTMLElement);
	const live = known("live", HTMLElement);
	const facets = known("facets", HTMLFormElement);
	const jump = known("jump", HTMLElement);
	const hits = known("hits", HTMLOListElement);
	const more = known("more", HTMLElement);
	const base = form.dataset["base"] ?? "/";
	let loading: Promise<Loaded> | undefined;
	let turn = 0;
	let shown: { readonly query: string; readonly found: Found } | undefined;

	/** Loads the index, once, when it is first needed. */
	const load = () => {
		loading ??= loadIndex(base);
		loading.catch(() => {
			loading = undefined;
		});
		return loading;
	};

	async function show(state: State, pages = 1): Promise<void> {
		const own = ++turn;
		if (state.query === "") return clear();
		results.setAttribute("aria-busy", "true");
		try {
			const { library, engine } = await load();
			const found = await find(state.query, state.filters, library, engine, pages);
			if (own !== turn) return;
			draw(state, found, pages);
			shown = { query: state.query, found };
		} catch (error) {
			if (own === turn) fail(error);
		} finally {
			if (own === turn) results.removeAttribute("aria-busy");
		}
	}

	function say(words: string): void {
		summary.textContent = words;
		live.textContent = words;
	}

	function draw(state: State, found: Found, pages: number): void {
		results.hidden = false;
		say(summaryOf(found));
		jump.replaceChildren(...jumpBox(found.jumps, { base }));
		known("chips", HTMLElement).replaceChildren(...chips(state, found));
		drawFacets(found);
		known("filters", HTMLElement).textContent = isFiltered(state.filters)
			? `Filter, ${Object.values(state.filters).flat().length} set`
			: "Filter";
		hits.replaceChildren(...found.groups.map((group) => groupItem(group, { base })));
		more.replaceChildren();
		if (found.documents === 0) more.append(nothingFound(state, found));
		if (found.groupCount > found.groups.length) more.append(moreButton(state, found, pages));
		document.title = document.title.replace(/^.*?(?= · |$)/u, `Search: ${state.query}`);
	}

	/** Keeps the keyboard where it is when a choice redraws the choices. */
	function drawFacets(found: Found): void {
		const active = document.activeElement;
		const chosen = active instanceof HTMLInputElement && facets.contains(active) ? [active.name, active.value] : null;
		facets.replaceChildren(...facetSets(found.facets));
		if (!chosen) return;
		for (const box of facets.querySelectorAll("input"))
			if (box.name === chosen[0] && box.value === chosen[1]) box.focus();
	}

	function moreButton(state: State, found: Found, pages: number): HTMLElement {
		const rest = Math.min(groupsPerPage, found.groupCount - found.groups.length);
		const button = element("button", { class: "btn", type: "button" }, `Show ${rest} more`);
		button.addEventListener("click", async () => {
			const before = hits.children.length;
			await show(state, pages + 1);
			hits.children[before]?.querySelector("a")?.focus();
		});
		return button;
	}

	function clear(): void {
		shown = undefined;
		results.hidden = true;
		say("");
		jump.replaceChildren();
	}

	function fail(error: unknown): void {
		results.hidden = false;
		say("The search index could not be loaded");
		jump.replaceChildren();
		hits.replaceChildren();
		facets.replaceChildren();
		const reason = error instanceof Error ? error.message : String(error);
		more.replaceChildren(
			element("p", { class: "empty" }, element("b", {}, "The search index could not be loaded."), reason),
		);
	}

	/** Goes to a state: a step of its own in the history, or in place of the present one while somebody is typing. */
	function go(state: State, how: "step" | "in place"): void {
		const address = `${location.pathname}${writeState(state)}`;
		if (address !== `${location.pathname}${location.search}`) {
			if (how === "step") history.pushState(null, "", address);
			else history.replaceState(null, "", address);
		}
		if (field.value.trim() !== state.query) field.value = state.query;
		void show(state);
	}

	const present = (): State => readState(location.search);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isTyping = false;

	/** The first letter opens a step of the history; what follows until a pause of the typing person stays in it. */
	function type(): void {
		go({ ...present(), query: field.value.trim() }, isTyping ? "in place" : "step");
		isTyping = true;
	}

	field.addEventListener("focus", () => void load().catch(() => {}), { once: true });
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
		const [jumpTo] = shown?.found.jumps ?? [];
		// The address is offered beside the field before Enter takes it: first the results, then the jump.
		if (jumpTo?.whole && shown?.query === query && document.activeElement === field) jump.querySelector("a")?.click();
		else go({ ...present(), query }, "step");
	});
	facets.addEventListener("change", () => {
		const chosen = new FormData(facets);
		const values = (name: string) => chosen.getAll(name).map(String);
		go({ ...present(), filters: { kind: values("kind"), status: values("status"), family: values("family") } }, "step");
	});
	results.addEventListener("click", (event) => {
		if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
		const link = event.target.closest("a[data-state]");
		if (!(link instanceof HTMLAnchorElement)) return;
		event.preventDefault();
		go(readState(link.search), "step");
		field.focus();
	});
	addEventListener("popstate", () => go(present(), "in place"));
	moveWithKeys(field, results, jump);

	const state = present();
	field.value = state.query;
	void show(state);
}

async function loadIndex(base: string): Promise<Loaded> {
	const folder = `${base}pagefind/`;
	const [catalog, pages, pagefind] = await Promise.all([
		loadJson<Catalog>(`${base}jump.json`),
		loadJson<Readonly<Record<string, string>>>(`${folder}pages.json`),
		loadPagefind(`${folder}pagefind.js`),
	]);
	return { library: openLibrary(catalog), engine: createEngine(pagefind, pages) };
}

async function loadJson<Type>(address: string): Promise<Type> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
	return response.json();
}

async function loadPagefind(address: string): Promise<Pagefind> {
	return import(/* @vite-ignore */ address);
}

start();
