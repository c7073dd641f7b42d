// Runs on whatever Node the machine has, before anything is installed: plain JavaScript, no imports from packages.
// Brings node_modules in line with the lockfile, compiles the command line and, with --browser, finds or installs the browser of
// the end-to-end tests.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const lockfile = join(root, "package-lock.json");
const stamp = join(root, "node_modules", ".handoff-archive-lock");

function installPackages() {
	const wanted = createHash("sha256").update(readFileSync(lockfile)).digest("hex") + process.platform + process.arch;
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
	console.error("Installing what package-lock.json names (npm ci) …");
	const npm = process.env.npm_execpath;
	const run = npm
		? spawnSync(process.execPath, [npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
				cwd: root,
				stdio: ["ignore", 2, 2],
			})
		: spawnSync("npm ci --no-audit --no-fund --loglevel=error", { cwd: root, stdio: ["ignore", 2, 2], shell: true });
	if (run.status !== 0) {
		console.error("npm ci failed: see its message above, mend it, and run the same command again.");
		process.exit(run.status ?? 1);
	}
	writeFileSync(stamp, wanted);
}

/** The first program on the path with one of these names, else undefined. */
function onPath(names) {
	for (const folder of (process.env.PATH ?? "").split(delimiter))
		for (const name of names) {
			const file = join(folder, process.platform === "win32" ? `${name}.exe` : name);
			try {
				accessSync(file, constants.X_OK);
				return file;
			} catch {}
		}
	return undefined;
}

function findBrowser() {
	const configured = process.env.HANDOFFS_BROWSER;
	if (configured) return existsSync(configured) ? configured : undefined;
	const installed = {
		darwin: [
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
		],
		win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
			.filter(Boolean)
			.map((folder) => join(folder, "Google/Chrome/Application/chrome.exe")),
	};
	return (
		onPath(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]) ??
		(installed[process.platform] ?? []).find((file) => existsSync(file))
	);
}

/** Ways to get a Chromium, tried in order until one is found. */
const browserInstallers = [
	() => {
		if (!onPath(["apt-get"]) || process.getuid?.() !== 0) return;
		spawnSync("apt-get", ["update", "-q"], { stdio: ["ignore", 2, 2] });
		spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
			stdio: ["ignore", 2, 2],
			env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
		});
	},
	() => {
		spawnSync(process.execPath, [join(root, "node_modules", "playwright-core", "cli.js"), "install", "chromium"], {
			cwd: root,
			stdio: ["ignore", 2, 2],
		});
	},
];

/** The Chromium that playwright-core downloaded for itself, if it did. */
async function downloadedBrowser() {
	const { chromium } = await import("playwright-core");
	const file = chromium.executablePath();
	return file && existsSync(file) ? file : undefined;
}

async function ensureBrowser() {
	const note = join(root, "node_modules", ".handoff-archive-browser");
	let browser = findBrowser() ?? (await downloadedBrowser());
	for (const install of process.env.HANDOFFS_BROWSER ? [] : browserInstallers) {
		if (browser) break;
		console.error("Installing a browser for the end-to-end tests …");
		install();
		browser = findBrowser() ?? (await downloadedBrowser());
	}
	if (!browser) {
		console.error(
			"npm test needs Chromium or Chrome for its end-to-end tests and could not install one here. Install it " +
				"(Debian: apt-get install chromium), or set HANDOFFS_BROWSER to the path of one, and run npm test again.",
		);
		process.exit(1);
	}
	writeFileSync(note, browser);
}

/** Without it the commands start slower, and say the same. */
async function compileProgram() {
	try {
		await (await import("./compiled.mjs")).compileProgram();
	} catch (error) {
		console.error(`The command line was not compiled and runs from its sources: ${error}`);
	}
}

installPackages();
await compileProgram();
if (process.argv.includes("--browser")) await ensureBrowser();
