/** What a document is called: as a part of a page, and beside the number of one of its lines. */
export const documentKinds = {
	labels: { spec: "Spec", results: "Results", prompt: "Agent prompt", other: "Document" },
	places: { spec: "SPEC", results: "RESULTS", prompt: "PROMPT", other: "DOCUMENT" },
	numbered: "{label} {number}",
} as const;

/** What is read out of documents. */
export const facts = {
	status: "Status",
	date: "Date",
	"tests.total": "Tests, this package",
	"tests.passed": "Tests passed",
	"tests.failed": "Tests failed",
	"tests.skipped": "Tests skipped",
	"tests.command": "Tests command",
	"regression.total": "Full regression",
	"regression.passed": "Regression passed",
	"regression.failed": "Regression failed",
	"regression.skipped": "Regression skipped",
	"regression.command": "Regression command",
	"regression.newFailures": "New failures",
	"baseline.packagesInstalled": "Baseline, packages",
	"baseline.totalTests": "Baseline, tests",
	"cleanRoom.packagesInstalled": "Clean room, packages",
	"cleanRoom.installOrder": "Install order",
	"cleanRoom.allTestsPass": "Clean room, all tests pass",
	filesCreated: "Files created",
	filesModified: "Files modified",
	"hashes.valid": "Hashes, valid",
	"hashes.bare": "Hashes, bare",
	"hashes.truncated": "Hashes, truncated",
	packages: "Packages",
	plannedTests: "Tests planned",
	contractVersion: "Contract version",
	questions: "Questions",
	adversarialQuestions: "Adversarial questions",
} as const;

/** What pages say within documents, beside the documents' own words. */
export const rendered = {
	log: "Log or output",
	lines: { one: "{count} line", other: "{count} lines" },
	hashes: "Hashes",
	hashCount: { one: "{count} SHA-256 value", other: "{count} SHA-256 values" },
	diagram: "Diagram",
	code: "Code",
	codeOf: "Code, {info}",
	frontMatter: "Front matter",
	image: "Image: {image}",
	footnote: "Footnote {label}",
	footnoteBack: "Back to the text of footnote {label}",
	/** What a part is called that scrolls by itself, among those of its section: "Test Plan: table 2 (spec)". */
	region: "{section}: {what} {number} ({part})",
	regions: { table: "table", log: "log or output", hashes: "hashes" },
} as const;

/** What a fact says that is no figure. */
export const factValues = {
	yes: "yes",
	no: "no",
	none: "none",
} as const;

/** Why findings need nobody any more. */
export const excuses = {
	debt: "Recorded before the gate was closed; it may only shrink.",
	waived: "Waived by {owner} until {expires}: {reason}",
} as const;

/** What the panel of `handoffs dev` says. */
export const panel = {
	label: "Findings of the last check",
	findings: { one: "{count} finding", other: "{count} findings" },
	finding: "{severity}: {message}",
	toMend: "To mend: {remedy} ({rule})",
	open: "Open in the editor",
} as const;
