/** The page of a handoff that puts what its documents said formerly beside what they say. */
export const revisions = {
	title: "Revisions of {handoff}",
	crumb: "Revisions",
	description: "What changed in the documents of {handoff} from one revision to the next, side by side.",
	lede: "What git holds of its documents, the last change of each first. Between any two revisions: <code>{command}</code> in a terminal.",
	/** The link to it, and what a list says of a document. */
	link: "Revisions: {documents}; {changed}",
	ofDocument: "{document} {number}",
	count: { one: "{count} revision", other: "{count} revisions" },
	changed: "last changed {date}",
	changedOnDisk: "last change not committed yet",
	counted: "{revisions}, {changed}.",
	older: { one: "{count} older one is not shown.", other: "{count} older ones are not shown." },
	shallow: "The clone is shallow: what came before the oldest of them is not in it.",
	lastChange: "The last change",
	lastChangeOf: "The last change: {lines}",
	/** A revision, and two of them. */
	revision: "{date}, {commit}",
	onDisk: "on disk, not committed",
	pair: "{older} → {newer}",
	pairOf: "{document}: {pair}, side by side",
	lines: { zero: "no line changed", one: "{count} line changed", other: "{count} lines changed" },
	more: {
		one: "{count} more line is not drawn; <code>{command}</code> prints it.",
		other: "{count} more lines are not drawn; <code>{command}</code> prints them.",
	},
	equalLines: "{count} equal lines",
	/** What a revision is, where it is no text to be compared. */
	states: {
		deleted: "{revision}: the document was deleted.",
		noFile: "{revision}: a link or a repository stood in the place of the document.",
		binary: "{revision}: it is no text.",
		tooLarge: "{revision}: it has {bytes} bytes, which is more than is read of a document.",
		notHere: "{revision}: this clone does not hold its content.",
		lossy: "{revision}: some of its bytes are no UTF-8; \uFFFD stands for each.",
	},
	formerly: "{revision}: it was called {path}.",
	tooDifferent: "They are too different to be compared line by line.",
	same: "Their text is the same.",
	/** In the Markdown of a handoff. */
	twin: "{document}: {revisions}, {changed}",
} as const;
