/** Runs a command as a whole process and measures it from outside: wall-clock seconds and, on Linux, peak memory. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Measurement {
	readonly seconds: number;
	/** Peak resident memory of the process and its children together, in MB, sampled; null where it cannot be read. */
	readonly megabytes: number | null;
	readonly status: number | null;
}

const sampleEvery = 40;

/** Resident kilobytes of a process and all its descendants, from /proc; null where there is no /proc. */
function residentOfTree(root: number): number | null {
	const parents = new Map<number, number>();
	const resident = new Map<number, number>();
	try {
		for (const name of readdirSync("/proc")) {
			if (!/^\d+$/.test(name)) continue;
			try {
				const status = readFileSync(`/proc/${name}/status`, "utf8");
				parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
				resident.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
			} catch {
				// The process ended between the listing and the reading.
			}
		}
	} catch {
		return null;
	}
	let sum = 0;
	for (const [id, kilobytes] of resident) {
		for (let at: number | undefined = id; at; at = parents.get(at)) {
			if (at === root) {
				sum += kilobytes;
				break;
			}
		}
	}
	return sum;
}

/**
 * Runs one command to its end; its output is read and thrown away.
 * @throws when the command cannot be started.
 */
export function measure(
	command: string,
	args: readonly string[],
	options: { cwd?: string } = {},
): Promise<Measurement> {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		let peak: number | null = null;
		const child = spawn(command, args, { ...options, stdio: ["ignore", "ignore", "ignore"] });
		const sample = () => {
			if (!child.pid) return;
			const now = residentOfTree(child.pid);
			if (now !== null) peak = Math.max(peak ?? 0, now);
		};
		const timer = setInterval(sample, sampleEvery);
		child.on("error", (error) => {
			clearInterval(timer);
			reject(error);
		});
		child.on("close", (status) => {
			clearInterval(timer);
			resolve({ seconds: (performance.now() - start) / 1000, megabytes: peak === null ? null : peak / 1024, status });
		});
	});
}

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
