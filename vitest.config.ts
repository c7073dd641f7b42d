import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const endToEnd = "test/e2e/**/*.test.ts";

export default defineConfig({
	// Without a site, what components say is English.
	resolve: {
		alias: { "virtual:handoff-archive/words": fileURLToPath(new URL("test/words/english.ts", import.meta.url)) },
	},
	test: {
		// Only what hangs is to end by time: other work on the machine may take its share.
		testTimeout: 600_000,
		hookTimeout: 600_000,
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
					setupFiles: "test/same-texts.ts",
					// What tests import is the same for all and holds no state of its own.
					isolate: false,
				},
			},
		],
	},
});
