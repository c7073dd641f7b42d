import type { Archive } from "#model/archive.ts";
import { workspacePaths } from "#relate/provenance/workspace-paths.ts";
import { failed } from "#report/index.ts";
import { settingsFiles } from "#settings/files.ts";
import { settingsFileName } from "#settings.ts";
import { type Effects, type ExitCode, exitCodes, type OptionSpec, Unusable } from "../command.ts";
import { writeReports } from "../reports.ts";
import type { Ready } from "../settings.ts";
import { cachedReader } from "./reading-cache.ts";

export const watchOptions = {
	watch: {
		type: "boolean",
		help: "Check again whenever the archive, its settings or a file that it speaks of changes, until Ctrl+C.",
	},
} as const satisfies Readonly<Record<string, OptionSpec>>;

const clearScreen = "\u001B[2J\u001B[3J\u001B[H";

/** What stands before each report but the first, and after each: editors tell by these lines which findings are old. */
const [again, waiting] = ["Something changed; checked again.\n", "Watching for changes; Ctrl+C ends.\n"];

/**
 * `check --watch`: reports anew whenever a document, a transfer, the settings and what they name, or a file of the workspace that
 * is spoken of changes; only changed documents are read again. A fault of the settings or of the disk is told, and the
 * watch goes on.
 * @param prepare reads the settings anew
 * @returns the exit code of the last report, when the user interrupts
 */
export async function watchArchive(
	prepare: () => Ready,
	reports: Parameters<typeof writeReports>[2],
	effects: Effects,
): Promise<ExitCode> {
	const { watching, stdout, stderr, files, cwd } = effects;
	if (!watching) throw new Unusable("changes cannot be watched here");
	let ready = prepare();
	let reader = cachedReader(ready, effects);
	let code: ExitCode = exitCodes.ok;
	const changes = changeQueue();
	const settings = () => settingsFiles(ready.settings, files, files.resolve(cwd, settingsFileName));
	const folders = () => [...ready.settings.archive, ...ready.settings.transfers];
	const start = () => watching.watch(folders(), (paths) => changes.add(changeOf(paths, settings(), folders())));
	let watched = start();
	const reload = async () => {
		const before = folders().join("\n");
		ready = prepare();
		reader = cachedReader(ready, effects);
		if (folders().join("\n") === before) return;
		await watched.close();
		watched = start();
	};
	watched.follow(settings());
	changes.add("documents");
	void watching.interrupted.then(changes.add);
	try {
		for (let isFirst = true; ; ) {
			const change = await changes.next();
			if (change === "interrupted") return code;
			try {
				if (change === "settings") await reload();
				const { archive, source, isNew } = reader.read();
				watched.follow([...settings(), ...spokenOf(archive, ready, effects)]);
				if (!isNew && change === "documents") continue;
				if (stdout.isTTY) await stdout.write(clearScreen);
				if (!isFirst) await stderr.write(again);
				isFirst = false;
				await writeReports(archive, source, reports, effects);
				code = failed(archive) ? exitCodes.findings : exitCodes.ok;
			} catch (error) {
				if (!(error instanceof Unusable)) throw error;
				code = exitCodes.unusable;
				await stderr.write(`handoffs: ${error.message}\n`);
			}
			await stderr.write(waiting);
		}
	} finally {
		await watched.close();
	}
}

/** The files of the workspace that the archive speaks of, and what tells of a new commit. */
function spokenOf(archive: Archive, { settings: { workspace, history } }: Ready, { files }: Effects): string[] {
	if (workspace === null) return [];
	const commits = history
		? [files.resolve(workspace, ".git", "HEAD"), files.resolve(workspace, ".git", "logs", "HEAD")]
		: [];
	return [...workspacePaths(archive).map((path) => files.resolve(workspace, path)), ...commits];
}

function changeOf(paths: readonly string[], settings: readonly string[], folders: readonly string[]): ChangeOf {
	if (settings.some((path) => paths.includes(path))) return "settings";
	const isDocument = (path: string) =>
		folders.some((folder) => path.startsWith(folder) && /^(?:$|[\\/])/.test(path.slice(folder.length)));
	return paths.every(isDocument) ? "documents" : "workspace";
}

type ChangeOf = "documents" | "workspace" | "settings" | "interrupted";
const weights: readonly ChangeOf[] = ["documents", "workspace", "settings", "interrupted"];

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
