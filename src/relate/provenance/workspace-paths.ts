import type { Archive } from "#model/archive.ts";

/** The paths in the workspace that the documents and transfers of an archive speak of: a change of one may change a verdict. */
export function workspacePaths({ provenance, transfers }: Archive): readonly string[] {
	const claimed = (provenance?.files ?? []).flatMap(({ path, events }) => [
		path,
		...events.flatMap(({ checks }) => checks.flatMap((check) => check.path ?? [])),
	]);
	const handedOver = (transfers?.transfers ?? []).flatMap(({ deliverables }) =>
		(deliverables ?? []).flatMap(({ path }) => path?.value.replace(/^(?:\.\/)+|\/+$/g, "") ?? []),
	);
	const isBelow = (path: string) => path !== "" && !/^(?:[\\/]|[a-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(path);
	return [...new Set([...claimed, ...handedOver])].filter(isBelow);
}
