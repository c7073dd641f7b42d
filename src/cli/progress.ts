import type { Output } from "./command.ts";

const quietMilliseconds = 1000;
const intervalMilliseconds = 100;

/** Shows how much of long work is done, on a terminal only, and wipes it at the end. Short work shows nothing. */
export function progress(
	total: number,
	{ isTTY, write }: Output,
	now: () => number = () => performance.now(),
	doing = "Reading",
): { readonly step: () => void; readonly done: () => void } {
	if (!isTTY) return { step: () => {}, done: () => {} };
	let count = 0;
	let shown = false;
	let next = now() + quietMilliseconds;
	return {
		step: () => {
			count++;
			if (now() < next) return;
			next = now() + intervalMilliseconds;
			shown = true;
			void write(`\r\u001B[K${doing} ${count} of ${total} files`);
		},
		done: () => {
			if (shown) void write("\r\u001B[K");
		},
	};
}
