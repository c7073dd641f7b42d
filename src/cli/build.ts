import { type Command, Unusable } from "./command.ts";
export const build: Command = {
	help: { summary: "", positionals: "", most: 0, options: {} },
	run: async () => {
		throw new Unusable("not there yet");
	},
};
