import { resolve, sep } from "node:path";
import { readStandardTexts } from "#files/standards-folder.ts";
import { watchFiles } from "#files/watch-files.ts";
import { workspacePaths } from "#relate/provenance/workspace-paths.ts";
import { settingsFiles } from "#settings/files.ts";
import { settingsFileName } from "#settings.ts";
import type { Session } from "../session/session.ts";

/** The parts of Vite's watcher that are used. */
interface Watcher {
	add(paths: readonly string[]): unknown;
	on(event: "all", listener: (event: string, path: string) => void): unknown;
}

/** What is done when something has changed. */
interface Changes {
	/** The archive is to be shown anew. */
	onChange(): Promise<void>;
	/** The settings cannot be read; those before stay in force. */
	onFault(message: string): void;
}

/** Milliseconds in which changes count as one: editors write a file in several steps. */
const settled = 80;

/**
 * Reads the archive again when something in its folders, in its settings and what they name, or in the files of the workspace that
 * it speaks of changes, and tells once it has settled.
 */
export function watchArchive(session: Session, watcher: Watcher, { onChange, onFault }: Changes): void {
	const folders = () => [...session.input.settings.archive, ...session.input.settings.transfers];
	const settings = () =>
		settingsFiles(session.input.settings, { resolve, standardTexts: readStandardTexts }, resolve(settingsFileName));
	let timer: NodeJS.Timeout | undefined;
	const changed = new Set<string>();
	const settle = (path: string): void => {
		changed.add(path);
		clearTimeout(timer);
		timer = setTimeout(() => void readAgain(), settled);
	};
	const files = watchFiles(settle);
	const follow = (): void => files.follow([...settings(), ...spokenOf(session)]);
	const readAgain = async (): Promise<void> => {
		const isAboutSettings = settings().some((path) => changed.has(path));
		changed.clear();
		try {
			if (isAboutSettings) session.reload();
			else session.refresh();
		} catch (error) {
			onFault(error instanceof Error ? error.message : String(error));
			return;
		}
		await onChange();
		watcher.add(folders());
		follow();
	};
	watcher.add(folders());
	watcher.on("all", (_, path) => {
		const isIn = (folder: string) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
		if (folders().some(isIn)) settle(path);
	});
	// The pages read the archive too; whoever comes first reads it for both.
	session.entries().then(follow, () => files.follow(settings()));
}

/** The files of the workspace that the archive speaks of. */
function spokenOf(session: Session): string[] {
	const { workspace } = session.input.settings;
	if (workspace === null) return [];
	try {
		return workspacePaths(session.read().archive).map((path) => resolve(workspace, path));
	} catch {
		return [];
	}
}
