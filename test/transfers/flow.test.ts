import { describe, expect, it } from "vitest";
import { logOf } from "#rules/samples/transfers.ts";
import { exampleText, transfersOf } from "./reading.ts";

const figures = (list: readonly { readonly key: string }[], key: string) => list.find((one) => one.key === key);
const hour = 60;

/*
 * Two tasks. t1: spec 2 h; design 1 h, bounced; design again 3 h. t2: spec 4 h; design stops after 1 h on a question that spec
 * answers after 30 min; then design 5 h. Times are in different zones; the last entry of t2 states no duration.
 */
const log = logOf(
	"2026-03-02T08:00:00Z orchestrator spec ready 0 specification t1",
	"2026-03-02T11:00:00+01:00 spec orchestrator ready 120 specification t1",
	"2026-03-02T10:00:00Z orchestrator design ready 0 architecture t1",
	"2026-03-02T11:00:00Z design orchestrator blocked 60 architecture t1 !Not an architecture",
	"2026-03-02T12:00:00Z orchestrator design ready 60 architecture t1",
	"2026-03-02T15:00:00Z design orchestrator ready 180 architecture t1",
	"2026-03-03T08:00:00Z orchestrator spec ready 0 specification t2",
	"2026-03-03T07:00:00-05:00 spec orchestrator ready 240 specification t2",
	"2026-03-03T12:00:00Z orchestrator design ready 0 architecture t2",
	"2026-03-03T13:00:00Z design orchestrator blocked 60 architecture t2 !Where do keys live?",
	"2026-03-03T13:00:00Z orchestrator spec partial 0 specification t2 !where do keys live",
	"2026-03-03T13:30:00Z spec orchestrator ready 30 specification t2",
	"2026-03-03T14:00:00Z orchestrator design ready 30 architecture t2",
	"2026-03-03T19:00:00Z design orchestrator ready - architecture t2",
);

describe("figures worked out by hand", () => {
	const { flow } = transfersOf(log.files);

	it("bounces by mode, pair and phase", () => {
		// design answered four times, twice with a stop that hands nothing over.
		expect(figures(flow.modes, "design")).toMatchObject({
			received: 4,
			sent: 4,
			bounces: { received: 4, bounced: 2, rate: 0.5 },
		});
		expect(figures(flow.modes, "spec")).toMatchObject({ received: 3, bounces: { received: 3, bounced: 0, rate: 0 } });
		expect(figures(flow.pairs, "orchestrator → design")).toMatchObject({
			received: 4,
			bounces: { received: 4, bounced: 2 },
		});
		expect(figures(flow.phases, "architecture")).toMatchObject({ bounces: { received: 4, bounced: 2, rate: 0.5 } });
		expect(figures(flow.phases, "specification")).toMatchObject({ bounces: { received: 3, bounced: 0, rate: 0 } });
	});

	it("times with median, p90 and how many there are", () => {
		// design: 60, 180, 60, and 300 from the timestamps alone.
		expect(figures(flow.modes, "design")).toMatchObject({ time: { n: 4, median: 2 * hour, p90: 5 * hour, stated: 3 } });
		// spec: 120, 240, 30.
		expect(figures(flow.modes, "spec")).toMatchObject({ time: { n: 3, median: 2 * hour, p90: 4 * hour, stated: 3 } });
		expect(figures(flow.phases, "specification")).toMatchObject({ time: { n: 3, median: 2 * hour, p90: 4 * hour } });
	});

	it("blockers by their words, with age and where they were resolved", () => {
		expect(flow.blockers.map(({ key, raised, open }) => [key, raised.length, open])).toEqual([
			["not an architecture", 1, 0],
			["where do keys live", 1, 0],
		]);
		// Raised at 13:00, resolved when design takes the architecture up again at 14:00.
		expect(flow.blockers[1]?.raised[0]).toMatchObject({
			by: "design",
			ageMinutes: hour,
			resolvedBy: { entry: "log@13" },
		});
		expect(flow.blockers[0]?.raised[0]).toMatchObject({ ageMinutes: hour, resolvedBy: { entry: "log@5" } });
	});

	it("who plays ping-pong", () => {
		// t1: design again after a bounce. t2: spec, design, spec, design: back twice.
		expect(flow.pingPong).toEqual([
			{ modes: ["design", "spec"], returns: 2, tasks: ["t2"] },
			{ modes: ["design", "orchestrator"], returns: 1, tasks: ["t1"] },
		]);
	});

	it("the chain of each task, bounces in place", () => {
		expect(
			flow.chains.map(({ task, steps, bounces, isBlocked, isComplete }) => [
				task,
				steps.length,
				bounces,
				isBlocked,
				isComplete,
			]),
		).toEqual([
			["t1", 6, 1, false, false],
			["t2", 8, 1, false, false],
		]);
		expect(flow.chains[0]?.steps.map(({ kind }) => kind).indexOf("bounce")).toBe(3);
	});

	it("a log without durations still gives what its timestamps tell", () => {
		const bare = transfersOf({
			"transfers/log.yaml": log.files["transfers/log.yaml"].replace(/ {4}duration_minutes: .*\n/g, ""),
		});
		expect(figures(bare.flow.modes, "design")).toMatchObject({
			time: { n: 4, median: 2 * hour, p90: 5 * hour, stated: 0 },
		});
	});

	it("nothing is invented where nothing is known", () => {
		const none = transfersOf({
			"transfers/log.yaml": "handoff_history:\n  - {from: spec, to: design, status: ready}\n",
		});
		expect(figures(none.flow.modes, "design")).toMatchObject({
			bounces: { received: 0, rate: null },
			time: { n: 0, median: null, p90: null },
		});
	});
});

describe("the example log", () => {
	const { flow, history } = transfersOf({ "transfers/log.yaml": exampleText("log.yaml") });

	it("tells three tasks from specification to completion, over several weeks", () => {
		expect(history.length).toBeGreaterThanOrEqual(40);
		expect(flow.chains.map(({ task, bounces, isComplete }) => [task, bounces, isComplete])).toEqual([
			["replay", 0, true],
			["rounding", 2, true],
			// Without the handoffs, a log cannot tell that a draft came with the block.
			["daily-report", 1, true],
		]);
	});

	it("has the figures that one counts in it", () => {
		// python-engineer: 490 (replay), 35 (bounced), 280 (rounding), 1630 (daily report).
		expect(figures(flow.modes, "python-engineer")).toMatchObject({
			bounces: { received: 4, bounced: 1, rate: 0.25 },
			time: { n: 4, median: 385, p90: 1630, stated: 4 },
		});
		// release: 25, 20 and 35 minutes.
		expect(figures(flow.modes, "release")).toMatchObject({ time: { n: 3, median: 25, p90: 35 } });
		// The question about missing hours: from 18 May, 17:10, to 20 May, 15:00.
		const asked = flow.blockers.find(({ key }) => key === "is an hour without readings a zero or a gap");
		expect(asked?.raised).toHaveLength(1);
		expect(asked?.raised[0]?.ageMinutes).toBe(45 * hour + 50);
		expect(flow.crossed).toEqual([]);
	});
});
