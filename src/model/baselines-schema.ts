import { z } from "zod";
import { countKinds, countSections, failureClaims, predecessorBases, testedRoots } from "./baselines.ts";
import { phrases } from "./phrase.ts";

const text = z.string();
const line = z.int().positive();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const figure = z.int().nonnegative();
const sourceLine = z.strictObject({ path: text, line });

const scope = z
	.strictObject({
		root: z.enum(testedRoots),
		roots: list(text).exactOptional().describe("The folders or files that the command names."),
		ignored: list(text).describe("What is left out."),
		selected: list(text).exactOptional().describe("What else the command selects by."),
		words: text.nullable().describe("What the document says of it."),
		called: z.enum(testedRoots).exactOptional().describe("The root that the words claim as a whole."),
		commandLine: line.nullable(),
		unit: text.exactOptional().describe("What is counted where it is no complete run of tests."),
	})
	.describe("What a count covers. Only counts of one scope are compared.");

const count = z.strictObject({
	kind: z.enum(countKinds),
	section: z.enum(countSections),
	value: figure,
	state: z.enum(["stated", "derived", "verified"]),
	path: text,
	line,
	scope,
});

const failure = z.strictObject({ name: text, claim: z.enum(failureClaims), line });
const placedFailure = failure.extend({ path: text });

/** What RESULTS reports of the system's state beside its facts, as the export carries it. */
export const reportedSchema = z
	.strictObject({
		tests: scope,
		regression: scope,
		baseline: scope,
		packageTests: list(
			z.strictObject({
				id: text,
				total: figure.nullable(),
				passed: figure.nullable(),
				failed: figure.nullable(),
				line,
				scope,
			}),
		),
		packageLists: list(z.strictObject({ section: z.enum(["baseline", "cleanRoom"]), ids: list(text), line })),
		previous: list(
			z.strictObject({
				kind: z.enum(["packages", "tests"]),
				of: text.nullable(),
				value: figure,
				words: text,
				from: text.nullable(),
				handoff: text.nullable(),
				aside: z.literal(true).exactOptional(),
				line,
			}),
		).describe("What it says of the state before its work."),
		failures: list(failure),
		passing: list(z.strictObject({ name: text, line })),
		dropReasons: list(
			z.strictObject({
				kinds: list(z.enum(["packages", "tests"])),
				packages: list(text),
				counts: z.strictObject({ tests: figure.nullable(), packages: figure.nullable() }),
				quote: text,
				line,
			}),
		),
		addedTests: list(z.strictObject({ count: figure, line })),
		cleanRoom: z
			.strictObject({ total: figure, failed: figure, line })
			.nullable()
			.describe("The tests that the clean room ran."),
		removedPackages: list(z.strictObject({ id: text, line })),
		leftFailures: list(z.strictObject({ count: figure, handoff: text, line }))
			.exactOptional()
			.describe("Failures that another handoff is said to have left."),
		allPlanned: z
			.strictObject({ count: figure.nullable(), line, named: list(text) })
			.exactOptional()
			.describe("That all tests of the plan were written, how many where it says so, and the tests it names."),
		oldFailures: list(z.strictObject({ count: figure, line })).describe("Failures called pre-existing by number only."),
	})
	.describe("What the figures of RESULTS cover, names of packages and failing tests, and what was there before.");

/** What a handoff starts from and leaves behind, as the export carries it. */
export const baselineSchema = z
	.strictObject({
		handoff: text,
		order: z.int().positive(),
		results: text.nullable(),
		predecessor: z.strictObject({ id: text, basis: z.enum(predecessorBases), place: sourceLine.nullable() }).nullable(),
		counts: list(count),
		comparisons: list(
			z.strictObject({
				kind: z.enum(countKinds),
				of: text.exactOptional().describe("The package whose tests are counted; absent for the system."),
				count,
				against: count.extend({ handoff: text }).nullable().describe("Null: there is no comparable baseline."),
				delta: z.int().nullable(),
				reason: text.nullable(),
				said: phrases.exactOptional().describe("What the reason is made of."),
				drop: z
					.discriminatedUnion("by", [
						z.strictObject({
							by: z.literal("stated"),
							quote: text,
							path: text,
							line,
							accounted: figure.exactOptional(),
						}),
						z.strictObject({ by: z.literal("none") }),
					])
					.nullable(),
			}),
		),
		packages: z
			.strictObject({
				against: text,
				added: list(text),
				removed: list(text),
				place: sourceLine,
				againstPlace: sourceLine,
			})
			.nullable(),
		failures: z
			.strictObject({
				against: text.nullable(),
				added: list(placedFailure),
				carried: list(placedFailure.extend({ since: text, sincePlace: sourceLine })),
				fixed: list(placedFailure),
			})
			.nullable(),
	})
	.describe("What a handoff starts from and leaves behind.");
