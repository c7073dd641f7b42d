/**
 * `npm run bench`: parse and check throughput, build time and peak memory, as a table.
 * `npm run bench -- --vs`: the same build beside Hugo and Pagefind, and the check beside rumdl, as ratios of medians from
 * one run, each pair in turn. Tools that are not on the path are named and left out; nothing is installed.
 * `npm run bench -- --compliance`: how the compliance page of 500 handoffs opens and scrolls in a browser.
 * `npm run bench -- --weight [FOLDER…]`: how much the pages of handoffs weigh beside their own text, compressed.
 */
import { parseArgs } from "node:util";
import { benchCompliance } from "./compliance.ts";
import { throughput } from "./throughput.ts";
import { versus } from "./versus.ts";
import { weight } from "./weight.ts";

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		vs: { type: "boolean", default: false },
		compliance: { type: "boolean", default: false },
		weight: { type: "boolean", default: false },
		runs: { type: "string", default: "3" },
		/** Documents of the comparison, which also measures five times as many. */
		documents: { type: "string", default: "1000" },
	},
});
const runs = Number(options.runs);
if (options.weight) await weight(positionals);
else if (options.compliance) await benchCompliance(runs);
else if (options.vs) process.exitCode = (await versus(runs, Number(options.documents))) ? 0 : 1;
else await throughput(runs);
