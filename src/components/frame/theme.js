// Sets the stored theme before the first paint; without this script the radio group in the footer works by itself.
(() => {
	const root = document.documentElement;
	const read = () => {
		try {
			return localStorage.getItem("theme");
		} catch {
			return null;
		}
	};
	const write = (theme) => {
		try {
			localStorage.setItem("theme", theme);
		} catch {
			// Storage may be closed to this page; then the choice lasts as long as the page.
		}
	};
	const apply = (theme) => {
		if (theme === "light" || theme === "dark") root.dataset.theme = theme;
		else delete root.dataset.theme;
	};
	apply(read());
	// Opened from disk, a page needs other ways to its styles, links and scripts.
	if (location.protocol === "file:" && document.currentScript) {
		const script = document.createElement("script");
		script.src = new URL("../disk/disk.js", document.currentScript.src).href;
		document.head.append(script);
	}
	addEventListener("DOMContentLoaded", () => {
		const chosen = document.querySelector(`#theme-${CSS.escape(read() ?? "auto")}`);
		if (chosen instanceof HTMLInputElement) chosen.checked = true;
		for (const radio of document.querySelectorAll('input[name="theme"]'))
			radio.addEventListener("change", () => {
				const theme = radio.id.replace("theme-", "");
				apply(theme);
				write(theme);
			});
	});
})();
