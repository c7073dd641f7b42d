import { type Finding, isActive, type RuleMetadata } from "#model/findings.ts";
import type { Verdict } from "#model/verdicts.ts";
import type { Report, Reporter } from "./report.ts";
import { counted, plainRemedy, printable } from "./text.ts";

/** One rule for one document, as JUnit counts it. */
interface Case {
	readonly rule: string;
	readonly outcome: "passed" | "failure" | "error" | "skipped";
	readonly message: string;
	readonly lines: readonly string[];
}

/**
 * JUnit XML as CI services read it: a suite per document, a case per rule. Failed are the rules that the gate fails on, errors
 * are those of them that could not be decided; whatever is waived, not applicable, left to a human or undecided is skipped,
 * with the reason, so that only what was decided shows as passed. Warnings pass, and stand in the case's output.
 */
export const junit: Reporter = (report) => {
	const suites = casesByFile(report);
	const all = suites.flatMap(({ cases }) => cases);
	const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="${xml(report.title)}" ${totals(all)}>`];
	for (const { file, cases } of suites) {
		const name = xml(file);
		lines.push(`\t<testsuite name="${name}" ${totals(cases)}>`);
		for (const one of cases) lines.push(...caseLines(one, name));
		lines.push("\t</testsuite>");
	}
	lines.push("</testsuites>");
	return `${lines.join("\n")}\n`;
};

function totals(cases: readonly Case[]): string {
	const count = (outcome: Case["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
	return `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}" time="0"`;
}

function caseLines({ rule, outcome, message, lines }: Case, file: string): string[] {
	const start = `\t\t<testcase name="${xml(rule)}" classname="${file}" time="0"`;
	const text = lines.map(xml).join("\n");
	if (outcome === "passed")
		return text === "" ? [`${start}/>`] : [`${start}>`, `\t\t\t<system-out>${text}</system-out>`, "\t\t</testcase>"];
	const inner =
		outcome === "skipped"
			? `<skipped message="${xml(message)}"/>`
			: `<${outcome} message="${xml(message)}" type="${xml(rule)}">${text}</${outcome}>`;
	return [`${start}>`, `\t\t\t${inner}`, "\t\t</testcase>"];
}

function casesByFile(report: Report): { readonly file: string; readonly cases: readonly Case[] }[] {
	const findings = new Map<string, Finding[]>();
	for (const finding of report.findings) {
		const key = `${finding.place.path}\u0000${finding.rule}`;
		const known = findings.get(key);
		if (known) known.push(finding);
		else findings.set(key, [finding]);
	}
	const decisions = new Map(report.decisions.map((verdict) => [`${verdict.handoff} ${verdict.rule}`, verdict]));
	const documents = new Map(report.documents.map((document) => [document.path, document]));
	const first = new Map<string, string>();
	for (const { handoff, path } of report.documents)
		if (handoff !== null && !first.has(handoff)) first.set(handoff, path);
	const paths = [...new Set([...documents.keys(), ...report.findings.map(({ place }) => place.path)])];
	return paths.map((path) => {
		const document = documents.get(path);
		const handoff = document?.handoff ?? null;
		const cases = report.rules.flatMap((rule) => {
			const found = findings.get(`${path}\u0000${rule.id}`);
			if (found) return [caseOfFindings(rule.id, found, report)];
			const verdict = handoff === null ? undefined : decisions.get(`${handoff} ${rule.id}`);
			const isJudgedHere = document && isJudgedIn(rule, document.kind, handoff !== null && first.get(handoff) === path);
			return verdict && isJudgedHere ? [caseOfVerdict(rule.id, verdict, report)] : [];
		});
		return { file: printable(report.fileOf(path)), cases };
	});
}

/** A rule about documents is a case of those it reads; one about the archive, of each handoff's first document. */
function isJudgedIn(
	{ scope, kinds }: RuleMetadata,
	kind: Report["documents"][number]["kind"],
	isFirst: boolean,
): boolean {
	return scope === "archive" ? isFirst : !kinds || kinds.includes(kind);
}

function caseOfFindings(rule: string, findings: readonly Finding[], report: Report): Case {
	const active = findings.filter(isActive);
	const [gravest] = [...active].sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
	if (!gravest) return { rule, outcome: "skipped", message: excuseOf(findings), lines: [] };
	const lines = active.flatMap((finding) => linesOf(finding, report));
	const more = active.length > 1 ? ` (and ${active.length - 1} more)` : "";
	const message = `${printable(gravest.message)}${more}`;
	if (gravest.severity === "error") {
		const isOpen = active.every(({ decides, severity }) => severity !== "error" || decides === "could-not-evaluate");
		return { rule, outcome: isOpen ? "error" : "failure", message, lines };
	}
	const open = active.find(({ decides }) => decides !== "fail");
	return open
		? { rule, outcome: "skipped", message: `${openWords[open.decides]}: ${printable(open.message)}`, lines }
		: { rule, outcome: "passed", message, lines };
}

const openWords = {
	fail: "failed",
	"needs-human": "needs a human",
	"could-not-evaluate": "could not be evaluated",
} as const;

function excuseOf(findings: readonly Finding[]): string {
	const words = findings.flatMap(({ excused }) => {
		if (!excused) return [];
		return excused.by === "debt"
			? ["recorded debt"]
			: [`waived by ${printable(excused.owner)} until ${excused.expires}: ${printable(excused.reason)}`];
	});
	return `${counted(findings.length, "finding")}, ${[...new Set(words)].join("; ")}`;
}

function linesOf({ place, severity, message, excerpt, remedy }: Finding, report: Report): string[] {
	const point = place.kind === "range" ? `${place.range.start.line}:${place.range.start.column}: ` : " ";
	return [
		`${printable(report.fileOf(place.path))}:${point}${severity}: ${printable(message)}`,
		...(excerpt === undefined ? [] : [`  ${printable(excerpt)}`]),
		`  To mend it: ${printable(plainRemedy(remedy))}`,
	];
}

/** A rule without a finding in the document: as it was decided for the handoff. */
function caseOfVerdict(rule: string, { verdict, reason, evidence }: Verdict, report: Report): Case {
	if (verdict === "pass") return { rule, outcome: "passed", message: "", lines: [] };
	const [elsewhere] = evidence;
	const message =
		verdict === "fail" || verdict === "waived"
			? `decided in ${elsewhere ? printable(report.fileOf(elsewhere.place.path)) : "another document"}`
			: `${verdictNames[verdict]}: ${printable(reason)}`;
	return { rule, outcome: "skipped", message, lines: [] };
}

const verdictNames = {
	"not-applicable": "not applicable",
	"needs-human": openWords["needs-human"],
	"could-not-evaluate": openWords["could-not-evaluate"],
} as const;

/** Printable text as XML 1.0 takes it, in attributes and elements alike. */
function xml(text: string): string {
	return printable(text)
		.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
		.replace(/\p{Noncharacter_Code_Point}/gu, "\uFFFD");
}
