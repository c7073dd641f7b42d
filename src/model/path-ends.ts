/** More folders of a path are not told apart: no workspace is as deep, and telling them takes time for each. */
const mostFolders = 64;

/** A path, and what it ends with from the border of each of its folders on: "a/b/c.py", then "b/c.py" and "c.py". */
export function pathEnds(path: string): readonly string[] {
	const segments = path.split("/");
	const first = Math.max(1, segments.length - mostFolders);
	return [path, ...segments.slice(first).map((_, at) => segments.slice(first + at).join("/"))];
}
