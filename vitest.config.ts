import { defineConfig } from "vitest/config";

const endToEnd = "test/e2e/**/*.test.ts";

export default defineConfig({
	test: {
		testTimeout: 30_000,
		hookTimeout: 240_000,
		// Tests wait for browsers and commands most of the time.
		maxWorkers: "100%",
		projects: [
			{
				extends: true,
				test: {
					name: "end to end",
					include: [endToEnd],
					globalSetup: "test/e2e/shared-sites.ts",
					sequence: { groupOrder: 0 },
				},
			},
			{
				extends: true,
				test: {
					name: "unit",
					include: ["test/**/*.test.ts"],
					exclude: [endToEnd],
					// What tests import is the same for all and holds no state of its own.
					isolate: false,
				},
			},
		],
	},
});
