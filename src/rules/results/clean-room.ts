import { lexiconOf } from "#extract/results/text/lexicon.ts";
import { normalise } from "#extract/text/text.ts";
import { lineText } from "#parse/source-text.ts";
import { linePlace } from "../judging/places.ts";
import { type DocumentSubject, documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { type ResultsSection, resultsSection, unreadFigures, unreadMessages } from "../shared/results-sections.ts";

const messages = {
	...unreadMessages,
	no: "Not all tests pass after the install.",
	gates: "It says here that the gates pass; whether all tests pass is not stated.",
} as const;

export default documentRule({
	id: "results/clean-room",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File, Clean-Room Verification" },
	severity: "error",
	requires:
		"The clean-room verification states the packages installed, the install order, and that all tests pass after each install.",
	why: "Code that passes where it was written may lack a dependency everywhere else. Governance gates passing does not show it.",
	remedy:
		"Install into an empty root, run all tests after each install, mend what fails, and write the lines `- Packages installed: N`, `- Install order: PKG-A → PKG-B` and `- All tests pass after each install: YES`.",
	messages,
	statements: {
		exempt: "The section says that a clean room does not apply; the standard names no handoff without it.",
		stated: "Packages, install order and passing tests are stated.",
	},
	examples: {
		valid: [
			{ title: "Count, order and YES", files: sampleArchive() },
			{
				title: "Tests and gates in one line",
				files: sampleArchive({ results: [["- All tests pass after", "- All tests and gates pass after"]] }),
			},
			{
				title: "Gates and tests in one line",
				files: sampleArchive({ results: [["- All tests pass after", "- All gates and tests pass after"]] }),
			},
		],
		invalid: [
			{
				title: "A figure that may be another",
				files: sampleArchive({
					results: [["- Packages installed: 2\n- Install", "- Packages installed: about 2\n- Install"]],
				}),
				findings: [
					'H-1/H-1_RESULTS.md:36:1 The figure of packages installed is unclear: "about 2" is an approximation.',
				],
			},
			{
				title: "Gates instead of tests",
				files: sampleArchive({
					results: [["- All tests pass after each install: YES", "- All gates pass after install: YES (8/8)"]],
				}),
				findings: ["H-1/H-1_RESULTS.md:38:1 It says here that the gates pass; whether all tests pass is not stated."],
			},
			{
				title: "Neither gates nor tests",
				files: sampleArchive({ results: [["- All tests pass after each install: YES\n", ""]] }),
				findings: ["H-1/H-1_RESULTS.md:35:1 Not stated: whether all tests pass."],
			},
			{
				title: "Neither count nor order",
				files: sampleArchive({
					results: [["- Packages installed: 2\n- Install order: PKG-CLOCK-001 → PKG-GAUGE-001\n", ""]],
				}),
				findings: ["H-1/H-1_RESULTS.md:35:1 Not stated: packages installed and install order."],
			},
			{
				title: "NO",
				files: sampleArchive({
					results: [
						["Status: PASS", "Status: PARTIAL"],
						["after each install: YES", "after each install: NO"],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:38:1 Not all tests pass after the install."],
			},
		],
	},
	*check(subject) {
		const section = resultsSection(subject, "cleanRoomVerification");
		if ("verdict" in section) return yield section;
		const { parsed, record } = subject;
		if (section.notApplicable !== null)
			return yield {
				verdict: "needs-human",
				statement: "exempt",
				place: linePlace(parsed, section.notApplicable),
			};
		const pass = record.facts["cleanRoom.allTestsPass"];
		const gates = !pass || pass.state === "not-stated" ? gatesLine(subject, section) : null;
		if (gates !== null) yield { messageId: "gates", place: linePlace(parsed, gates) };
		const isUnread = yield* unreadFigures(subject, section, [
			{ name: "packagesInstalled", fact: record.facts["cleanRoom.packagesInstalled"] },
			{ name: "installOrder", fact: record.facts["cleanRoom.installOrder"] },
			...(gates === null ? [{ name: "allTestsPass" as const, fact: pass }] : []),
		]);
		if (!pass || !("value" in pass)) return;
		const place = linePlace(parsed, pass.line);
		if (!pass.value) yield { messageId: "no", place };
		else if (!isUnread) yield { verdict: "pass", statement: "stated", place };
	},
});

/** The first line of the section that says of gates that they pass, as the standard's first edition asked. */
function gatesLine({ parsed, standard }: DocumentSubject, { heading }: ResultsSection): number | null {
	const lexicon = lexiconOf(standard);
	for (let line = heading.line + 1; line <= heading.endLine; line++) {
		const words = normalise(lineText(parsed.source, line));
		if (lexicon.has("gateWords", words) && lexicon.has("yesWords", words)) return line;
	}
	return null;
}
