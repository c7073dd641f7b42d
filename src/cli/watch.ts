import { failed } from "#report/index.ts";
import { type Effects, type ExitCode, exitCodes, type OptionSpec, Unusable } from "./command.ts";
import { cachedReader } from "./reading-cache.ts";
import { writeReports } from "./reports.ts";
import type { Ready } from "./settings.ts";

export const watchOptions = {
	watch: { type: "boolean", help: "Check again at every change of the archive or its settings, until Ctrl+C." },
} as const satisfies Readonly<Record<string, OptionSpec>>;

const clearScreen = "\u001B[2J\u001B[3J\u001B[H";

/**
 * `check --watch`: reports anew whenever a document, the settings or the waivers change; only changed documents are
 * read again. A fault of the settings or of the disk is told, and the watch goes on.
 * @param prepare reads the settings anew
 * @returns the exit code of the last report, when the user interrupts
 */
export async function watchArchive(
	prepare: () => Ready,
	reports: Parameters<typeof writeReports>[2],
	effects: Effects,
): Promise<ExitCode> {
	const { watching, stdout, stderr } = effects;
	if (!watching) throw new Unusable("changes cannot be watched here");
	let ready = prepare();
	let reader = cachedReader(ready, effects);
	let code: ExitCode = exitCodes.ok;
	const changes = changeQueue();
	const reload = () => {
		ready = prepare();
		reader = cachedReader(ready, effects);
	};
	const settings = () =>
		[ready.settings.file, ready.settings.waivers.path, ready.settings.debt.path].flatMap((path) => path ?? []);
	const watched = watching.watch([...ready.settings.archive, ...ready.settings.transfers, ...settings()], (paths) =>
		changes.add(settings().some((path) => paths.includes(path)) ? "settings" : "documents"),
	);
	changes.add("documents");
	void watching.interrupted.then(changes.add);
	try {
		for (;;) {
			const change = await changes.next();
			if (change === "interrupted") return code;
			try {
				if (change === "settings") reload();
				const { archive, source, isNew } = reader.read();
				if (!isNew) continue;
				if (stdout.isTTY) await stdout.write(clearScreen);
				await writeReports(archive, source, reports, effects);
				code = failed(archive) ? exitCodes.findings : exitCodes.ok;
			} catch (error) {
				if (!(error instanceof Unusable)) throw error;
				code = exitCodes.unusable;
				await stderr.write(`handoffs: ${error.message}\n`);
			}
			await stderr.write("Watching for changes; Ctrl+C ends.\n");
		}
	} finally {
		await watched.close();
	}
}

type ChangeOf = "documents" | "settings" | "interrupted";
const weights: readonly ChangeOf[] = ["documents", "settings", "interrupted"];

/** Changes that come while a check runs are one change afterwards: the one that weighs most. */
function changeQueue(): { readonly add: (change: ChangeOf) => void; readonly next: () => Promise<ChangeOf> } {
	let waiting: ChangeOf | null = null;
	let wake: (() => void) | null = null;
	return {
		add: (change) => {
			if (waiting === null || weights.indexOf(change) > weights.indexOf(waiting)) waiting = change;
			wake?.();
		},
		next: async () => {
			while (waiting === null)
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			const change = waiting;
			waiting = null;
			return change;
		},
	};
}
