import type { Place, ReadingProblem, ReadingProblemCode } from "#model/source.ts";
import { withTerms } from "#words/because.ts";
import type { ArchiveSubject, DocumentSubject } from "../judging/rule.ts";

/** A reading problem as a rule passes it on: where it is, and the words of its message. */
export interface PlacedProblem {
	readonly place: Place;
	readonly data: ReturnType<typeof withTerms>;
}

/** A document's own reading problems of one kind. */
export function documentProblems({ record }: DocumentSubject, code: ReadingProblemCode): readonly PlacedProblem[] {
	return placed(record.problems, code);
}

/** The archive's reading problems of one kind: of files, folders and links that gave no document. */
export function archiveProblems({ problems }: ArchiveSubject, code: ReadingProblemCode): readonly PlacedProblem[] {
	return placed(problems, code);
}

function placed(problems: readonly ReadingProblem[], code: ReadingProblemCode): readonly PlacedProblem[] {
	return problems.flatMap(({ code: found, path, range, data, terms }) =>
		found === code
			? [{ place: range ? { kind: "range", path, range } : { kind: "file", path }, data: withTerms(data, terms) }]
			: [],
	);
}
