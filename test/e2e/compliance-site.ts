import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Archive } from "#model/archive.ts";
import { type ArchiveSite, openArchiveSite } from "./archive-site.ts";

/** A handoff that the flat predecessor of today's standard judges. */
export const older = "H-7";

const files: Readonly<Record<string, string>> = {
	"H-1/H-1_BUILDER_HANDOFF.md": '# H-1: =SUM(A1), "quoted"\n\n## 1. Mission\n\nBuild PKG-A-001.\n',
	"H-1/H-1_RESULTS.md": "# Results\n\n## Status: PASS\n",
	"H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Second\n",
	"H-1A/H-1A_BUILDER_HANDOFF.md": "# H-1A: A follow-up & more\n",
	"CLEANUP-1/CLEANUP-1_BUILDER_HANDOFF.md": "# CLEANUP-1: Sweep\n",
	"AGENT_PROMPT_HANDOFF_7.md": "# Agent prompt: H-7\n\nRead the spec, then stop and wait for approval.\n",
};

/** A site of handoffs of every family that break a rule or two, and the archive as it was published. */
export async function openComplianceSite(): Promise<{ readonly site: ArchiveSite; readonly archive: Archive }> {
	const site = await openArchiveSite(Object.entries(files));
	const archive: Archive = JSON.parse(readFileSync(join(site.folder, "archive.json"), "utf8"));
	expect(archive.handoffs.length, site.output).toBe(5);
	return { site, archive };
}
