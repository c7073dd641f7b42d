import { type Effects, type ParsedArguments, Unusable } from "../command.ts";
import { suggestion } from "../suggest.ts";

/** What is wrong with an answer, in words, or null: then it is asked for again. */
export type FaultOf = (said: string) => string | null;

/** What somebody at a terminal answers; null where nobody is there. */
async function answer(
	{ ask, stderr }: Effects,
	question: string,
	faultOf: FaultOf,
	guess?: string,
): Promise<string | null> {
	if (!ask) return null;
	for (;;) {
		const said = (await ask(`${question}${guess === undefined ? "" : ` [${guess}]`}: `)).trim() || guess;
		const fault = said === undefined ? "an answer is needed" : faultOf(said);
		if (said !== undefined && fault === null) return said;
		await stderr.write(`${fault}\n`);
	}
}

/** The lines that somebody at a terminal writes, until one is empty; null where nobody is there. */
export async function answers(
	{ ask, stderr }: Effects,
	what: string,
	faultOf?: FaultOf,
): Promise<readonly string[] | null> {
	if (!ask) return null;
	const lines: string[] = [];
	for (;;) {
		const line = (await ask(`${what}, an empty line ends: `)).trim();
		if (line === "" && lines.length > 0) return lines;
		const fault = line === "" ? "at least one is needed" : (faultOf?.(line) ?? null);
		if (fault === null) lines.push(line);
		else await stderr.write(`${fault}\n`);
	}
}

/** What options say, and what somebody at a terminal says in place of those that are not given. */
export interface Asked {
	/** One of the known words; empty where nobody says it. @throws Unusable for an option that says another one. */
	one(option: string, words: readonly string[], guess?: string): Promise<string>;
	/** The values of an option, asked for only where they are needed. */
	several(option: string, isNeeded: boolean, what: string, faultOf?: FaultOf): Promise<readonly string[]>;
	/** @throws Unusable where something that is needed has not been said. */
	refuseMissing(): void;
}

/** Asks for what the command line does not say. */
export function askedOf(given: ParsedArguments, effects: Effects): Asked {
	const missing: string[] = [];
	return {
		one: async (option, words, guess) => {
			const faultOf = (said: string) =>
				words.includes(said)
					? null
					: `${said} is not known${suggestion(said, words) || `; known: ${words.join(", ")}`}`;
			const stated = given.value(option);
			const fault = stated === undefined ? null : faultOf(stated);
			if (fault !== null) throw new Unusable(`--${option} ${fault}`);
			const said = stated ?? (await answer(effects, `${option} (${words.join(", ")})`, faultOf, guess));
			if (said === null) missing.push(`--${option}`);
			return said ?? "";
		},
		several: async (option, isNeeded, what, faultOf) => {
			const said = given.values(option);
			if (said.length > 0 || !isNeeded) return said;
			const lines = await answers(effects, what, faultOf);
			if (lines === null) missing.push(`--${option}`);
			return lines ?? [];
		},
		refuseMissing: () => {
			if (missing.length > 0)
				throw new Unusable(`${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`);
		},
	};
}
