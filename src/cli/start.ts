import { type Command, Unusable } from "./command.ts";
export const start: Command = {
	help: { summary: "", positionals: "", most: 0, options: {} },
	run: async () => {
		throw new Unusable("not there yet");
	},
};
