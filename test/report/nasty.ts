import type { Archive } from "#model/archive.ts";
import type { Finding } from "#model/findings.ts";
import { reportOf } from "#report/index.ts";

const nastyPath = "H-1/größe 100%, a:b <x> \"y\" 'z'/H-1_RESULTS.md";

function at(line: number, from: number, to: number, endLine = line): Finding["place"] {
	return {
		kind: "range",
		path: nastyPath,
		range: { start: { line, column: from }, end: { line: endLine, column: to } },
	};
}

const base = { messageId: "found", handoff: "H-1", data: {}, related: [], decides: "fail" } as const;

/** Everything that has ever broken a report: escapes, separators, quotes, wide and reordering characters, cut lines. */
export const findings: readonly Finding[] = [
	{
		...base,
		rule: "results/status",
		severity: "error",
		place: { kind: "file", path: "H-0/日本語.md" },
		message: "Über 100 % of <b>, a:b, c::d, \"double\" and 'single' & ]]> done.",
		remedy: "First line\nsecond line\r\nthird: 50 %, done.",
		fingerprint: "a1",
	},
	{
		...base,
		rule: "results/status",
		severity: "error",
		place: at(3, 16, 21),
		excerpt: "## Status:\u001B[31mMAYBE\u001B[0m \u202Etxt.exe",
		message: "The status \u001B]0;owned\u0007\u009B31m is none.",
		remedy: "Write PASS, FAIL or PARTIAL.",
		related: [{ place: at(9, 2, 4), message: "the other\nstatus", said: [{ text: "the other\nstatus" }] }],
		fingerprint: "a2",
	},
	{
		...base,
		rule: "results/hash-format",
		severity: "warning",
		place: at(12, 7, 9),
		excerpt: "| \t漢字 ab | cd |",
		message: "A hash is cut short.",
		remedy: "Write it in full.",
		fingerprint: "a3",
	},
	{
		...base,
		rule: "results/hash-format",
		severity: "warning",
		place: at(14, 401, 406),
		excerpt: `${"0123456789".repeat(40)}HERE.${"x".repeat(300)}`,
		message: "Far to the right.",
		remedy: "Write it in full.",
		fingerprint: "a4",
	},
	{
		...base,
		rule: "results/hash-format",
		severity: "info",
		place: at(15, 1, 3, 18),
		excerpt: "A table that goes on",
		message: "Several lines.",
		remedy: "None needed.",
		fingerprint: "a5",
	},
	{
		...base,
		rule: "publish/secret",
		severity: "error",
		place: at(20, 900, 940),
		excerpt: "a line that was cut before the place…",
		message: "Behind the cut.",
		remedy: "Remove it.",
		fingerprint: "a6",
	},
	{
		...base,
		rule: "publish/secret",
		severity: "error",
		place: at(21, 1, 5),
		message: "Concealed: no excerpt.",
		remedy: "Remove it.",
		fingerprint: "a7",
	},
	{
		...base,
		rule: "results/status",
		severity: "error",
		place: at(30, 1, 2),
		message: "Excused, so neither counted nor printed.",
		remedy: "None.",
		fingerprint: "a8",
		excused: { by: "waiver", owner: "ann <a@b.c> ]]>", reason: "old,\nby 100 %", expires: "2027-01-01" },
	},
	{
		...base,
		rule: "results/status",
		severity: "warning",
		place: { kind: "file", path: "H-3/H-3_RESULTS.md" },
		message: "Recorded as debt.",
		remedy: "None.",
		fingerprint: "a9",
		excused: { by: "debt" },
	},
	{
		...base,
		rule: "results/hash-format",
		severity: "warning",
		place: { kind: "file", path: "H-3/H-3_RESULTS.md" },
		message: "@reviewers: whether `this` counts, *nobody* can tell [yet](http://x) \uD800 \uFFFE #1.",
		remedy: "Say so.",
		decides: "could-not-evaluate",
		fingerprint: "b1",
	},
];

function document(handoff: string, path: string): Archive["documents"][number] {
	return {
		...({ path, handoff, kind: "results" } satisfies Partial<Archive["documents"][number]>),
	} as Archive["documents"][number];
}

const archive: Archive = {
	title: "Nasty <archive> & co",
	documents: [document("H-1", nastyPath), document("H-2", "H-2/H-2_RESULTS.md"), document("H-3", "H-3/H-3_RESULTS.md")],
	handoffs: [],
	baselines: [],
	relations: [],
	waves: [],
	findings,
	rules: [
		{
			id: "results/status",
			scope: "document",
			source: { standard: "BHS", section: "Results File" },
			severity: "error",
			requires: "A status of PASS, FAIL or PARTIAL.",
			why: "A reviewer must know.",
			remedy: "Write PASS, FAIL or PARTIAL.",
		},
		{
			id: "results/hash-format",
			scope: "document",
			kinds: ["results"],
			source: { standard: "BHS", section: "Results File" },
			severity: "warning",
			requires: "Hashes are whole.",
			why: 'A "short" hash proves <nothing>.',
			remedy: "Write it in full.",
		},
		{
			id: "publish/secret",
			scope: "archive",
			source: { standard: "PUB", section: "Secrets" },
			severity: "error",
			requires: "No document holds a secret.",
			why: "Everybody can read it.",
			remedy: "Remove it.",
		},
	],
	verdicts: [
		{ rule: "results/status", handoff: "H-1", verdict: "fail", severity: "error", reason: "None.", evidence: [] },
		{ rule: "results/status", handoff: "H-2", verdict: "pass", reason: "Stated.", evidence: [] },
		{
			rule: "results/hash-format",
			handoff: "H-2",
			verdict: "could-not-evaluate",
			reason: "Cut <off>\nhere.",
			evidence: [],
		},
		{ rule: "publish/secret", handoff: "H-2", verdict: "needs-human", reason: "Perhaps.", evidence: [] },
		{ rule: "publish/secret", handoff: "H-3", verdict: "not-applicable", reason: "Nothing there.", evidence: [] },
	],
	summary: { documents: 3, handoffs: 2, errors: 4, warnings: 3, infos: 1, waived: 1, debt: 1 },
};

export const nastyReport = reportOf(archive, { fileOf: (path) => `docs/${path}` });
export const plain = { colour: false, width: 80 };
