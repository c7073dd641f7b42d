import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { siteAddress } from "#model/site-path.ts";

/** So many addresses may stand in one sitemap (sitemaps.org). */
const mostAddresses = 50_000;

export interface SitemapOptions {
	/** Where the site was built. */
	readonly folder: string;
	/** The address it is published at, and the path under it. */
	readonly site: string;
	readonly base: string;
	/** Paths of pages from the site's root. */
	readonly pages: readonly string[];
}

/** Writes the sitemap, in several files where there are very many pages, and where the site has its host for itself, robots.txt. */
export function writeSitemap({ folder, site, base, pages }: SitemapOptions): void {
	const addresses = pages
		.filter((page) => page !== "404/")
		.map((page) => new URL(siteAddress(base, page), site).href)
		.sort();
	const parts: string[][] = [];
	for (let at = 0; at < addresses.length; at += mostAddresses) parts.push(addresses.slice(at, at + mostAddresses));
	const [only = []] = parts;
	const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
	if (parts.length <= 1) write("sitemap.xml", listing("urlset", "url", only));
	else {
		for (const [index, part] of parts.entries()) write(`sitemap-${index + 1}.xml`, listing("urlset", "url", part));
		const names = parts.map((_, index) => new URL(siteAddress(base, `sitemap-${index + 1}.xml`), site).href);
		write("sitemap.xml", listing("sitemapindex", "sitemap", names));
	}
	// Robots look for this file at the root of a host only.
	if (base === "/") write("robots.txt", `User-agent: *\nAllow: /\nSitemap: ${new URL("/sitemap.xml", site).href}\n`);
}

function listing(list: string, item: string, addresses: readonly string[]): string {
	const lines = addresses.map((address) => `<${item}><loc>${address.replaceAll("&", "&amp;")}</loc></${item}>`);
	const start = `<?xml version="1.0" encoding="utf-8"?>\n<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`;
	return [start, ...lines, `</${list}>`, ""].join("\n");
}
