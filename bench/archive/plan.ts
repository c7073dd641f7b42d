/** What the three documents of a handoff are about. */
export interface Plan {
	readonly id: string;
	readonly previous: string | null;
	readonly name: string;
	/** The name as files are called. */
	readonly file: string;
	readonly package: string;
	readonly tests: readonly string[];
	readonly packages: number;
	readonly totalTests: number;
}

/** The rules that spec and prompt repeat. */
export const constraints = [
	"**ALL work goes in `_staging/`.** Nothing is written outside it.",
	"**DTT: Design → Test → Then implement.** One behaviour at a time.",
	"**Package everything.** New code ships as packages with a manifest.",
	"**End-to-end verification.** The full suite runs after the build.",
	"**No hardcoding.** Every threshold is configuration.",
	"**No file replacement.** A package never overwrites another package's file.",
	"**Archive creation.** Archives are made deterministically.",
	"**Results file.** The RESULTS file is written when the work is done.",
	"**Full regression test.** All staged packages are tested.",
	"**Baseline snapshot.** The RESULTS file holds one.",
];
