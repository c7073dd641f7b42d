import { resolve } from "node:path";
import type { Finding } from "#model/findings.ts";
import { transferPage } from "#model/site-path.ts";
import { plainRemedy } from "#report/text.ts";
import type { Session } from "../session/session.ts";
import type { Request, Response } from "./requests.ts";

/** Where the dev server gives the findings of a page, below the base path. */
const findingsAddress = "__handoffs/findings.json";
/** Sent to open pages when the archive was checked again. */
export const checkedEvent = "handoffs:checked";

/** A finding as the panel on a page shows it while documents are written. */
export interface PanelFinding {
	readonly rule: string;
	readonly severity: Finding["severity"];
	readonly message: string;
	readonly remedy: string;
	readonly path: string;
	readonly line: number | null;
	/** The address that opens the editor there; null where the dev server is to open it, by `file`. */
	readonly editor: string | null;
	/** The absolute path with line and column; null for a place that is no file on disk. */
	readonly file: string | null;
}

/**
 * What open findings there are about the documents that a page shows; empty for a page that shows none.
 * @param page the page relative to the site's root: "handoffs/h-1/"
 */
function panelFindings(session: Session, page: string): readonly PanelFinding[] {
	const { archive, plan } = session.read();
	const { editor } = session.input.settings;
	const locate = locator(session);
	const shown = new Set<string>();
	for (const { path, page: own, ownPage } of plan.documents.values())
		if (own === page || ownPage === page) shown.add(path);
	const isShown = ({ place, handoff, transfer }: Finding) =>
		shown.has(place.path) ||
		(handoff !== null && plan.handoffs.get(handoff) === page) ||
		(transfer !== undefined && transferPage(transfer) === page);
	return archive.findings
		.filter((finding) => !finding.excused && isShown(finding))
		.map(({ rule, severity, message, remedy, place }) => {
			const start = place.kind === "range" ? place.range.start : null;
			const { line, column } = start ?? { line: 1, column: 1 };
			const path = locate(place.path);
			return {
				rule,
				severity,
				message,
				remedy: plainRemedy(remedy),
				path: place.path,
				line: start?.line ?? null,
				editor: path === null ? null : editorAddress(editor, path, line, column),
				file: path === null ? null : `${path}:${line}:${column}`,
			};
		});
}

function locator({ input }: Session): (path: string) => string | null {
	const source = input.open();
	const [folder = ""] = input.settings.archive;
	const files = new Set([...source.entries, ...(source.transfers?.entries ?? [])].map(({ path }) => path));
	return (path) => (files.has(path) ? (source.locate?.(path) ?? resolve(folder, path)) : null);
}

/** The address of a place in an editor, from the setting; null where the dev server opens the editor that is running. */
export function editorAddress(editor: string, path: string, line: number, column: number): string | null {
	if (editor === "auto") return null;
	const template = editor === "vscode" ? "vscode://file{path}:{line}:{column}" : editor;
	const parts: Readonly<Record<string, string>> = {
		path: encodeURI(path.replaceAll("\\", "/").replace(/^(?!\/)/, "/")).replace(/[?#]/g, encodeURIComponent),
		line: String(line),
		column: String(column),
	};
	return template.replace(/\{(path|line|column)\}/g, (_, name: string) => parts[name] ?? "");
}

/** Answers for the panel's findings; whatever keeps the archive from being read is told there and stops nothing. */
export function findingsMiddleware(session: Session) {
	return (request: Request, response: Response, next: () => void): void => {
		const url = new URL(request.url ?? "/", "http://localhost");
		if (!url.pathname.endsWith(`/${findingsAddress}`)) {
			next();
			return;
		}
		response.writeHead(200, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
		response.end(JSON.stringify(answerFor(session, url.searchParams.get("page") ?? "/")));
	};
}

function answerFor(
	session: Session,
	address: string,
): { readonly findings: readonly PanelFinding[]; readonly problem?: string } {
	const { base } = session.input.settings;
	try {
		const path = decodeURIComponent(address);
		return { findings: path.startsWith(base) ? panelFindings(session, path.slice(base.length)) : [] };
	} catch (error) {
		return { findings: [], problem: error instanceof Error ? error.message : String(error) };
	}
}
