import { hashesOf } from "#extract/results/hashes.ts";
import type { FileClaim } from "#model/documents.ts";
import { lineText } from "#parse/source-text.ts";
import { nameOf } from "../archive-facts.ts";
import { linePlace } from "../places.ts";
import { documentRule } from "../rule.ts";
import { sampleArchive } from "../sample.ts";

const hash = (digit: string) => `sha256:${digit.repeat(64)}`;
const room = "- Packages installed: 2\n- Install";

export default documentRule({
	id: "results/hash-twice",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File, Archives Built" },
	severity: "warning",
	requires: "An archive has the same hash wherever the document writes it.",
	why: "Two hashes are two archives: what was installed in the clean room is not what was built.",
	remedy: "Compute the hash of {path} again and install that archive.",
	messages: { other: "{path} has another hash here than where it was built." },
	examples: {
		valid: [
			{
				title: "The same hash twice",
				files: sampleArchive({
					results: [[room, `- PKG-OTHER-001.tar.gz has ${hash("9")}\n${room}`]],
				}),
			},
		],
		invalid: [
			{
				title: "Another archive in the clean room",
				files: sampleArchive({ results: [[room, `- PKG-GAUGE-001.tar.gz has ${hash("9")}\n${room}`]] }),
				findings: ["H-1/H-1_RESULTS.md:36:3 PKG-GAUGE-001.tar.gz has another hash here than where it was built."],
			},
		],
	},
	*check({ parsed, record: { files = [] }, standard }) {
		const archives = new Map(
			files.filter(({ action }) => action === "archive").map((claim) => [nameOf(claim.path), claim]),
		);
		const [first] = archives.values();
		if (!first) return yield { verdict: "not-applicable", reason: "No archive is listed." };
		const claimed = new Set(files.flatMap(({ hashes }) => hashes.map(({ line }) => line)));
		const named = new RegExp(
			`[\\w.-]+(?:${(standard.vocabulary.archiveEndings ?? []).map(RegExp.escape).join("|")})(?!\\w)`,
			"g",
		);
		let findings = 0;
		for (const written of hashesOf(parsed)) {
			if (claimed.has(written.line) || (written.form !== "valid" && written.form !== "bare")) continue;
			const text = lineText(parsed.source, written.line);
			const names = [...new Set(text.match(named))];
			const [name] = names;
			const claim = name === undefined || names.length > 1 ? undefined : archives.get(name);
			const known = claim ? digestsOf(claim) : [];
			if (
				!claim ||
				known.length === 0 ||
				known.includes(digestIn(written.text)) ||
				/\bbefore\b|\bwas\b|\bold\b/i.test(text)
			)
				continue;
			findings++;
			yield {
				messageId: "other",
				place: linePlace(parsed, written.line, name),
				data: { path: claim.path },
				related: [{ place: linePlace(parsed, claim.line, claim.path), message: "where it was built" }],
			};
		}
		if (findings === 0)
			yield { verdict: "pass", reason: "No archive is given a second hash.", place: linePlace(parsed, first.line) };
	},
});

function digestsOf({ hashes }: FileClaim): readonly string[] {
	return hashes.flatMap(({ form, value }) => (form === "valid" || form === "bare" ? [digestIn(value)] : []));
}

function digestIn(text: string): string {
	return text.replace(/^.*:/, "").toLowerCase();
}
