import type { Archive, Handoff } from "#model/archive.ts";
import { compareFindings, type RuleMetadata } from "#model/findings.ts";
import type { Reason } from "#model/phrase.ts";
import type { SeveritySettings } from "#model/severities.ts";
import { compareText } from "#model/text-order.ts";
import { applyExceptions } from "#relate/exceptions/exceptions.ts";
import { verdictsOf } from "#relate/verdicts.ts";
import { handoffRuleMetadata, ruleMetadata, rules } from "#rules/index.ts";
import { decideArchive, decideExceptions, findingVerdicts, passVerdicts } from "#rules/judging/decide.ts";
import { because, either, term } from "#words/because.ts";
import { lineBeside } from "./beside.ts";
import { linesOf, withFingerprints } from "./findings.ts";
import type { DocumentsRead } from "./read.ts";
import type { Related } from "./related.ts";
import { type ArchiveSource, type CheckOptions, severitiesIn } from "./source.ts";
import type { TransfersChecked } from "./transfers.ts";

/** Judges the archive as a whole: what the rules find in all of it, what waivers and debt excuse, and every verdict. */
export function judgeArchive(
	source: ArchiveSource,
	parts: readonly DocumentsRead[],
	{ related, transfers }: { readonly related: Related; readonly transfers: TransfersChecked | null },
	options: CheckOptions,
): Pick<Archive, "findings" | "verdicts" | "today"> {
	const { documents, handoffs, standards } = related;
	const { severities = {} } = options;
	const severitiesOfEach = severitiesIn(options);
	const whole = decideArchive(rules, related, {
		severities,
		...(options.severitiesFor?.length && { severitiesOf: severitiesOfEach }),
		...(options.brief && { brief: true }),
		lineText: linesOf(source, documents),
	});
	const raised = [...parts.flatMap((part) => part.findings), ...whole.findings, ...(transfers?.findings ?? [])];
	const excused = applyExceptions(withFingerprints(raised.sort(compareFindings), source), options, bindingRules, [
		...handoffs,
		...(transfers?.transfers ?? []),
	]);
	const ofExceptions = decideExceptions(
		rules,
		{ ...related, exceptions: excused.exceptions, ...(options.named && { settings: options.named.names }) },
		{ severities, lineText: lineBeside(options) },
	);
	const findings = [...excused.findings, ...withFingerprints(ofExceptions.findings, source)].sort(compareFindings);
	const judged = parts.flatMap((part) => part.judged).sort((a, b) => compareText(a.path, b.path));
	const passed = passVerdicts(
		judged.flatMap((document) => document.passed),
		ruleMetadata,
	);
	const ofDocuments = judged.flatMap((document) => document.verdicts);
	const verdicts = [...findingVerdicts(findings), ...ofDocuments, ...passed, ...whole.verdicts];
	const why = (handoff: Handoff, rule: RuleMetadata) => whyNotApplicable(handoff, rule, severitiesOfEach(handoff.id));
	const decided = { findings, verdicts: verdictsOf(verdicts, handoffs, handoffRuleMetadata, why) };
	if (!options.today) return decided;
	const earlier = handoffs.filter(({ standard }) => standard !== standards[0]?.id);
	const ofToday = judged.flatMap((document) => document.today);
	const today = [...ofToday, ...findingVerdicts(whole.findings), ...whole.verdicts];
	return { ...decided, today: verdictsOf(today, earlier, handoffRuleMetadata, why) };
}

/** Rules that neither a waiver nor debt excuses. */
const bindingRules: ReadonlySet<string> = new Set(ruleMetadata.flatMap(({ id, binding }) => (binding ? [id] : [])));

function whyNotApplicable({ id }: Handoff, { id: rule, kinds }: RuleMetadata, severities: SeveritySettings): Reason {
	if ((severities[rule] ?? severities[`${rule.split("/")[0]}/*`]) === "off") return off;
	if (!kinds) return silent;
	const words = kinds.map((kind) => term(kind === "other" ? "otherDocument" : kind));
	return because("noDocumentOfKind", { handoff: id, kinds: either(words) });
}

/** Most verdicts of most archives say one of these: they share it. */
const [off, silent] = [because("ruleIsOff"), because("ruleIsSilent")];
