import { expect, it } from "vitest";
import { processEffects } from "#cli/process/effects.ts";
import { run } from "#cli/run.ts";
import { fakeOutput } from "./fakes.ts";

it("has no finding in the example archive, and its validations stand", async () => {
	const world = { ...processEffects(), stdout: fakeOutput(), stderr: fakeOutput(), cwd: "/", env: {} };
	expect(await run(["export"], world), world.stderr.text).toBe(0);
	const { findings, seals } = JSON.parse(world.stdout.text);
	// A changed rule, title or document ends a validation: look at the handoff again and record it as the remedy says.
	expect(findings).toEqual([]);
	expect(seals.map(({ state }: { state: string }) => state)).toEqual(["validated", "validated", "validated"]);
});
