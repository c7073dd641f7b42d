import { expect, it } from "vitest";
import { tasksOf } from "../../integrations/handoff-archive/slices/transfers/steps.ts";

it("counts deliverables that are there, and none where nobody could look", () => {
	const filesOf = (...leads: readonly string[]) => {
		const step = { transfer: "t", entry: null, blockers: [] };
		const chain = { task: null, bounces: 0, blocks: 0, isComplete: false, isBlocked: false, steps: [step] };
		const all = {
			flow: { chains: [chain] },
			transfers: [{ id: "t", deliverables: leads.map((path) => ({ path })) }],
			history: [],
			deliverables: { t: leads },
		} as unknown as Parameters<typeof tasksOf>[0];
		return tasksOf(all, () => [])[0]?.steps[0]?.files;
	};
	expect(filesOf("file", "missing", "folder")).toEqual({ there: 2, of: 3 });
	expect(filesOf("unknown")).toEqual({ there: null, of: 1 });
	expect(filesOf()).toEqual({ there: 0, of: 0 });
});
