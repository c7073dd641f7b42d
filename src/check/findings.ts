import { withoutSecrets } from "#extract/secrets.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { Finding, RaisedFinding } from "#model/findings.ts";
import { decodeSource, lineText, type SourceText } from "#parse/source-text.ts";
import type { DecideOptions } from "#rules/judging/decide.ts";
import type { ArchiveSource } from "./source.ts";

/** Lines of documents that are no longer held: for the few that findings about the whole archive quote. */
export function linesOf(source: ArchiveSource, documents: readonly DocumentRecord[]): DecideOptions["lineText"] {
	const secrets = new Map(documents.map((document) => [document.path, document.secrets ?? []]));
	const texts = new Map<string, SourceText | null>();
	return (path, line) => {
		let text = texts.get(path);
		if (text === undefined) {
			const bytes = source.read(path);
			const decoded = bytes instanceof Uint8Array ? decodeSource(path, bytes) : null;
			text = decoded && { ...decoded, text: withoutSecrets(decoded, secrets.get(path) ?? []) };
			texts.set(path, text);
		}
		return text ? lineText(text, line) : "";
	};
}

/** Names each finding by its rule, file and words; equal ones are numbered in order. */
export function withFingerprints(findings: readonly RaisedFinding[], { sha256 }: ArchiveSource): Finding[] {
	const seen = new Map<string, number>();
	const encoder = new TextEncoder();
	return findings.map((finding) => {
		const words = [finding.rule, finding.messageId, finding.place.path, finding.message, finding.excerpt ?? ""].join(
			"\u0000",
		);
		const hash = sha256(encoder.encode(words)).slice(0, 16);
		const before = seen.get(hash) ?? 0;
		seen.set(hash, before + 1);
		return { ...finding, fingerprint: before === 0 ? hash : `${hash}-${before + 1}` };
	});
}
