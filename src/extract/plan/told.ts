import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { packageIds, startsWithPackage } from "../packages/package-words.ts";
import { wordingsOf } from "./columns.ts";

/** A package whose fields a sentence tells: "PKG-A-001 (modified), layer 3, spec_id SPEC-A-001, plane_id hot." */
export interface ToldPackage {
	readonly id: string;
	readonly fields: readonly { readonly label: string; readonly value: string }[];
}

/** Fields that a sentence must tell to be taken for a package's description. */
const leastFields = 2;

/** What stands between signs that end a clause; in brackets they end none. */
const clauses = /(?:\([^()]*\)|[^,:;]|[,:;](?!\s))+/gu;

/** The package that running words describe; null where they are no such description. */
export function toldPackage(text: string, standard: Standard): ToldPackage | null {
	const [opening = "", ...sentences] = text.split(/(?<=[.;])\s+/u);
	const [id] = packageIds(opening, standard);
	if (id === undefined || !startsWithPackage(opening.split(/[,:]\s/u)[0] ?? "", standard)) return null;
	const named = fieldPattern(standard);
	const fields: { label: string; value: string }[] = [];
	const own = sentences.findIndex((sentence) => startsWithPackage(sentence.split(/[,:]\s/u)[0] ?? "", standard));
	const rest = opening.slice(opening.indexOf(id) + id.length);
	for (const sentence of [rest, ...sentences.slice(0, own === -1 ? sentences.length : own)]) {
		let open: { label: string; value: string } | null = null;
		for (const clause of sentence.replace(/[.;]$/u, "").match(clauses) ?? []) {
			const part = clause.trim();
			const groups = named.exec(part)?.groups;
			if (groups) {
				open = { label: groups["label"] ?? "", value: groups["value"] ?? "" };
				fields.push(open);
			} else if (open) open.value += `, ${part}`;
		}
	}
	return fields.length >= leastFields ? { id, fields } : null;
}

const fieldPattern = oncePer((standard: Standard): RegExp => {
	const wordings = standard.spec.packageFields
		.filter(({ key }) => key !== "id")
		.flatMap((form) => wordingsOf(form))
		.sort((a, b) => b.length - a.length)
		.map((words) => words.replaceAll(" ", "[ _-]?"));
	return new RegExp(
		`^(?:and |[a-z]+ (?=assets?\\b))?(?<label>${wordings.join("|")})\\s*[:=]?\\s+(?<value>\\S.*)$`,
		"isu",
	);
});
