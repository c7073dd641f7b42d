/**
 * Arrow keys move from the field through the links of what was found and back; Escape goes back to the field, and there
 * empties it.
 */
export function moveWithKeys(field: HTMLInputElement, results: HTMLElement, jump: HTMLElement): void {
	const stops = () => [
		...jump.querySelectorAll<HTMLAnchorElement>("a"),
		...results.querySelectorAll<HTMLElement>(".hits h3 a, .hits .where a, .hits summary"),
	];
	addEventListener("keydown", (event) => {
		const { key, target } = event;
		if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
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

	function goBack(event: KeyboardEvent, target: HTMLElement): void {
		if (target === field) {
			if (field.value === "") return;
			field.value = "";
			field.dispatchEvent(new Event("input"));
		} else field.focus();
		event.preventDefault();
	}
}
