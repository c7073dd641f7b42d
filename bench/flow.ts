import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { HistoryEntry } from "#model/transfers.ts";
import { parseProtocol } from "#parse/protocol.ts";
import { flowOf } from "#relate/flow/flow.ts";
import { reconcile } from "#relate/flow/reconcile.ts";

/*
 * How long the figures of a handoff log take, and how much memory: `node --expose-gc bench/flow.ts [ENTRIES]`, twice as many
 * entries again and again up to that number. Both grow with the log and not with its square.
 */

const path = fileURLToPath(new URL("../content/standards/handoff-protocol.yaml", import.meta.url));
const read = parseProtocol({ path, text: readFileSync(path, "utf8") });
if ("problems" in read) throw new Error("the protocol cannot be read");
const { protocol } = read;

const place = { kind: "file", path: "log.yaml" } as const;
const word = (value: string) => ({ value, place });
const workers = protocol.modes.filter(({ slug }) => slug !== protocol.orchestrator);

/** A log of tasks that pass through all modes, every fifth handoff bounced, every seventh task blocked for good. */
function logOf(count: number, tasks: number): HistoryEntry[] {
	return Array.from({ length: count }, (_, index): HistoryEntry => {
		const step = Math.floor(index / tasks);
		const mode = workers[Math.floor(step / 2) % workers.length]?.slug ?? "";
		const isReturn = step % 2 === 1;
		const isBlocked = isReturn && (index % 5 === 0 || (index % tasks) % 7 === 0);
		const instant = 1_700_000_000_000 + index * 60_000;
		return {
			id: `log@${index + 1}`,
			path: "log.yaml",
			index,
			place,
			task: { name: `task-${index % tasks}`, basis: "stated" },
			at: { written: "", instant, isZoned: true, place },
			from: word(isReturn ? mode : protocol.orchestrator),
			to: word(isReturn ? protocol.orchestrator : mode),
			status: word(isBlocked ? "blocked" : "ready"),
			phase: null,
			minutes: index % 3 === 0 ? null : { value: index % 500, place },
			blockers: isBlocked ? [word(`Missing answer ${index % 997}`), word(`Open question ${index}`)] : null,
			file: null,
			further: [],
			comments: [],
			problems: [],
		};
	});
}

const most = Number(process.argv[2] ?? 100_000);
for (const shape of ["a hundred tasks", "one task"])
	for (let count = most / 4; count <= most; count *= 2) {
		const log = logOf(count, shape === "one task" ? 1 : 100);
		globalThis.gc?.();
		const before = process.memoryUsage().heapUsed;
		const start = performance.now();
		const flow = flowOf([], log, reconcile([], log), protocol);
		const took = performance.now() - start;
		const held = (process.memoryUsage().heapUsed - before) / 1e6;
		const { length: chains } = flow.chains;
		console.log(
			`${count} entries, ${shape}: ${took.toFixed(0)} ms, ${held.toFixed(0)} MB, ${chains} chains, ${flow.blockers.length} blockers`,
		);
	}
