import { indexOnDisk } from "#search/engine.ts";
import { partOf } from "#search/names.ts";
import type { DiskSite } from "./pack.ts";

/*
 * Makes a copy of the site work that is opened from disk, without a server: loaded there only, by the script that sets the
 * theme. A browser resolves absolute addresses against the disk's root then, opens folders as lists of files, and refuses
 * modules, fetch and workers. So addresses are led to files, scripts are loaded as classic ones, and what the search page
 * fetches comes out of scripts as well.
 */

/** Put before this script when the site is built. */
declare const diskSite: DiskSite;

const { base, parts, scripts } = diskSite;
const own = document.currentScript;
const root = new URL("../", own instanceof HTMLScriptElement ? own.src : location.href).href;

/** The file of an address of this site; null for any other address. */
function fileOf(address: string | null): string | null {
	if (!address?.startsWith(base)) return null;
	const [, path = "", rest = ""] = /^([^?#]*)(.*)$/su.exec(address.slice(base.length)) ?? [];
	return `${root}${path}${path === "" || path.endsWith("/") ? "index.html" : ""}${rest}`;
}

const addresses = [
	["a[href]", "href"],
	// Fonts cannot be loaded from disk: the browser's own take their place.
	["link[href]:not([rel=preload])", "href"],
	["img[src]", "src"],
	["form[action]", "action"],
] as const;

/** Leads every address below an element to its file. */
function leadToFiles(parent: ParentNode): void {
	for (const [selector, attribute] of addresses)
		for (const element of parent.querySelectorAll(selector)) {
			const file = fileOf(element.getAttribute(attribute));
			if (file !== null) element.setAttribute(attribute, file);
		}
}

function loadScript(file: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const script = document.createElement("script");
		script.src = `${root}disk/${file}`;
		script.onload = () => resolve();
		script.onerror = () => reject(new Error(`${script.src} cannot be loaded.`));
		document.head.append(script);
	});
}

/** Files by their path on the site, as the scripts that hold them put them there; binary ones as Base64. */
type Files = Readonly<Record<string, { readonly text: string } | { readonly bytes: string }>>;

const loaded = new Map<number, Promise<Files>>();

function partWith(path: string): Promise<Files> {
	const part = partOf(path, parts);
	const known =
		loaded.get(part) ?? loadScript(`part-${part}.js`).then((): Files => Reflect.get(globalThis, `diskPart${part}`));
	loaded.set(part, known);
	return known;
}

async function readFile(address: string): Promise<Response> {
	const path = address.startsWith(root) ? address.slice(root.length) : address.slice(base.length);
	const file = (await partWith(path))[path];
	if (!file) return new Response(null, { status: 404 });
	return new Response("text" in file ? file.text : Uint8Array.from(atob(file.bytes), (one) => one.charCodeAt(0)));
}

const fetchElsewhere = globalThis.fetch;
globalThis.fetch = (input, init) => {
	const address = input instanceof Request ? input.url : String(input);
	return address.startsWith(base) || address.startsWith(root)
		? readFile(address.replace(/[?#].*$/su, ""))
		: fetchElsewhere(input, init);
};

let index: Promise<unknown> | undefined;
Object.defineProperty(globalThis, indexOnDisk, {
	get: () => {
		index ??= loadScript("pagefind.js").then(() => Reflect.get(globalThis, "diskPagefind"));
		return index;
	},
});

/** Style sheets while the page is being read; everything else when it has been. */
const styles = new MutationObserver(() => leadToFiles(document.head));
styles.observe(document.documentElement, { childList: true, subtree: true });
leadToFiles(document);
/** What needs the whole page: its scripts, and addresses that they will write. */
function complete(): void {
	styles.disconnect();
	leadToFiles(document);
	for (const script of document.querySelectorAll("script[type=module][src]")) {
		const name = script.getAttribute("src")?.split("/").pop() ?? "";
		if (scripts.includes(name)) void loadScript(name);
	}
	new MutationObserver((changes) => {
		for (const { target } of changes) if (target instanceof Element) leadToFiles(target);
	}).observe(document.body, { childList: true, subtree: true });
}

// This script is loaded beside the page, and may come after its end.
if (document.readyState === "loading") addEventListener("DOMContentLoaded", complete);
else complete();
