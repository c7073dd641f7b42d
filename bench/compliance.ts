/**
 * `npm run bench -- --compliance`: how fast a browser opens and scrolls the compliance page of a generated archive. Wall-clock
 * times, and the processor time of the page's main thread, which other work on the machine does not blur.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { serveSite } from "../integrations/handoff-archive/publish/serve.ts";
import { launchBrowser } from "../test/e2e/browser.ts";
import { generateArchive } from "./archive/generate.ts";
import { measure, median } from "./measure.ts";

/** What one opening of the page took, in milliseconds. */
interface Opening {
	readonly contentful: number;
	readonly load: number;
	readonly busy: number;
	readonly layout: number;
	readonly styles: number;
	readonly scripts: number;
	readonly nodes: number;
}

/** What scrolling through the whole table took: processor time per frame, and tasks that kept a frame waiting. */
interface Scrolling {
	readonly busyPerFrame: number;
	readonly longTasks: number;
	readonly longest: number;
	readonly late: number;
	readonly frames: number;
}

interface Opened {
	readonly opening: Opening;
	readonly scrolling: Scrolling;
}

async function mainThread(page: Page) {
	const session = await page.context().newCDPSession(page);
	await session.send("Performance.enable", { timeDomain: "threadTicks" });
	return async () => {
		const { metrics } = await session.send("Performance.getMetrics");
		const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
		return {
			busy: of("TaskDuration") * 1000,
			layout: of("LayoutDuration") * 1000,
			styles: of("RecalcStyleDuration") * 1000,
			scripts: of("ScriptDuration") * 1000,
			nodes: of("Nodes"),
		};
	};
}

async function open(browser: Browser, url: string): Promise<Opened> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	try {
		const page = await context.newPage();
		const metrics = await mainThread(page);
		await page.goto(url, { waitUntil: "load" });
		const times = await page.evaluate(async () => {
			// Two frames later everything that opening the page asked for is painted.
			for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
			const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
			const [contentful] = performance.getEntriesByName("first-contentful-paint");
			return { load: navigation?.loadEventEnd ?? Number.NaN, contentful: contentful?.startTime ?? Number.NaN };
		});
		const before = await metrics();
		const scrolled = await page.evaluate(scrollThrough);
		const after = await metrics();
		return {
			opening: { ...times, ...before },
			scrolling: { ...scrolled, busyPerFrame: (after.busy - before.busy) / scrolled.frames },
		};
	} finally {
		await context.close();
	}
}

/** Runs in the page: down the table and to its right, some rows a frame, as with a wheel. */
async function scrollThrough(): Promise<Omit<Scrolling, "busyPerFrame">> {
	const table = document.querySelector(".matrix");
	if (!table) throw new Error("there is no table");
	const long: number[] = [];
	const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
	observer.observe({ type: "longtask" });
	table.scrollIntoView();
	const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
	const gaps: number[] = [];
	let last = await frame();
	for (const [left, top] of [
		[0, 120],
		[60, -120],
	] as const)
		for (let steps = table.scrollHeight / 120; steps > 0; steps--) {
			table.scrollBy(left, top);
			const now = await frame();
			gaps.push(now - last);
			last = now;
		}
	observer.disconnect();
	return {
		frames: gaps.length,
		longTasks: long.length,
		longest: Math.max(0, ...long),
		late: gaps.filter((gap) => gap > 50).length,
	};
}

/** Handoffs of the archive whose page is measured. */
const handoffs = 500;

/** Builds the site of a generated archive and prints how its compliance page opens and scrolls: medians of several runs. */
export async function benchCompliance(runs: number): Promise<void> {
	const root = fileURLToPath(new URL("../", import.meta.url));
	const scratch = mkdtempSync(join(tmpdir(), "handoffs-bench-compliance-"));
	try {
		const [archive, folder] = [join(scratch, "archive"), join(scratch, "site")];
		generateArchive(archive, handoffs);
		await measure(process.execPath, [
			join(root, "src/cli/main.ts"),
			"build",
			archive,
			"--report-only",
			"--out",
			folder,
		]);
		const server = await serveSite({ folder, base: "/" });
		try {
			tell(await openTimes(runs, `${server.url}compliance/`));
		} finally {
			await server.close();
		}
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

async function openTimes(runs: number, url: string): Promise<readonly Opened[]> {
	const browser = await launchBrowser();
	try {
		const all: Opened[] = [];
		for (let run = 0; run < runs; run++) all.push(await open(browser, url));
		return all;
	} finally {
		await browser.close();
	}
}

function tell(all: readonly Opened[]): void {
	const opening = (key: keyof Opening) => median(all.map((one) => one.opening[key])).toFixed(0);
	const scrolling = (key: keyof Scrolling) => median(all.map((one) => one.scrolling[key])).toFixed(0);
	console.log(`Compliance page, medians of ${all.length} runs, milliseconds; the page has ${opening("nodes")} nodes.`);
	console.log(`first contentful paint ${opening("contentful")}, load ${opening("load")} (wall clock; at most 1000)`);
	console.log(
		`main thread until then ${opening("busy")} (processor): layout ${opening("layout")}, styles ${opening("styles")}, scripts ${opening("scripts")}`,
	);
	console.log(
		`scrolling, ${scrolling("frames")} frames: ${scrolling("busyPerFrame")} a frame (processor), ${scrolling("longTasks")} tasks over 50, ` +
			`the longest ${scrolling("longest")}, ${scrolling("late")} frames late`,
	);
}
