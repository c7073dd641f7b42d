import type { CountScope, PackageTests } from "#model/baselines.ts";
import { type Facts, factValue } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import type { Section } from "../text/blocks.ts";
import type { CountKey, Lexicon } from "../text/lexicon.ts";
import { plainDigits } from "../text/numbers.ts";
import type { TableGrid } from "../text/tables.ts";
import type { Run } from "./run.ts";
import { runsOf } from "./runs.ts";
import { commandScope, runScope } from "./scope.ts";

/** The one package that the command of this package's tests runs as a whole; null where it runs others or a part. */
export function ownPackage(facts: Facts, standard: Standard, lexicon: Lexicon): string | null {
	const command = factValue(facts["tests.command"]);
	const ran = command === undefined ? null : commandScope(command, standard, lexicon);
	if (!ran || ran.selected.length > 0 || ran.roots?.length !== 1) return null;
	return onlyId(ran.roots[0] ?? "", patternFrom(standard.packageId, "gu"));
}

/** The package that a text names, where it names one. */
export function onlyId(text: string, packageId: RegExp): string | null {
	if (text === "") return null;
	const ids = new Set(text.match(packageId) ?? []);
	const [id = null] = ids;
	return ids.size === 1 ? id : null;
}

/**
 * The tests of single packages: rows of tables, parts and sections named after one, or a command that runs one. Of several
 * figures for a package the first counts; the run of this package's tests before all.
 */
export function packageTests(
	tests: readonly Section[],
	regression: readonly Section[],
	facts: Facts,
	standard: Standard,
	lexicon: Lexicon,
): PackageTests[] {
	const packageId = patternFrom(standard.packageId, "gu");
	const found = new Map<string, PackageTests>();
	const add = (id: string | null, run: Pick<Run, "figures">, scope?: CountScope) => {
		const figures = (["total", "passed", "failed"] as const).map((key) => run.figures[key]);
		const [total = null, passed = null, failed = null] = figures.map((figure) =>
			figure && "value" in figure ? figure.value : null,
		);
		const line = figures.find((figure) => figure !== undefined)?.line;
		if (id === null || line === undefined || (total === null && passed === null)) return;
		if (scope || !found.has(id)) found.set(id, { id, total, passed, failed, line, scope: scope ?? whole(id) });
	};
	for (const section of new Set([...tests, ...regression])) {
		for (const { tables } of section.blocks)
			for (const table of tables) for (const { id, figures } of rowsOf(table, packageId, lexicon)) add(id, { figures });
		const { own, parts } = runsOf(section, lexicon);
		for (const run of parts) add(onlyId(run.name, packageId), run);
		if (own[0]) add(onlyId(section.heading.title, packageId), own[0]);
	}
	const scope = runScope(facts, "tests", null, standard, lexicon);
	const total = facts["tests.total"];
	if (scope.root === "package" && !scope.selected && scope.roots?.length === 1 && total && "value" in total) {
		const figure = (key: CountKey) => {
			const value = factValue<number>(facts[`tests.${key}`]);
			return value === undefined ? {} : { [key]: { value, line: total.line, rest: "" } };
		};
		const figures = { ...figure("total"), ...figure("passed"), ...figure("failed") };
		add(onlyId(scope.roots[0] ?? "", packageId), { figures }, scope);
	}
	return [...found.values()];
}

function whole(id: string): CountScope {
	return { root: "package", roots: [id], ignored: [], words: null, commandLine: null };
}

/** The rows of a table that name one package each, with the figures under their columns. */
function rowsOf(
	{ header, rows }: TableGrid,
	packageId: RegExp,
	lexicon: Lexicon,
): (Pick<Run, "figures"> & { id: string })[] {
	const columns = header.map(({ prose }) => lexicon.countKey(normalise(prose)));
	if (!columns.includes("total")) return [];
	return rows.flatMap((row) => {
		const id = onlyId(row.find(({ text }) => onlyId(text, packageId) !== null)?.text ?? "", packageId);
		if (id === null) return [];
		const figures: Run["figures"] = Object.fromEntries(
			columns.flatMap((key, index) => {
				const text = plainDigits(row[index]?.prose ?? "").trim();
				return key && /^\d{1,9}$/.test(text)
					? [[key, { value: Number(text), line: row[index]?.line ?? 1, rest: "" }]]
					: [];
			}),
		);
		return [{ id, figures: { ...resultFigures(header, row, lexicon), ...figures } }];
	});
}

/** "17 PASS, 1 FAIL" under a column for the result. */
function resultFigures(header: TableGrid["header"], row: TableGrid["header"], lexicon: Lexicon): Run["figures"] {
	const at = header.findIndex(({ prose }) => lexicon.is("resultColumn", normalise(prose)));
	const cell = row[at];
	if (!cell) return {};
	const figures: Run["figures"] = {};
	for (const [, value, word] of plainDigits(cell.prose).matchAll(/(?<![\d.])(\d{1,9})\s+(\p{L}+)/gu))
		for (const key of ["passed", "failed"] as const)
			if (lexicon.is(key, normalise(word ?? ""))) figures[key] = { value: Number(value), line: cell.line, rest: "" };
	return figures;
}
