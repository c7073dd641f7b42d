import type { Archive } from "#model/archive.ts";
import { type Review, reviewOf } from "#relate/review.ts";
import { reviewText } from "#report/review.ts";
import { jsonText } from "#report/text.ts";
import { type Command, type Effects, exitCodes, type OpenedArchive, Unusable } from "../command.ts";
import { handoffNamed, idsGiven, lookOptions, prepareLook } from "../lookup/looking.ts";
import { readArchive } from "../read-archive.ts";
import { styleOf } from "../reports.ts";
import type { Ready } from "../settings.ts";

/** `handoffs review`: what still stands between a handoff and VALIDATED. */
export const review: Command = {
	help: {
		summary: "Show the reviewer's checklist of a handoff: what decides each box, and what is left to a human.",
		positionals: "ID…",
		most: Number.POSITIVE_INFINITY,
		details: "The exit code is 1 while a box is neither passed nor waived.",
		examples: ["review H-32 --archive docs/handoffs"],
		options: lookOptions,
	},
	run: async (given, effects) => {
		const ids = idsGiven(given);
		if (ids.length === 0) throw new Unusable("which handoff? handoffs review H-32");
		const ready = prepareLook(given, effects);
		const { archive, source } = await readArchive(ready, effects);
		const reviews: Review[] = [];
		for (const name of ids) reviews.push(await reviewNamed(name, archive, ready));
		await effects.stdout.write(
			given.flag("json") ? `${jsonText(reviews, "  ")}\n` : printed(reviews, archive, source, effects),
		);
		return reviews.some(({ inTheWay }) => inTheWay.length > 0) ? exitCodes.findings : exitCodes.ok;
	},
};

async function reviewNamed(name: string, archive: Archive, { options }: Ready): Promise<Review> {
	const handoff = await handoffNamed(name, archive);
	const standard = options.standards.find(({ id }) => id === handoff.standard);
	if (!standard) throw new Unusable(`no standard is in force for ${handoff.id}`);
	return reviewOf(archive, handoff, standard);
}

function printed(
	reviews: readonly Review[],
	{ findings }: Archive,
	source: OpenedArchive,
	{ stdout, env, files, cwd }: Effects,
): string {
	const fileOf = (path: string) => files.relative(cwd, source.locate(path));
	const { colour } = styleOf(stdout, env);
	return reviews
		.map((one) => {
			const own = findings.filter(({ handoff }) => handoff === one.handoff.id);
			const remedies = new Map(own.map(({ rule, message, remedy }) => [`${rule} ${message}`, remedy]));
			return reviewText(one, { colour, fileOf, remedies });
		})
		.join("\n");
}
