import type { Command } from "../command.ts";

/** Every command by name, in the order of the help. Each is loaded when it is called: start-up time counts. */
export const commands = {
	start: async () => (await import("./start.ts")).start,
	build: async () => (await import("./build.ts")).build,
	dev: async () => (await import("./dev.ts")).dev,
	check: async () => (await import("./check.ts")).check,
	review: async () => (await import("./review.ts")).review,
	baseline: async () => (await import("./baseline.ts")).baseline,
	verify: async () => (await import("./verify.ts")).verify,
	validate: async () => (await import("./validate.ts")).validate,
	search: async () => (await import("./search.ts")).search,
	show: async () => (await import("./show.ts")).show,
	list: async () => (await import("./list.ts")).list,
	migrate: async () => (await import("./migrate.ts")).migrate,
	transfer: async () => (await import("./transfer.ts")).transfer,
	compare: async () => (await import("./compare.ts")).compare,
	mcp: async () => (await import("./mcp.ts")).mcp,
	export: async () => (await import("./export.ts")).exportCommand,
	schema: async () => (await import("./schema.ts")).schema,
} as const satisfies Readonly<Record<string, () => Promise<Command>>>;

export type CommandName = keyof typeof commands;

/** Whether there is a command of that name. */
export function isCommand(name: string): name is CommandName {
	return Object.hasOwn(commands, name);
}
