import { type HashForm, hashesOf } from "#extract/results/files/hashes.ts";
import { pointAt } from "#parse/source-text.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";

const valid = `sha256:${"a".repeat(64)}`;

const messageOf: Readonly<Record<Exclude<HashForm, "valid">, "malformed" | "bare" | "truncated">> = {
	malformed: "malformed",
	bare: "bare",
	truncated: "truncated",
};

export default documentRule({
	id: "results/hash-format",
	kinds: ["results"],
	source: { standard: "BHS", section: "Reviewer Checklist" },
	severity: "error",
	requires: "Every hash is written as sha256: and 64 hexadecimal digits.",
	why: "Hashes are compared character by character with manifests and files; a bare or shortened one matches nothing.",
	remedy: "Write the hash in full, as sha256:<64 hex digits>, as the hashing tool prints it.",
	messages: {
		malformed: "{length} characters that are not 64 hexadecimal digits: no SHA-256 hash.",
		bare: "A hash without its prefix sha256:.",
		truncated: "A hash cut short: {length} of 64 digits.",
	},
	statements: {
		none: "The document states no hash.",
	},
	examples: {
		valid: [{ title: "Prefix and 64 digits", files: sampleArchive() }],
		invalid: [
			{
				title: "A bare hash",
				files: sampleArchive({ results: [[valid, "a".repeat(64)]] }),
				findings: ["H-1/H-1_RESULTS.md:6:45 A hash without its prefix sha256:."],
			},
			{
				title: "A hash cut short",
				files: sampleArchive({ results: [[valid, "sha256:1a2b3c4d…"]] }),
				findings: ["H-1/H-1_RESULTS.md:6:45 A hash cut short: 8 of 64 digits."],
			},
			{
				title: "A digit too many",
				files: sampleArchive({ results: [[valid, `${valid}0`]] }),
				findings: ["H-1/H-1_RESULTS.md:6:45 65 characters that are not 64 hexadecimal digits: no SHA-256 hash."],
			},
		],
	},
	*check({ parsed }) {
		const { source } = parsed;
		const hashes = hashesOf(parsed);
		for (const { form, text, offset } of hashes) {
			if (form === "valid") continue;
			yield {
				messageId: messageOf[form],
				severity: form === "malformed" ? "error" : "warning",
				place: {
					kind: "range",
					path: source.path,
					range: { start: pointAt(source, offset), end: pointAt(source, offset + text.length) },
				},
				data: { length: text.replace(/^sha256:/, "").length },
			};
		}
		const [first] = hashes;
		if (!first) yield { verdict: "not-applicable", statement: "none" };
	},
});
