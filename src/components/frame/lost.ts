/** Offers to look for what the missing address ends in: most often an id, written otherwise or renamed since. */
function offerSearch(field: HTMLInputElement): void {
	const last = location.pathname.split("/").findLast((part) => part !== "") ?? "";
	try {
		const name = decodeURIComponent(last.replace(/\.[a-z]+$/, ""));
		if (name !== "404" && field.value === "") field.value = name;
	} catch {
		// An address that is no text names nothing.
	}
}

const field = document.querySelector<HTMLInputElement>("#lost-q");
if (field) offerSearch(field);
