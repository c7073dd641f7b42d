import { capitalised, counted, listed } from "../words.ts";

type Delivery = NonNullable<ReturnType<typeof import("virtual:handoff-archive/bodies").deliveryAt>>;
type Sides = { readonly planned: unknown; readonly delivered: unknown };

/** Entries that stand on one side alone, and those on both. */
export function parted<Entry extends Sides>(entries: readonly Entry[]) {
	return {
		missing: entries.filter(({ planned, delivered }) => planned && !delivered),
		unplanned: entries.filter(({ planned, delivered }) => !planned && delivered),
		both: entries.filter(({ planned, delivered }) => planned && delivered),
	};
}

/** The sentence of what the report leaves out and what it adds to the plan; it names each kind that differs. */
export function deliveryAnswer({ packages, files, tests, notCompared }: Delivery): string {
	const differs = (entries: readonly Sides[], one: string, many = `${one}s`) => {
		const { missing, unplanned } = parted(entries);
		return [
			...(missing.length > 0
				? [counted(missing.length, `planned ${one} is not reported`, `planned ${many} are not reported`)]
				: []),
			...(unplanned.length > 0
				? [counted(unplanned.length, `reported ${one} was not planned`, `reported ${many} were not planned`)]
				: []),
		];
	};
	const parts = [...differs(packages, "package"), ...differs(files, "file")];
	const counts = testCounts(tests);
	const agreed = parted(files).both.length;
	const rest =
		notCompared !== null
			? ` Files are not compared: ${notCompared}`
			: parts.length === 0
				? ""
				: ` ${capitalised(counted(agreed, "file stands", "files stand"))} in both.`;
	if (parts.length > 0) return `${capitalised(listed(parts))}.${rest}${counts}`;
	if (notCompared !== null) return `${rest.trim()}${counts}`;
	return `RESULTS reports what the spec plans: ${counted(packages.length, "package")} and ${counted(agreed, "file")}.${counts}`;
}

function testCounts({ planned, delivered }: Delivery["tests"]): string {
	if (planned === null || delivered === null) return "";
	if (planned.count === delivered.count) return ` ${capitalised(counted(planned.count, "test"))} planned and reported.`;
	return ` ${capitalised(counted(planned.count, "test"))} planned, ${delivered.count} reported.`;
}
