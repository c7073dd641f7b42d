import type { DocumentRecord } from "#model/documents.ts";
import type { Fact, FactKey, FactValues } from "#model/facts.ts";
import type { FactSlice } from "./entries.ts";
import type { Places } from "./places.ts";

/** What a page calls each fact, in the order in which pages show them. */
const labels = {
	status: "Status",
	date: "Date",
	"tests.total": "Tests, this package",
	"tests.passed": "passed",
	"tests.failed": "failed",
	"tests.skipped": "skipped",
	"tests.command": "command",
	"regression.total": "Full regression",
	"regression.passed": "passed",
	"regression.failed": "failed",
	"regression.skipped": "skipped",
	"regression.command": "command",
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
} as const satisfies Record<FactKey, string>;

const keys = Object.keys(labels) as readonly FactKey[];

/** A document's facts as a page shows them; a figure of a group ("passed") is named with its group. */
export function factsOf(record: DocumentRecord, places: Places): FactSlice[] {
	return keys.flatMap((key) => {
		const fact: Fact<FactValues[FactKey]> | undefined = record.facts[key];
		return fact ? [slice(labelOf(key), fact, record.path, places)] : [];
	});
}

function labelOf(key: FactKey): string {
	const group = key.startsWith("tests.") ? "Tests" : key.startsWith("regression.") ? "Regression" : null;
	const label = labels[key];
	return group !== null && /^[a-z]/.test(label) ? `${group} ${label}` : label;
}

function slice(label: string, fact: Fact<FactValues[FactKey]>, path: string, places: Places): FactSlice {
	const { state } = fact;
	if (state === "not-stated") return { label, state, value: "", items: [], note: null, place: null };
	const place = places.at(path, fact.line);
	if (state === "unclear") return { label, state, value: fact.reason, items: [], note: null, place };
	const items = typeof fact.value === "object" ? [...fact.value] : [];
	const note = noteOf(fact);
	return { label, state, value: items.length > 0 ? "" : words(fact.value), items, note, place };
}

function noteOf(fact: Extract<Fact<FactValues[FactKey]>, { readonly value: unknown }>): string | null {
	const parts = [fact.state === "derived" ? fact.from : undefined, fact.state === "verified" ? undefined : fact.scope];
	return parts.filter((part) => part !== undefined).join("; ") || null;
}

function words(value: FactValues[FactKey]): string {
	if (typeof value === "boolean") return value ? "yes" : "no";
	return typeof value === "object" ? "none" : String(value);
}
