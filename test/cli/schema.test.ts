import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { run } from "#cli/run.ts";
import { fakeWorld } from "./fakes.ts";

it.each(["settings", "standard", "waivers", "export"])(
	"prints the JSON Schema of the %s and nothing else",
	async (name) => {
		const world = fakeWorld({});
		expect(await run(["schema", name], world)).toBe(0);
		expect(world.stderr.text).toBe("");
		expect(world.stdout.text.endsWith("}\n")).toBe(true);
		expect(new Ajv2020({ strict: false }).validateSchema(JSON.parse(world.stdout.text))).toBe(true);
	},
);

it("keeps npm's banner out of `npm run handoffs -- export DIR > FILE`", () => {
	const npmrc = readFileSync(new URL("../../.npmrc", import.meta.url), "utf8");
	expect(npmrc).toMatch(/^loglevel=silent$/m);
});
