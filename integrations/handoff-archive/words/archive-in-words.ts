import type { Archive } from "#model/archive.ts";
import type { Finding, RuleMetadata } from "#model/findings.ts";
import type { PackageRecord, PackageWork } from "#model/packages.ts";
import type { FileEvent, FileHistory } from "#model/provenance.ts";
import type { Verdict } from "#model/verdicts.ts";
import { filledIn, reasonIn, type Telling, termsIn } from "#words/reason.ts";

/**
 * The archive as its pages say it: what rules ask and found, and why things are as they are, in the words of the settings. Documents'
 * own words, ids and names stay as they are, and so does what it is exported as, which is written before.
 */
export function archiveInWords(archive: Archive, telling: Telling): Archive {
	const { provenance, transfers, today, packages } = archive;
	const requires = new Map([...archive.rules, ...(transfers?.rules ?? [])].map((rule) => [rule.id, rule.requires]));
	const verdict = (one: Verdict): Verdict => ({ ...one, reason: verdictReason(one, requires, telling) });
	const rule = (one: RuleMetadata) => ruleInWords(one, telling);
	return {
		...archive,
		findings: archive.findings.map((finding) => findingInWords(finding, telling)),
		rules: archive.rules.map(rule),
		verdicts: archive.verdicts.map(verdict),
		...(today && { today: today.map(verdict) }),
		...(packages && { packages: packages.map((one) => packageInWords(one, telling)) }),
		...(provenance && {
			provenance: { ...provenance, files: provenance.files.map((file) => fileInWords(file, telling)) },
		}),
		...(transfers && {
			transfers: { ...transfers, verdicts: transfers.verdicts.map(verdict), rules: transfers.rules.map(rule) },
		}),
	};
}

/** What most verdicts say is what the rule requires. */
function verdictReason({ rule, reason, said }: Verdict, requires: ReadonlyMap<string, string>, telling: Telling) {
	if (said === undefined && reason === requires.get(rule)) return ruleText(rule, "requires", reason, telling);
	return reasonIn({ reason, said }, telling);
}

function findingInWords(finding: Finding, telling: Telling): Finding {
	const { rule, messageId, message, remedy, data, terms, related } = finding;
	const words = termsIn(terms, telling);
	return {
		...finding,
		message: reasonIn(
			{ reason: message, said: [{ rule, message: messageId, values: { ...data, ...words } }] },
			telling,
		),
		remedy: ruleText(rule, "remedy", remedy, telling, { ...data, ...words }),
		related: related.map((one) => ({ ...one, message: reasonIn({ reason: one.message, said: one.said }, telling) })),
	};
}

function ruleInWords(rule: RuleMetadata, telling: Telling): RuleMetadata {
	const { id, requires, why, remedy } = rule;
	return {
		...rule,
		requires: ruleText(id, "requires", requires, telling),
		why: ruleText(id, "why", why, telling),
		remedy: ruleText(id, "remedy", remedy, telling),
	};
}

function ruleText(
	id: string,
	name: "requires" | "why" | "remedy",
	english: string,
	{ rules, speech }: Telling,
	values: Finding["data"] = {},
): string {
	const text = rules[id]?.[name];
	return text === undefined ? english : filledIn(text, values, speech);
}

function packageInWords(one: PackageRecord, telling: Telling): PackageRecord {
	const work = (of: PackageWork | null) =>
		of && of.from !== null ? { ...of, from: reasonIn({ reason: of.from, said: of.said }, telling) } : of;
	const touches = one.touches.map((touch) => ({
		...touch,
		planned: work(touch.planned),
		delivered: work(touch.delivered),
	}));
	return { ...one, touches };
}

function fileInWords(file: FileHistory, telling: Telling): FileHistory {
	const { reason, said } = file;
	return {
		...file,
		reason: reason === null ? null : reasonIn({ reason, said }, telling),
		events: file.events.map((event) => eventInWords(event, telling)),
	};
}

function eventInWords(event: FileEvent, telling: Telling): FileEvent {
	const { link, checks } = event;
	return {
		...event,
		link: "reason" in link ? { ...link, reason: reasonIn(link, telling) } : link,
		checks: checks.map(({ reason, ...check }) => ({
			...check,
			...(reason !== undefined && { reason: reasonIn({ reason, said: check.said }, telling) }),
		})),
	};
}
