import { coversHandoff } from "#model/handoff-range.ts";
import type { SeveritiesFor, SeveritySettings } from "#model/severities.ts";

/** What severities a handoff's findings have; null asks for what belongs to no handoff. */
export type SeveritiesOf = (handoff: string | null) => SeveritySettings;

/**
 * The severities in force for each handoff: those that name it before those for all, a rule's own entry before its group's.
 * Handoffs that the same entries name get the same object.
 */
export function severitiesOf(
	forAll: SeveritySettings,
	forSome: readonly SeveritiesFor[],
	ruleIds: readonly string[],
): SeveritiesOf {
	const byEntries = new Map<string, SeveritySettings>([["", forAll]]);
	const byHandoff = new Map<string, SeveritySettings>();
	return (handoff) => {
		if (handoff === null || forSome.length === 0) return forAll;
		const known = byHandoff.get(handoff);
		if (known) return known;
		const naming = [...forSome.keys()].filter((index) => coversHandoff(forSome[index]?.handoffs ?? [], handoff));
		const key = naming.join();
		const found =
			byEntries.get(key) ?? merged([...naming.map((index) => forSome[index]?.rules ?? {}), forAll], ruleIds);
		byEntries.set(key, found);
		byHandoff.set(handoff, found);
		return found;
	};
}

/** One setting per rule: that of the first that says anything of it. */
function merged(settings: readonly SeveritySettings[], ruleIds: readonly string[]): SeveritySettings {
	return Object.fromEntries(
		ruleIds.flatMap((id) => {
			const group = `${id.slice(0, id.indexOf("/"))}/*`;
			const found = settings.map((one) => one[id] ?? one[group]).find((severity) => severity !== undefined);
			return found === undefined ? [] : [[id, found]];
		}),
	);
}
