import type { Reporter } from "./report.ts";

export type { ReportStyle } from "./report.ts";
export { failed, reportOf } from "./report.ts";

interface ReportFormat {
	/** What it is for, as one phrase. */
	readonly summary: string;
	/** Loaded when asked for: a run uses one or two of them. */
	load(): Promise<Reporter>;
}

/** Every report format by the name that `--format` takes. */
export const reportFormats = {
	pretty: {
		summary: "for people at a terminal: by file, with the line and what to do",
		load: async () => (await import("./pretty.ts")).pretty,
	},
	compact: {
		summary: "a line per finding, for editors' problem matchers",
		load: async () => (await import("./compact.ts")).compact,
	},
	json: {
		summary: "for programs",
		load: async () => (await import("./json.ts")).json,
	},
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type ReportFormatName = keyof typeof reportFormats;

/** Whether there is a report format of that name. */
export function isReportFormat(name: string): name is ReportFormatName {
	return Object.hasOwn(reportFormats, name);
}
