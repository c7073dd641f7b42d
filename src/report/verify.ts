import {
	type CheckState,
	checkStates,
	type FileEvent,
	type FileHistory,
	type ManifestCheck,
} from "#model/provenance.ts";
import { type Colour, painter } from "./colour.ts";
import { columnsOf, counted, jsonText, printable } from "./text.ts";

/** How often claims turned out how, at one kind of revision. */
type Tally = Record<CheckState, number>;

/** What came of all claims. */
export interface Verified {
	readonly worktree: Tally;
	readonly head: Tally;
	readonly commit: Tally;
	/** Package manifests, and how many of them have something wrong. */
	manifests: number;
	faulty: number;
}

/** The sum to start with. */
export function nothingVerified(): Verified {
	const none = (): Tally => ({ match: 0, superseded: 0, drifted: 0, missing: 0, unresolvable: 0, "not-stated": 0 });
	return { worktree: none(), head: none(), commit: none(), manifests: 0, faulty: 0 };
}

/** Adds what came of a file's claims. */
export function addFile(sum: Verified, { events }: FileHistory): void {
	for (const { checks } of events)
		for (const { state, at } of checks)
			sum[at === "worktree" ? "worktree" : at === "HEAD" ? "head" : "commit"][state]++;
}

/** Adds what came of a package manifest. */
export function addManifest(sum: Verified, { problems }: ManifestCheck): void {
	sum.manifests++;
	if (problems.length > 0) sum.faulty++;
}

/** Whether something is not as it was claimed: it changed or went away and nobody says so, or a manifest is wrong. */
export function isOff({ worktree, faulty }: Verified): boolean {
	return worktree.drifted + worktree.missing + faulty > 0;
}

const colours: Readonly<Record<CheckState, Colour>> = {
	match: "green",
	superseded: "dim",
	drifted: "red",
	missing: "red",
	unresolvable: "yellow",
	"not-stated": "dim",
};
const widest = Math.max(...checkStates.map((state) => state.length));

/** A file with its claims, a line each, for a terminal. */
export function fileText({ path, basis, events }: FileHistory, colour: boolean): string {
	const paint = painter(colour);
	const width = Math.max(...events.map(({ handoff }) => columnsOf(printable(handoff))));
	const lines = events.map((event) => {
		const { handoff, checks, path: document, line } = event;
		const [worktree, ...others] = checks;
		if (!worktree) return "";
		const reason = worktree.by ? `by ${worktree.by}` : (worktree.reason ?? "");
		const more = others.map(
			({ state, at, by }) =>
				`${at === "HEAD" ? at : at.slice(0, 10) || "its commit"}: ${by ? `${state} by ${by}` : state}`,
		);
		const padding = " ".repeat(width - columnsOf(printable(handoff)));
		return [
			` ${paint(colours[worktree.state], worktree.state.padEnd(widest))}`,
			` ${printable(handoff)}${padding}`,
			paint("dim", `${printable(document)}:${line}`),
			...(reason === "" ? [] : [printable(reason)]),
			...(more.length === 0 ? [] : [paint("dim", `(${more.join("; ")})`)]),
		].join(" ");
	});
	return `${paint("bold", printable(path))}${basis === "unclear" ? paint("dim", " (may be several files)") : ""}\n${lines.join("\n")}\n`;
}

/** A manifest with what is wrong with it. */
export function manifestText({ path, handoff, assets, problems }: ManifestCheck, colour: boolean): string {
	const paint = painter(colour);
	const name = `${paint("bold", printable(path))} ${paint("dim", `(${printable(handoff)})`)}`;
	if (problems.length === 0) return `${name} ${paint("green", "sound")}, ${counted(assets, "asset")}\n`;
	const lines = problems.map(({ code, subject, reason }) => {
		const about = code === "asset" ? `${printable(subject)}: ` : "";
		return `  ${paint("red", "fault")} ${about}${printable(reason)}`;
	});
	return `${name}\n${lines.join("\n")}\n`;
}

/** The figures of all, in sentences. */
export function summaryText({ worktree, head, commit, manifests, faulty }: Verified): string {
	const words = (tally: Tally) =>
		checkStates
			.filter((state) => tally[state] > 0)
			.map((state) => `${tally[state]} ${state === "not-stated" ? "without a hash" : state}`)
			.join(", ");
	const all = (tally: Tally) => checkStates.reduce((sum, state) => sum + tally[state], 0);
	const lines = [
		`${counted(all(worktree), "claim")} in the work tree: ${words(worktree) || "none"}.`,
		...(all(head) > 0 ? [`At HEAD: ${words(head)}.`] : []),
		...(all(commit) > 0 ? [`At the commits that added them: ${words(commit)}.`] : []),
		...(manifests > 0
			? [`${counted(manifests, "manifest")}: ${faulty === 0 ? "all sound" : `${faulty} with faults`}.`]
			: []),
	];
	return `\n${lines.join("\n")}\n`;
}

/** A claim as `--format json` prints it. */
export function claimJson({ path }: FileHistory, { link: _, before: _before, ...claim }: FileEvent): string {
	return jsonText({ file: path, ...claim });
}
