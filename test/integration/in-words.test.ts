import { describe, expect, it } from "vitest";
import { rules } from "#rules/index.ts";
import { sampleArchive, samplePaths } from "#rules/samples/handoff.ts";
import * as words from "#words/en/index.ts";
import { type RuleTexts, ruleTextsOf } from "#words/rule-texts.ts";
import { speechOf } from "#words/speech.ts";
import { factsOf } from "../../integrations/handoff-archive/entries/facts.ts";
import type { Places } from "../../integrations/handoff-archive/entries/places.ts";
import { archiveInWords } from "../../integrations/handoff-archive/words/archive-in-words.ts";
import { checkFiles } from "../rules/archive.ts";

const english: RuleTexts = ruleTextsOf(rules);
const german = {
	"results/clean-room": { notStated: "Nicht angegeben: {lacking}." },
	"baseline/scope": { other: 'Die Summe heißt "{words}", der Lauf war aber {root}.' },
};
const telling = {
	reasons: {
		...words.reasons,
		installOrder: "die Reihenfolge",
		allTestsPass: "ob alle Tests bestehen",
		installedRoot: "über das Installierte",
		testMethodsNamed: "{count} benannte Tests",
		approximate: "„{words}“ ist nur ungefähr",
		thePhase: "die Phase {phase}",
		median: "mittlere Wert",
		planListsFile: "der Plan nennt die Datei",
		noDocumentOfKind: "{handoff} hat {kinds}.",
		prompt: "keinen Auftrag",
	},
	rules: {
		...english,
		...Object.fromEntries(
			Object.entries(german).map(([id, messages]) => {
				const text = english[id];
				if (!text) throw new Error(`no rule ${id}`);
				return [id, { ...text, messages: { ...text.messages, ...messages } }];
			}),
		),
	},
	speech: speechOf("de", "{rest} und {last}"),
};

describe("the archive in the words of its site", () => {
	const order = "- Install order: PKG-CLOCK-001 → PKG-GAUGE-001\n- All tests pass after each install: YES\n";
	const { [samplePaths.prompt]: _, ...files } = sampleArchive({ results: [[order, ""]] });
	const checked = checkFiles(files);
	const said = archiveInWords(checked, telling);

	it("says the words that fill places of a sentence too, and lists them as its language does", () => {
		const messageOf = ({ findings }: typeof said) =>
			findings.find(({ rule }) => rule === "results/clean-room")?.message;
		expect(messageOf(checked)).toBe("Not stated: install order and whether all tests pass.");
		expect(messageOf(said)).toBe("Nicht angegeben: die Reihenfolge und ob alle Tests bestehen.");
		const reason = "Nicht angegeben: die Reihenfolge und ob alle Tests bestehen.";
		expect(said.verdicts.find(({ rule }) => rule === "results/clean-room")?.reason).toBe(reason);
	});

	it("says what figures were made from, and why they are unclear", () => {
		const unclear = checkFiles(sampleArchive({ results: [["- Total: 10 tests", "- Total: about 10 tests"]] }));
		const places = { at: () => null } as unknown as Places;
		const read = { words: { ...words, ruleTexts: telling.rules }, telling };
		const shown = unclear.documents.flatMap((record) => factsOf(record, places, read));
		expect(shown.map(({ note }) => note)).toContain("benannte Tests");
		expect(shown.map(({ value }) => value)).toContain("„about 10 tests“ ist nur ungefähr");
	});

	it("says what shows whose a file is", () => {
		const shown = {
			state: "derived",
			from: "the package plan lists the file",
			said: [{ id: "planListsFile", values: {} }],
		};
		const { packages = [] } = checkFiles(files, { packages: true });
		const derived = packages.map((one) => ({
			...one,
			touches: one.touches.map((touch) => ({
				...touch,
				delivered: touch.delivered && { ...touch.delivered, ...shown },
			})),
		})) as typeof packages;
		const said = archiveInWords({ ...checked, packages: derived }, telling).packages ?? [];
		const gauge = said.find(({ id }) => id === "PKG-GAUGE-001");
		expect(gauge?.touches[0]?.delivered?.from).toBe("der Plan nennt die Datei");
	});

	it("says which document there is none of", () => {
		const reasonOf = ({ verdicts }: typeof said) => verdicts.find(({ rule }) => rule === "prompt/gate")?.reason;
		expect(reasonOf(checked)).toBe("H-1 has no prompt document.");
		expect(reasonOf(said)).toBe("H-1 hat keinen Auftrag.");
	});

	it("says which phase of a log a threshold is crossed in", () => {
		const { invalid } = rules.find(({ id }) => id === "history/duration")?.examples ?? { invalid: [] };
		const { findings } = archiveInWords(checkFiles(invalid[0]?.files ?? {}), telling);
		const messages = findings.filter(({ rule }) => rule === "history/duration").map(({ message }) => message);
		expect(messages).toContain("die Phase architecture: the mittlere Wert of 3 durations is 33 h 20 min, above 16 h.");
	});

	it("leaves names and documents' words alone", () => {
		const { invalid } = rules.find(({ id }) => id === "baseline/scope")?.examples ?? { invalid: [] };
		const found = archiveInWords(checkFiles(invalid[0]?.files ?? {}), telling).findings.filter(
			({ rule }) => rule === "baseline/scope",
		);
		expect(found.map(({ message }) => message)).toEqual([
			'Die Summe heißt "all staged", der Lauf war aber über das Installierte.',
		]);
	});
});
