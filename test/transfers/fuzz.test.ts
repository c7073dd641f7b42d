import fc from "fast-check";
import { expect, it } from "vitest";
import { sampleLog, sampleTransfer } from "#rules/samples/transfers.ts";
import { processorTime } from "../processor-time.ts";
import { checkFiles } from "../rules/archive.ts";
import { exampleText } from "./reading.ts";

const texts = [
	sampleTransfer().files["transfers/store.yaml"],
	sampleLog().files["transfers/log.yaml"],
	exampleText("rounding/10-python-engineer-orchestrator.yaml"),
	`# Notes\n\n\`\`\`yaml\n${sampleTransfer().files["transfers/store.yaml"]}\`\`\`\n`,
];
const shreds = [
	"\t",
	"&a ",
	"*a",
	"<<: ",
	"!!int ",
	"---\n",
	"- ",
	"? ",
	": ",
	"[",
	"{",
	'"',
	"'",
	"|\n",
	">-\n",
	"#",
	"\u0000",
	"\uFEFF",
	"\r",
	"😀",
	"handoff:",
	"null",
	"1e999",
	"__proto__: ",
	"constructor: ",
];

/** A text with some places cut, doubled, or filled with what YAML takes for a sign. */
const mangled = fc
	.tuple(
		fc.constantFrom(...texts),
		fc.array(
			fc.record({
				at: fc.double({ min: 0, max: 1, noNaN: true }),
				cut: fc.nat(40),
				put: fc.constantFrom("", ...shreds),
				twice: fc.boolean(),
			}),
			{ minLength: 1, maxLength: 8 },
		),
	)
	.map(([text, changes]) =>
		changes.reduce((now, { at, cut, put, twice }) => {
			const start = Math.floor(at * now.length);
			return (
				now.slice(0, start) + put + (twice ? now.slice(start, start + cut).repeat(2) : "") + now.slice(start + cut)
			);
		}, text),
	);

it("mangled YAML ends in findings inside the file, soon, and never in an exception", () => {
	fc.assert(
		fc.property(mangled, fc.constantFrom("transfers/x.yaml", "transfers/x.md"), (text, path) => {
			const start = processorTime();
			const { findings } = checkFiles({ [path]: text });
			expect(processorTime() - start).toBeLessThan(5000);
			const lines = text.split(/\r\n|\r|\n/);
			for (const { place } of findings) {
				if (place.path !== path || place.kind === "file") continue;
				const { start: from } = place.range;
				expect(from.line).toBeLessThanOrEqual(lines.length);
				expect(from.column).toBeLessThanOrEqual((lines[from.line - 1] ?? "").length + 2);
			}
		}),
		{ numRuns: 400 },
	);
});
