import { sep } from "node:path";
import type { Session } from "./session.ts";

/** The parts of Vite's watcher that are used. */
interface Watcher {
	add(paths: readonly string[]): unknown;
	on(event: "all", listener: (event: string, path: string) => void): unknown;
}

/** Milliseconds in which changes count as one: editors write a file in several steps. */
const settled = 80;

/** Reads the archive again when something in its folders changes, and tells `onChange` once it has settled. */
export function watchArchive(session: Session, watcher: Watcher, onChange: () => Promise<void>): void {
	const { archive, transfers } = session.input.settings;
	const folders = [...archive, ...transfers];
	let timer: NodeJS.Timeout | undefined;
	watcher.add(folders);
	watcher.on("all", (_, path) => {
		if (!folders.some((folder) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)))
			return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			session.refresh();
			void onChange();
		}, settled);
	});
}
