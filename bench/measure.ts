/** Runs a command as a whole process and measures it from outside. Memory and processor time are read on Linux only. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Measurement {
	/** Wall-clock seconds. */
	readonly seconds: number;
	/** Processor seconds of the process and its children, user and system; sampled, null where they cannot be read. */
	readonly processor: number | null;
	/** Peak resident memory of the process and its children together, in MB; sampled, null where it cannot be read. */
	readonly megabytes: number | null;
}

const sampleEvery = 40;

/** The kernel counts processor time in hundredths of a second on every platform that has /proc. */
const ticksPerSecond = 100;

interface Usage {
	readonly kilobytes: number;
	readonly ticks: number;
}

/** Resident memory and processor time of a process and all its descendants, those that ended included; null without /proc. */
function usageOfTree(root: number): Usage | null {
	const parents = new Map<number, number>();
	const usages = new Map<number, Usage>();
	try {
		for (const name of readdirSync("/proc")) {
			if (!/^\d+$/.test(name)) continue;
			try {
				const stat = readFileSync(`/proc/${name}/stat`, "utf8");
				// The name before the last parenthesis may hold anything; the state is the first field after it.
				const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
				const status = readFileSync(`/proc/${name}/status`, "utf8");
				parents.set(Number(name), Number(fields[1]));
				usages.set(Number(name), {
					kilobytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0),
					ticks: fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0),
				});
			} catch {
				// The process ended between the listing and the reading.
			}
		}
	} catch {
		return null;
	}
	let kilobytes = 0;
	let ticks = 0;
	for (const [id, usage] of usages)
		for (let at: number | undefined = id; at; at = parents.get(at))
			if (at === root) {
				kilobytes += usage.kilobytes;
				ticks += usage.ticks;
				break;
			}
	return { kilobytes, ticks };
}

/**
 * Runs one command to its end; its output is read and thrown away.
 * @throws when the command cannot be started, or ends with an exit code above 1: findings are no failure.
 */
export function measure(command: string, args: readonly string[]): Promise<Measurement> {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		let kilobytes: number | null = null;
		let ticks: number | null = null;
		const child = spawn(command, args, { stdio: ["ignore", "ignore", "ignore"] });
		const sample = () => {
			const now = child.pid ? usageOfTree(child.pid) : null;
			if (now === null) return;
			kilobytes = Math.max(kilobytes ?? 0, now.kilobytes);
			// A child that was not waited for takes its time with it.
			ticks = Math.max(ticks ?? 0, now.ticks);
		};
		const timer = setInterval(sample, sampleEvery);
		child.on("error", (error) => {
			clearInterval(timer);
			reject(error);
		});
		child.on("close", (status) => {
			clearInterval(timer);
			if (status === null || status > 1) {
				reject(
					new Error(
						`${[command, ...args].join(" ")} ended with ${status === null ? "a signal" : `exit code ${status}`}`,
					),
				);
				return;
			}
			resolve({
				seconds: (performance.now() - start) / 1000,
				processor: ticks === null ? null : ticks / ticksPerSecond,
				megabytes: kilobytes === null ? null : kilobytes / 1024,
			});
		});
	});
}

/** The sum of what was measured one after the other. */
export function inSequence(parts: readonly Measurement[]): Measurement {
	const processor = parts.flatMap((part) => part.processor ?? []);
	const megabytes = parts.flatMap((part) => part.megabytes ?? []);
	return {
		seconds: parts.reduce((sum, { seconds }) => sum + seconds, 0),
		processor: processor.length === parts.length ? processor.reduce((sum, seconds) => sum + seconds, 0) : null,
		megabytes: megabytes.length > 0 ? Math.max(...megabytes) : null,
	};
}

/** Medians of the times of several runs, and the highest peak. */
export function typical(runs: readonly Measurement[]): Measurement {
	const processor = runs.flatMap((run) => run.processor ?? []);
	const megabytes = runs.flatMap((run) => run.megabytes ?? []);
	return {
		seconds: median(runs.map(({ seconds }) => seconds)),
		processor: processor.length > 0 ? median(processor) : null,
		megabytes: megabytes.length > 0 ? Math.max(...megabytes) : null,
	};
}

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The full path of a program on the path, or null. */
export function onPath(name: string): string | null {
	for (const folder of (process.env["PATH"] ?? "").split(":")) {
		try {
			if (readdirSync(folder).includes(name)) return `${folder}/${name}`;
		} catch {
			// A folder of the path that does not exist.
		}
	}
	return null;
}
