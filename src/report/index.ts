import type { Reporter } from "./report.ts";

export type { ReportStyle } from "./report.ts";
export { failed, reportOf } from "./report.ts";

interface ReportFormat {
	/** What it is for, as one phrase. */
	readonly summary: string;
	/** Its paths start from the repository that a CI service has checked out, not from the working folder. */
	readonly fromRepository?: true;
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
	sarif: {
		summary: "SARIF 2.1.0, for code scanning",
		fromRepository: true,
		load: async () => (await import("./sarif.ts")).sarif,
	},
	github: {
		summary: "annotations of a GitHub workflow run; check and build also write the job summary",
		fromRepository: true,
		load: async () => (await import("./github.ts")).github,
	},
	junit: {
		summary: "JUnit XML, for CI: a suite for each document, a case for each rule",
		load: async () => (await import("./junit.ts")).junit,
	},
	rdjson: {
		summary: "Reviewdog Diagnostic Format",
		load: async () => (await import("./rdjson.ts")).rdjson,
	},
	markdown: {
		summary: "a comment for a pull request",
		load: async () => (await import("./markdown.ts")).markdown,
	},
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type ReportFormatName = keyof typeof reportFormats;

/** Whether the paths of a report start from the repository that a CI service has checked out. */
export function isFromRepository(name: ReportFormatName): boolean {
	const format: ReportFormat = reportFormats[name];
	return format.fromRepository ?? false;
}

/** Whether there is a report format of that name. */
export function isReportFormat(name: string): name is ReportFormatName {
	return Object.hasOwn(reportFormats, name);
}
