import { z } from "zod";
import { packageChanges } from "../packages.ts";
import { parts } from "../phrase.ts";

const text = z.string();
const line = z.int().positive().describe("Line of the file, counted from 1.");
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const place = z.strictObject({ path: text, line });
const figure = z.int().nonnegative().nullable();

const work = z.strictObject({
	change: z.enum(packageChanges),
	state: z.enum(["stated", "derived"]),
	from: text.nullable().describe("What it is derived from."),
	said: parts.exactOptional().describe("What that is made of."),
	place,
	files: z.int().nonnegative().describe("How many of the package's files the document lists."),
});

const statement = z.strictObject({
	handoff: text,
	value: text.describe("As written."),
	known: text.nullable().describe("What the standard calls it."),
	place,
});

const bond = z.strictObject({ id: text.describe("The other package."), handoff: text, place });

/** A package in the export. */
export const packageRecord = z.strictObject({
	id: text,
	variants: list(z.strictObject({ text, path: text, line })).describe("Other spellings that mean it with certainty."),
	touches: list(z.strictObject({ handoff: text, planned: work.nullable(), delivered: work.nullable() })).describe(
		"Handoffs that plan or do something with it, in build order.",
	),
	tests: list(
		z.strictObject({
			handoff: text,
			total: figure,
			passed: figure,
			failed: figure,
			skipped: figure,
			state: z.enum(["stated", "derived"]),
			place,
		}),
	).describe("Test runs of this package alone."),
	layers: list(statement),
	tiers: list(statement),
	dependencies: list(bond),
	dependents: list(bond),
	listed: list(z.strictObject({ handoff: text, change: z.enum(["added", "removed"]), place })).describe(
		"When the lists of baselines begin and cease to name it.",
	),
	mentions: list(z.strictObject({ handoff: text.nullable(), place, count: z.int().positive() })).describe(
		"Documents that call it by its id, whether or not they touch it.",
	),
});
