import { common, delivery as t } from "virtual:handoff-archive/words";
import { capitalised, listed, say } from "../say.ts";

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
	const differs = (entries: readonly Sides[], words: (typeof t)["files" | "packages"]) => {
		const { missing, unplanned } = parted(entries);
		return [
			...(missing.length > 0 ? [say(words.missing, { count: missing.length })] : []),
			...(unplanned.length > 0 ? [say(words.unplanned, { count: unplanned.length })] : []),
		];
	};
	const parts = [...differs(packages, t.packages), ...differs(files, t.files)];
	const counts = testCounts(tests);
	const agreed = parted(files).both.length;
	const rest =
		notCompared !== null
			? say(t.notCompared, { reason: notCompared })
			: parts.length === 0
				? ""
				: say(t.inBoth, { files: capitalised(say(t.agreed, { count: agreed })) });
	if (parts.length > 0) return say(t.differs, { parts: capitalised(listed(parts)) }) + rest + counts;
	if (notCompared !== null) return `${rest.trim()}${counts}`;
	const same = {
		packages: say(common.packages, { count: packages.length }),
		files: say(common.files, { count: agreed }),
	};
	return say(t.same, same) + counts;
}

function testCounts({ planned, delivered }: Delivery["tests"]): string {
	if (planned === null || delivered === null) return "";
	const { count } = planned;
	if (count === delivered.count) return say(t.allTests, { tests: capitalised(say(t.sameTests, { count })) });
	return say(t.otherTests, { tests: capitalised(say(t.plannedTests, { count })), count: delivered.count });
}
