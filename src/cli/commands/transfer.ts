import { type Command, type OptionSpec, Unusable } from "../command.ts";
import { archiveOptions } from "../settings.ts";
import { suggestion } from "../suggest.ts";
import { bounceTransfer } from "../transfers/bounce.ts";
import { logTransfer } from "../transfers/log.ts";
import { newTransfer } from "../transfers/new.ts";

const options = {
	from: { type: "string", value: "MODE", help: "new: who hands over." },
	to: { type: "string", value: "MODE", help: "new: who receives." },
	phase: { type: "string", value: "PHASE", help: "new: the phase that the work is in." },
	status: { type: "string", value: "STATUS", help: "new: how far the work is." },
	task: { type: "string", value: "TASK", help: "new: the task; it names the folder of the file." },
	deliverable: {
		type: "string",
		multiple: true,
		value: "PATH:TYPE[:STATE]",
		help: "new: a file or folder that is handed over; may be given several times.",
	},
	decision: {
		type: "string",
		multiple: true,
		value: "TEXT",
		help: "new: what was decided; may be given several times.",
	},
	blocker: {
		type: "string",
		multiple: true,
		value: "TEXT",
		help: "new: what is in the way; may be given several times.",
	},
	next: {
		type: "string",
		multiple: true,
		value: "TEXT",
		help: "new, bounce: what is to be done next; may be given several times.",
	},
	reason: {
		type: "string",
		multiple: true,
		value: "TEXT",
		help: "bounce: why it is sent back; may be given several times.",
	},
	out: { type: "string", value: "FILE", help: "new, bounce: the file to write, instead of the next one of the task." },
	log: { type: "string", value: "FILE", help: "log: the log, instead of the one beside the handoffs." },
	config: archiveOptions.config,
} as const satisfies Readonly<Record<string, OptionSpec>>;

const actions = { new: newTransfer, bounce: bounceTransfer, log: logTransfer } as const;

/** `handoffs transfer`: writes handoffs between modes and appends them to the log; nothing is ever overwritten. */
export const transfer: Command = {
	help: {
		summary: "Write a handoff between modes, send one back, or append one to the log.",
		positionals: "new|bounce|log [FILE]",
		most: 2,
		details:
			"new asks on a terminal for what the options leave open; bounce FILE sends the handoff in the file back to the orchestrator; " +
			"log FILE appends its entry with the minutes since the last one of its task.",
		examples: [
			"transfer new --from orchestrator --to design --phase architecture",
			'transfer bounce transfers/store/01-orchestrator-design.yaml --reason "No interface yet"',
		],
		options,
	},
	run: async (given, effects) => {
		const [name, ...rest] = given.positionals;
		const names = Object.keys(actions);
		if (name === undefined) throw new Unusable(`which one? ${names.join(", ")}`);
		const action = Object.hasOwn(actions, name) ? actions[name as keyof typeof actions] : undefined;
		if (!action)
			throw new Unusable(
				`there is no "transfer ${name}"${suggestion(name, names) || `; there are ${names.join(", ")}`}`,
			);
		return action({ ...given, positionals: rest }, effects);
	},
};
