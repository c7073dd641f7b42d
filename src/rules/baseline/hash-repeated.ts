import type { FileClaim } from "#model/documents.ts";
import type { Detection } from "../judging/outcome.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleLine } from "../samples/line.ts";
import { lineStart, nameOf } from "../shared/archive-facts.ts";
import { baselinesIn } from "../shared/baseline-facts.ts";

const modified = "## Files Modified\n- None";
const hash = (digit: string) => `sha256:${digit.repeat(64)}`;
const elsewhere = [
	["reader.py (", "other.py ("],
	["tests/test_reader.py (SHA256: ", "tests/test_other.py (SHA256: "],
	["PKG-GAUGE-001/manifest.json", "PKG-GAUGE-001/other.json"],
] as const;
const change = (from: string, to: string) =>
	[
		[
			modified,
			`## Files Modified\n- _staging/PKG-CLOCK-001/clock.py (SHA256 before: ${hash(from)}, after: ${hash(to)})`,
		],
		["reader.py (", "reader_of_this.py ("],
		["tests/test_reader.py (SHA256: ", "tests/test_this.py (SHA256: "],
		["PKG-GAUGE-001/manifest.json", "PKG-GAUGE-001/extra.json"],
	] as const;

export default archiveRule({
	id: "baseline/hash-repeated",
	source: { standard: "BHS", section: "Results File, Files Created and Files Modified" },
	severity: "warning",
	requires: "Two handoffs that both change a file leave it with two different hashes.",
	why: "The second change would have left the file as the first one did. One of the hashes was copied.",
	remedy: "Compute the hash of {path} again, as this handoff left it.",
	messages: {
		archive: "{path} has the hash of the archive that {other} built, although {file} in it was changed.",
		same: "{path} has the hash with which {other} left it, although both say that they changed it.",
	},
	statements: {
		none: "No created or modified file carries a hash.",
		different: "No file has the hash with which the handoff before left it.",
		left: "{handoff} left it with this hash",
		built: "{handoff} built it with this hash",
		change: "the change",
	},
	examples: {
		valid: [
			{
				title: "Two changes, two hashes",
				files: sampleLine(change("1", "2"), [
					...change("2", "3").slice(0, 1),
					["reader.py (", "other.py ("],
					["test_reader.py (", "test_other.py ("],
					["PKG-GAUGE-001/manifest.json", "PKG-GAUGE-001/other.json"],
				]),
			},
		],
		invalid: [
			{
				title: "A file changed, and its archive did not",
				files: sampleLine(
					[],
					[
						[
							modified,
							`## Files Modified\n- _staging/PKG-GAUGE-001/port.py (SHA256 before: ${hash("1")}, after: ${hash("2")})`,
						],
						...elsewhere,
					],
				),
				findings: [
					"H-2/H-2_RESULTS.md:14:1 PKG-GAUGE-001.tar.gz has the hash of the archive that H-1 built, although _staging/PKG-GAUGE-001/port.py in it was changed.",
				],
			},
			{
				title: "Two changes, one hash",
				files: sampleLine(change("1", "2"), [
					...change("3", "2").slice(0, 1),
					["reader.py (", "other.py ("],
					["test_reader.py (", "test_other.py ("],
					["PKG-GAUGE-001/manifest.json", "PKG-GAUGE-001/other.json"],
				]),
				findings: [
					"H-2/H-2_RESULTS.md:11:1 _staging/PKG-CLOCK-001/clock.py has the hash with which H-1 left it, although both say that they changed it.",
				],
			},
		],
	},
	*check(subject) {
		const files = new Map(subject.documents.map((document) => [document.path, document.files ?? []]));
		const left = new Map<string, Left>();
		const built = new Map<string, Left>();
		for (const baseline of baselinesIn(subject)) {
			if ("verdict" in baseline) {
				yield baseline;
				continue;
			}
			const { handoff } = baseline;
			const path = baseline.results ?? "";
			const own = files.get(path) ?? [];
			const changes = own.flatMap(changeOf);
			const wrong = [
				...unchangedFiles(changes, { handoff, path, left }),
				...unchangedArchives(own, changes, { handoff, path, built }),
			];
			yield* wrong;
			const [first] = changes;
			if (!first) yield { verdict: "not-applicable", statement: "none", handoff };
			else if (wrong.length === 0)
				yield { verdict: "pass", statement: "different", place: lineStart(path, first.claim.line), handoff };
		}
	},
});

/** How a handoff left a file, and where it says so. */
interface Left {
	readonly handoff: string;
	readonly digits: string;
	readonly path: string;
	readonly line: number;
}

/** The RESULTS of a handoff that are judged. */
interface Judged {
	readonly handoff: string;
	readonly path: string;
}

/** Files that are said to be changed and have the hash with which another handoff left them; `left` takes how this one did. */
function* unchangedFiles(
	changes: readonly Change[],
	{ handoff, path, left }: Judged & { readonly left: Map<string, Left> },
): Iterable<Detection<"same", "left">> {
	for (const { claim, digits, unchanged } of changes) {
		const key = placeInWorkspace(claim.path);
		const before = left.get(key);
		if (before && before.handoff !== handoff && before.digits === digits && !unchanged)
			yield {
				messageId: "same",
				place: lineStart(path, claim.line),
				handoff,
				data: { path: claim.path, other: before.handoff },
				related: [{ place: lineStart(before.path, before.line), statement: "left", data: { handoff: before.handoff } }],
			};
		left.set(key, { handoff, digits, path, line: claim.line });
	}
}

/** Archives that have the hash of an earlier one although a file in them was changed; `built` takes those of this handoff. */
function* unchangedArchives(
	files: readonly FileClaim[],
	changes: readonly Change[],
	{ handoff, path, built }: Judged & { readonly built: Map<string, Left> },
): Iterable<Detection<"archive", "built" | "change">> {
	const changed = changes.flatMap(({ claim, unchanged }) => (claim.action === "modify" && !unchanged ? [claim] : []));
	for (const { claim, digits } of files.flatMap(archiveOf)) {
		const key = nameOf(claim.path);
		const before = built.get(key);
		const content = before?.digits === digits ? changed.find((one) => isWithin(one.path, key)) : undefined;
		if (before && content && before.handoff !== handoff)
			yield {
				messageId: "archive",
				place: lineStart(path, claim.line),
				handoff,
				data: { path: claim.path, other: before.handoff, file: content.path },
				related: [
					{ place: lineStart(before.path, before.line), statement: "built", data: { handoff: before.handoff } },
					{ place: lineStart(path, content.line), statement: "change" },
				],
			};
		built.set(key, { handoff, digits, path, line: claim.line });
	}
}

/** A file that is said to be left otherwise than it was. */
interface Change {
	readonly claim: FileClaim;
	readonly digits: string;
	/** Whether the hash before it is the same. */
	readonly unchanged: boolean;
}

/** How a created or modified file was left; nothing where no whole hash says so, or where it is said to be unchanged. */
function changeOf(claim: FileClaim): Change[] {
	if (claim.action !== "create" && claim.action !== "modify") return [];
	const digitsOf = (role: string) => {
		const hash = claim.hashes.find((one) => one.role === role && (one.form === "valid" || one.form === "bare"));
		return hash ? (/[0-9a-f]{64}/i.exec(hash.value)?.[0].toLowerCase() ?? null) : null;
	};
	const digits = digitsOf("after") ?? digitsOf("created");
	return digits === null ? [] : [{ claim, digits, unchanged: digitsOf("before") === digits }];
}

/** The one whole hash with which an archive was built; nothing where there is none. */
function archiveOf(claim: FileClaim): { claim: FileClaim; digits: string }[] {
	if (claim.action !== "archive") return [];
	const whole = claim.hashes.filter(({ form, role }) => (form === "valid" || form === "bare") && role !== "before");
	const digits = whole.length === 1 ? /[0-9a-f]{64}/i.exec(whole[0]?.value ?? "")?.[0].toLowerCase() : undefined;
	return digits === undefined ? [] : [{ claim, digits }];
}

/** Whether a file lies in the package that an archive is named after: "PKG-A-001/reader.py", "PKG-A-001.tar.gz". */
function isWithin(path: string, archive: string): boolean {
	const folder = path.split("/").find((segment) => archive.startsWith(`${segment}.`));
	return folder !== undefined && path !== archive && !path.endsWith(`/${archive}`);
}

/** A path from its package on: documents write the folders before it or leave them out. */
function placeInWorkspace(path: string): string {
	const segments = path.split("/");
	const pack = segments.findIndex((segment) => /^[A-Z]{2,}-[A-Z0-9-]*\d$/.test(segment));
	return pack === -1 ? path : segments.slice(pack).join("/");
}
