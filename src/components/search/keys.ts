/** What the keys move between, and where Enter leads while nothing has the keyboard: the place that the whole question names. */
interface Keyed {
	readonly field: HTMLInputElement;
	readonly results: HTMLElement;
	readonly jump: HTMLElement;
	readonly named: () => HTMLElement | null;
}

/**
 * Arrow keys move from the field through the links of what was found and back; Escape goes back to the field, and there
 * empties it. Who comes from the field of another page goes on in the same way, though no element has the keyboard yet.
 */
export function moveWithKeys({ field, results, jump, named }: Keyed): void {
	const stops = () => [
		...jump.querySelectorAll<HTMLAnchorElement>("a"),
		...results.querySelectorAll<HTMLElement>(".hits h3 a, .hits .where a, .hits summary"),
	];
	addEventListener("keydown", (event) => {
		const { key, target } = event;
		if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
		if (target === document.body) return goOn(event);
		if (target !== field && !results.contains(target) && !jump.contains(target)) return;
		if (key === "Escape") return goBack(event, target);
		if (key !== "ArrowDown" && key !== "ArrowUp") return;
		const links = stops().filter((link) => link.checkVisibility());
		const at = links.indexOf(target);
		if (target !== field && at < 0) return;
		event.preventDefault();
		const next = at + (key === "ArrowDown" ? 1 : -1);
		if (next < 0 && target !== field) field.focus();
		else links[next]?.focus();
	});

	/** An arrow key moves through the page as ever where somebody has begun to read. */
	function goOn(event: KeyboardEvent): void {
		if (event.key === "Enter") {
			const place = named();
			if (place) event.preventDefault();
			place?.click();
		}
		if (event.key !== "ArrowDown" || scrollY > 0) return;
		const first = stops().find((link) => link.checkVisibility());
		if (first) event.preventDefault();
		first?.focus();
	}

	function goBack(event: KeyboardEvent, target: HTMLElement): void {
		if (target === field) {
			if (field.value === "") return;
			field.value = "";
			field.dispatchEvent(new Event("input"));
		} else field.focus();
		event.preventDefault();
	}
}
