import { ruleMetadata } from "#check.ts";
import type { SettingsContext } from "#settings/settings.ts";

/** Settings that rest on no disk. */
export const nowhere: SettingsContext = {
	ruleIds: ruleMetadata.map(({ id }) => id),
	standardIds: [],
	overrides: {},
	example: { archive: "/example", workspace: "/workspace" },
	resolve: (path) => `/${path}`,
};
