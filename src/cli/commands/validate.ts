import { sealables, sealedRules } from "#check.ts";
import type { Archive, Handoff } from "#model/archive.ts";
import { isActive } from "#model/findings.ts";
import type { Seal, SealsFile } from "#model/seals.ts";
import { sealsText } from "#report/seals-file.ts";
import { counted, printable } from "#report/text.ts";
import { type Command, type Effects, exitCodes, type OptionSpec, Unusable } from "../command.ts";
import { handoffNamed, lookOptions, prepareLook } from "../lookup/looking.ts";
import { readArchive } from "../read-archive.ts";
import { todayOf } from "../settings.ts";

const { json: _, ...archiveOptions } = lookOptions;

const validateOptions = {
	by: { type: "string", value: "NAME", help: "Who reviewed the handoff and answers for it." },
	...archiveOptions,
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** `handoffs validate`: records that a reviewer has validated a handoff. */
export const validate: Command = {
	help: {
		summary: "Record that a reviewer validated a handoff, so that check reports later changes.",
		positionals: "ID",
		most: 1,
		details:
			"It records digests of the handoff's documents, of its predecessor's baseline and of the rules, and refuses while the handoff has " +
			"an error. A further validation is added to the file; what is recorded stays.",
		examples: ['validate H-32 --by "Ann Example" --archive docs/handoffs'],
		options: validateOptions,
	},
	run: async (given, effects) => {
		const [name] = given.positionals;
		const by = given.value("by")?.trim();
		if (name === undefined) throw new Unusable("which handoff? handoffs validate H-18B --by NAME");
		if (!by) throw new Unusable(`who validates it? handoffs validate ${name} --by NAME`);
		const ready = prepareLook(given, effects, { writes: true });
		const { archive, source } = await readArchive(ready, effects);
		const handoff = await handoffNamed(name, archive);
		const refusal = refusalOf(handoff, archive);
		if (refusal !== null) {
			await effects.stderr.write(refusal);
			return exitCodes.findings;
		}
		const { options, settings } = ready;
		const digest = (text: string) => source.sha256(new TextEncoder().encode(text));
		const { basis, ruleSet } = sealables({
			documents: archive.documents,
			baselines: archive.baselines ?? [],
			rules: sealedRules,
			severities: options.severities ?? {},
			standards: options.standards,
			digest,
		})(handoff);
		const recorded: SealsFile = options.seals?.recorded ?? { version: 1, seals: [], ruleSets: {} };
		const standing = archive.seals?.find((state) => state.handoff === handoff.id);
		if (standing?.state === "validated" && standing.by === by) {
			await effects.stdout.write(
				`${handoff.id} is validated by ${printable(by)} since ${standing.at}, and nothing changed; nothing was written.\n`,
			);
			return exitCodes.ok;
		}
		const seal: Seal = { handoff: handoff.id, by, at: todayOf(given, effects), ...basis };
		const { path } = settings.seals;
		effects.files.writeText(
			path,
			sealsText({ seals: [...recorded.seals, seal], ruleSets: { ...recorded.ruleSets, [basis.rules]: ruleSet } }),
		);
		await effects.stdout.write(told(seal, archive, effects, path));
		return exitCodes.ok;
	},
};

/** Why a handoff cannot be validated; null where nothing stands against it. */
function refusalOf({ id, status, documents }: Handoff, { findings }: Archive): string | null {
	if (status === "OPEN") return `${id} is open: it has no RESULTS to validate.\n`;
	const own = new Set(documents.map(({ path }) => path));
	const errors = findings.filter(
		(finding) =>
			isActive(finding) &&
			finding.severity === "error" &&
			(finding.handoff === id || (finding.handoff === null && own.has(finding.place.path))),
	);
	if (errors.length === 0) return null;
	const lines = errors.map(({ place, rule, message }) => {
		const line = place.kind === "range" ? `:${place.range.start.line}` : "";
		return `  ${printable(place.path)}${line}: ${printable(message)} [${rule}]\n`;
	});
	return `${id} is not validated: ${counted(errors.length, "error stands", "errors stand")} against it.\n${lines.join("")}`;
}

function told(
	{ handoff, by, at, baseline }: Seal,
	{ verdicts }: Archive,
	{ files, cwd }: Effects,
	path: string,
): string {
	const open = verdicts.filter(
		(verdict) =>
			verdict.handoff === handoff && (verdict.verdict === "needs-human" || verdict.verdict === "could-not-evaluate"),
	);
	const human =
		open.length === 0
			? ""
			: ` ${counted(open.length, "rule")} left the decision to you; handoffs show ${handoff} names them.`;
	const resting = baseline ? `, the baseline of ${baseline.handoff}` : "";
	return `${handoff} is validated by ${printable(by)} on ${at}: its documents${resting} and the rules are on record in ${files.relative(cwd, path)}.${human}\n`;
}
