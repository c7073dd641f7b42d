import { defineCollection } from "astro:content";
import { archiveLoader } from "../integrations/handoff-archive/loader.ts";

export const collections = {
	archive: defineCollection({ loader: archiveLoader("archive") }),
	handoffs: defineCollection({ loader: archiveLoader("handoffs") }),
	documents: defineCollection({ loader: archiveLoader("documents") }),
	findings: defineCollection({ loader: archiveLoader("findings") }),
	rules: defineCollection({ loader: archiveLoader("rules") }),
	standards: defineCollection({ loader: archiveLoader("standards") }),
};
