import { expect, it } from "vitest";
import { progress } from "#cli/progress.ts";
import { fakeOutput } from "./fakes.ts";

function work(isTTY: boolean, milliseconds: number): string {
	const output = fakeOutput(isTTY);
	let now = 0;
	const shown = progress(50, output, () => now);
	for (let file = 0; file < 50; file++) {
		now += milliseconds / 50;
		shown.step();
	}
	shown.done();
	return output.text;
}

it("shows long work on a terminal and wipes it at the end", () => {
	const text = work(true, 5000);
	expect(text).toContain("Reading 10 of 50 files");
	expect(text.endsWith("\r\u001B[K")).toBe(true);
});

it("shows nothing for short work, and nothing in a pipe", () => {
	expect(work(true, 900)).toBe("");
	expect(work(false, 60_000)).toBe("");
});
