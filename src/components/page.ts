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

/** Marks the part of the page that is being read in its contents, where the browser does not do so by itself. */
function followScroll(): void {
	const toc = document.querySelector(".toc");
	if (!toc || CSS.supports("selector(:target-current)")) return;
	const links = new Map<Element, HTMLAnchorElement>();
	for (const link of toc.querySelectorAll<HTMLAnchorElement>("a[href^='#']")) {
		const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
		if (target) links.set(target, link);
	}
	const mark = () => {
		const edge = innerHeight / 4;
		let current: HTMLAnchorElement | undefined;
		for (const [target, link] of links) if (target.getBoundingClientRect().top <= edge) current = link;
		for (const link of links.values())
			if (link === current) link.setAttribute("aria-current", "true");
			else link.removeAttribute("aria-current");
	};
	const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -75% 0px" });
	for (const target of links.keys()) observer.observe(target);
	mark();
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
		button.textContent = "Copy";
		button.addEventListener("click", async () => {
			await navigator.clipboard.writeText(code.textContent ?? "");
			button.textContent = "Copied";
			setTimeout(() => {
				button.textContent = "Copy";
			}, 2000);
		});
		block.append(button);
	}
}

focusSearchOnSlash();
followScroll();
addCopyButtons();
