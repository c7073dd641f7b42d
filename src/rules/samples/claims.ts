/** RESULTS of a handoff that list files: what an example needs where only files and hashes matter. */
export function claiming(id: string, sections: Readonly<Record<string, readonly string[]>>): Record<string, string> {
	const parts = Object.entries(sections).map(
		([title, files]) => `## ${title}\n${files.map((file) => `- ${file}\n`).join("")}`,
	);
	return { [`${id}/${id}_RESULTS.md`]: `# Results: ${id} Tide gauge reader\n\n${parts.join("\n")}` };
}

/** A file as RESULTS list it, with the hash that it has now, or those before and after. */
export function listed(path: string, hash: string, after?: string): string {
	return after === undefined ? `${path} (SHA256: ${hash})` : `${path} (SHA256 before: ${hash}, after: ${after})`;
}
