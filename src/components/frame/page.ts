import { copying as t } from "virtual:handoff-archive/words";
import { ruleAnchor, todayAnchor } from "#model/site-path.ts";
import { askedPlace } from "./asked-place.ts";
import { layOutInIdleTime } from "./lay-out.ts";

/** "/" goes to the search field, as long as nobody is typing. */
function focusSearchOnSlash(): void {
	addEventListener("keydown", (event) => {
		if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
		const { target } = event;
		if (target instanceof HTMLElement && target.closest("input:not([type=radio]), textarea, select, [contenteditable]"))
			return;
		const field = document.querySelector<HTMLInputElement>("input[type=search]");
		if (!field) return;
		event.preventDefault();
		field.focus();
	});
}

/** Marks the part of the page that is being read in its contents, where the browser does not do so by itself, and shows it there. */
function followScroll(): void {
	const toc = document.querySelector(".toc");
	if (!toc) return;
	const marksItself = CSS.supports("selector(:target-current)");
	const links = new Map<Element, HTMLAnchorElement>();
	for (const link of toc.querySelectorAll<HTMLAnchorElement>("a[href^='#']")) {
		const target = document.getElementById(askedPlace(link.hash));
		if (target) links.set(target, link);
	}
	const mark = () => {
		const edge = innerHeight / 4;
		let current: HTMLAnchorElement | undefined;
		// What is not laid out yet has no place, and is far from the window.
		for (const [target, link] of links)
			if (target.checkVisibility({ contentVisibilityAuto: true }) && target.getBoundingClientRect().top <= edge)
				current = link;
		for (const link of links.values())
			if (link === current) link.setAttribute("aria-current", "true");
			else link.removeAttribute("aria-current");
	};
	const show = () => {
		const { top, height, bottom } = toc.getBoundingClientRect();
		const link = toc.querySelector(marksItself ? ":target-current" : "[aria-current]")?.getBoundingClientRect();
		if (link && (link.top < top || link.bottom > Math.min(bottom, innerHeight)))
			toc.scrollTop += link.top - top - height / 2;
	};
	const observer = new IntersectionObserver(
		() => {
			if (!marksItself) mark();
			if (toc.scrollHeight > toc.clientHeight) show();
		},
		{ rootMargin: "0px 0px -75% 0px" },
	);
	for (const target of links.keys()) observer.observe(target);
	if (!marksItself) mark();
	// Contents that open over the page are marked as they open, and go away once they have led somewhere.
	const list = toc.querySelector<HTMLElement>("[popover]");
	list?.addEventListener("toggle", () => {
		mark();
		list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
	});
	list?.addEventListener("click", ({ target }) => {
		if (target instanceof Element && target.closest("a") && list.matches(":popover-open")) list.hidePopover();
	});
}

/** Gives each block of code a button that copies it. */
function addCopyButtons(): void {
	if (!navigator.clipboard) return;
	for (const block of document.querySelectorAll(".copy")) {
		const code = block.querySelector("pre");
		if (!code) continue;
		const button = document.createElement("button");
		button.className = "btn";
		button.type = "button";
		button.textContent = t.copy;
		button.addEventListener("click", async () => {
			await navigator.clipboard.writeText(code.textContent ?? "");
			button.textContent = t.copied;
			setTimeout(() => {
				button.textContent = t.copy;
			}, 2000);
		});
		block.append(button);
	}
}

/** A link to a line or section that an edit has moved leads to what is nearest to it: the block before, or the section around. */
function followMovedLink(): void {
	const asked = askedPlace(location.hash);
	if (asked === "" || document.getElementById(asked)) return;
	const wanted = anchorOfRule(asked) ?? asked;
	const row = rowOfRule(wanted);
	if (row) row.id = wanted;
	const [, part = "", line] = /^(\w+)-L(\d+)$/.exec(wanted) ?? [];
	const names =
		line === undefined
			? sectionsAround(wanted)
			: [...Array(Number(line)).keys()].map((at) => `${part}-L${Number(line) - at}`);
	const found = [wanted, ...names.slice(0, 5_000), part].find((name) => name !== "" && document.getElementById(name));
	if (found) location.replace(`#${encodeURIComponent(found)}`);
}

/** Where what a rule decided is shown, for a link that names the rule itself ("spec/mission", "today/spec/mission"). */
function anchorOfRule(name: string): string | null {
	const [, today, rule = ""] = /^(today\/)?([\w-]+\/[\w-]+)$/.exec(name) ?? [];
	return rule === "" ? null : today ? todayAnchor(rule) : ruleAnchor(rule);
}

/** What a rule has no objection to stands in a row without an address, which would be made of the rule's name. */
function rowOfRule(name: string): Element | undefined {
	const links = [...document.querySelectorAll(".decided a:first-child")];
	return links.find((link) => ruleAnchor(link.textContent ?? "") === name)?.closest("li") ?? undefined;
}

/** "spec-6-test-plan" may be "spec-test-plan" now; if not that, the part of the page is. */
function sectionsAround(name: string): string[] {
	const names = [name.replace(/^(\w+-)(?:\d+-)+/, "$1")];
	for (let rest = names[0] ?? ""; rest.includes("-"); names.push(rest)) rest = rest.slice(0, rest.lastIndexOf("-"));
	return names;
}

/** What is folded is printed too, also by browsers whose styles cannot open it; afterwards it is folded again. */
function unfoldForPrint(): void {
	let unfolded: HTMLDetailsElement[] = [];
	const turn = (isOpen: boolean) => {
		for (const fold of unfolded) fold.open = isOpen;
	};
	addEventListener("beforeprint", () => {
		unfolded = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open], .more)")];
		turn(true);
	});
	addEventListener("afterprint", () => turn(false));
}

/** The menu of sections closes with Escape, and when something else is clicked or reached by keyboard. */
function closeMenu(): void {
	const menu = document.querySelector<HTMLDetailsElement>(".more");
	if (!menu) return;
	const leave = ({ target }: Event) => {
		if (target instanceof Node && !menu.contains(target)) menu.open = false;
	};
	addEventListener("pointerdown", leave);
	addEventListener("focusin", leave);
	menu.addEventListener("keydown", ({ key }) => {
		if (key !== "Escape") return;
		menu.open = false;
		menu.querySelector("summary")?.focus();
	});
}

focusSearchOnSlash();
followScroll();
followMovedLink();
addEventListener("hashchange", followMovedLink);
unfoldForPrint();
closeMenu();
addCopyButtons();
layOutInIdleTime();
