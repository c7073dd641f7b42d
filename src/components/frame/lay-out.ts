/** Sections of more elements than this, as tables of a thousand handoffs, are laid out when somebody reads them. */
const most = 6_000;

/**
 * What the styles leave for later, because it lies below the window, is laid out in idle time, section by section: who captures
 * the whole page finds all of it. What lies above the window stays as it is, so that nothing that is seen moves.
 */
export function layOutInIdleTime(): void {
	const inIdleTime = window.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 50));
	const begin = () => {
		const later = [...document.querySelectorAll<HTMLElement>("main section, main .doc")].filter(isForLater);
		const step = (deadline?: IdleDeadline) => {
			do {
				const section = later.shift();
				if (!section) return;
				layOut(section);
			} while ((deadline?.timeRemaining() ?? 0) > 10);
			inIdleTime(step);
		};
		inIdleTime(step);
	};
	if (document.readyState === "complete") begin();
	else addEventListener("load", begin);
}

function isForLater(section: HTMLElement): boolean {
	return getComputedStyle(section).contentVisibility === "auto" && section.getElementsByTagName("*").length <= most;
}

function layOut(section: HTMLElement): void {
	if (section.getBoundingClientRect().bottom < 0) return;
	section.style.contentVisibility = "visible";
	// Asking where it ends has it laid out now, within the idle time.
	section.getBoundingClientRect();
}
