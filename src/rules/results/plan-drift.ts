import { lineStart, nameOf } from "../archive-facts.ts";
import { pairsOf } from "../handoff-pairs.ts";
import { archiveRule } from "../rule.ts";
import { sampleArchive } from "../sample.ts";

export default archiveRule({
	id: "results/plan-drift",
	source: { standard: "BHS", section: "Required Sections, 9. Files Summary" },
	severity: "info",
	requires: "RESULTS lists the files that the spec plans, and no others.",
	why: "A file that was planned and not written, or written and not planned, is a deviation that the reviewer should know of.",
	remedy: "List the file in RESULTS, or say under Issues Encountered why the work differs from the plan.",
	messages: {
		missing: "{path} is planned, and RESULTS does not list it.",
		unplanned: "{path} is listed, and the spec does not plan it.",
	},
	examples: {
		valid: [{ title: "As planned", files: sampleArchive() }],
		invalid: [
			{
				title: "A file that was not planned",
				files: sampleArchive({
					results: [
						[
							"## Files Modified\n",
							`- _staging/PKG-GAUGE-001/port.py (SHA256: sha256:${"e".repeat(64)})\n\n## Files Modified\n`,
						],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:10:1 _staging/PKG-GAUGE-001/port.py is listed, and the spec does not plan it."],
			},
			{
				title: "A planned file that is not listed",
				files: sampleArchive({
					results: [[`- _staging/PKG-GAUGE-001/manifest.json (SHA256: sha256:${"c".repeat(64)})\n`, ""]],
				}),
				findings: [
					"H-1/H-1_BUILDER_HANDOFF.md:83:1 _staging/PKG-GAUGE-001/manifest.json is planned, and RESULTS does not list it.",
				],
			},
		],
	},
	*check(subject) {
		for (const pair of pairsOf(subject)) {
			if ("verdict" in pair) {
				yield pair;
				continue;
			}
			const { spec, plan, results, standard } = pair;
			const handoff = pair.handoff.id;
			const claims = results.files ?? [];
			if (plan.files.length === 0 || claims.length === 0) {
				const reason =
					plan.files.length === 0 ? "The spec has no files summary that can be read." : "RESULTS lists no file.";
				yield { verdict: "not-applicable", reason, handoff };
				continue;
			}
			const own = nameOf(results.path);
			const endings = standard.vocabulary.archiveEndings ?? [];
			// Archives are rebuilt by the dozen and named together ("all 23 archives"); only files are compared one by one.
			const isCompared = ({ path }: Listed) =>
				nameOf(path) !== own && nameOf(path) !== "" && !endings.some((ending) => path.endsWith(ending));
			const planned = plan.files.filter(
				(file) => isCompared(file) && (file.action === "create" || file.action === "modify"),
			);
			const written = claims.filter((file) => isCompared(file) && file.action !== "archive");
			const missing = unmatched(planned, claims);
			const assets = plan.packages.flatMap((one) => one.assets);
			const unplanned = unmatched(written, [...plan.files, ...assets]);
			for (const { path, line } of missing)
				yield { messageId: "missing", place: lineStart(spec.path, line), handoff, data: { path } };
			for (const { path, line } of unplanned)
				yield { messageId: "unplanned", place: lineStart(results.path, line), handoff, data: { path } };
			if (missing.length + unplanned.length === 0)
				yield { verdict: "pass", reason: "RESULTS lists the files that the spec plans.", handoff };
		}
	},
});

interface Listed {
	readonly path: string;
	readonly line: number;
}

/** Files that no path of the other list means: the same one, or one that ends or begins elsewhere. */
function unmatched<File extends Listed>(
	files: readonly File[],
	others: readonly Pick<Listed, "path">[],
): readonly File[] {
	const byName = Map.groupBy(others, ({ path }) => nameOf(path));
	return files.filter(({ path }) => !(byName.get(nameOf(path)) ?? []).some((other) => isSame(path, other.path)));
}

function isSame(one: string, other: string): boolean {
	return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`) || tail(one) === tail(other);
}

/** The file with its folder, which tells most files of an archive apart whatever root a path starts from. */
function tail(path: string): string {
	return path.split("/").slice(-2).join("/");
}
