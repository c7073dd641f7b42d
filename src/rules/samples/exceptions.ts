import { samplePaths } from "./handoff.ts";

const sketchySpec = "# H-1: Tide gauge reader\n\n## 1. Mission\n\nBuild PKG-GAUGE-001.\n";

/** A handoff whose spec lacks sections, and a waivers file about it; each part of the waiver as YAML. */
export function waiverFile({
	rule = "spec/section-missing",
	handoffs = "H-1",
	expires = "2027-12-31",
}: {
	readonly rule?: string;
	readonly handoffs?: string;
	readonly expires?: string;
}): Readonly<Record<string, string>> {
	return {
		[samplePaths.spec]: sketchySpec,
		"handoffs.waivers.yaml": [
			"waivers:",
			`  - rule: ${rule}`,
			`    handoffs: ${handoffs}`,
			"    owner: Ann",
			"    reason: written before the standard",
			`    expires: ${expires}`,
			"",
		].join("\n"),
	};
}

/** A handoff whose spec lacks sections, and a settings file of these lines. */
export function settingsFile(...lines: readonly string[]): Readonly<Record<string, string>> {
	return { [samplePaths.spec]: sketchySpec, "handoffs.config.yaml": `${lines.join("\n")}\n` };
}

/** A debt file with so many findings per rule in the sample's spec. */
export function debtFile(counts: Readonly<Record<string, number>>, name = "handoffs.debt.json") {
	const entries = Object.entries(counts).map(([rule, count]) => {
		const fingerprints = Array.from({ length: count }, (_, index) => `recorded-${index + 1}`);
		return [rule, { count, fingerprints }] as const;
	});
	const debt = entries.length === 0 ? {} : { [samplePaths.spec]: Object.fromEntries(entries) };
	return { [name]: JSON.stringify({ version: 1, debt }) };
}

/** A former state of that debt file. */
export function formerDebtFile(counts: Readonly<Record<string, number>>) {
	return debtFile(counts, "former/handoffs.debt.json");
}
