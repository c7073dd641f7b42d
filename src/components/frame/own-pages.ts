import { getCollection } from "astro:content";

/** The team's own pages, by title; read once for all pages that name them. */
export const ownPages = (await getCollection("pages"))
	.map(({ id, data }) => ({ title: data.title, href: `pages/${id}/` }))
	.sort((a, b) => (a.title < b.title ? -1 : 1));
