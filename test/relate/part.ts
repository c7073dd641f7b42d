/** The spec of a handoff that builds a part, by its path; `lines` stand below its title. */
export const partSpec = (id: string, ...lines: readonly string[]): Record<string, string> => ({
	[`${id}/${id}_BUILDER_HANDOFF.md`]: [
		`# ${id}: Part`,
		"",
		...lines,
		"",
		"## Mission",
		"",
		"Build PKG-A-001.",
		"",
	].join("\n"),
});
