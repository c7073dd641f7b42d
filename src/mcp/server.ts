import { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { jsonEscaped } from "#model/hidden.ts";
import { type ToolName, toolArguments } from "./arguments.ts";
import { type ArchiveLibrary, Refused } from "./library.ts";
import {
	baselineAnswer,
	decisionsAnswer,
	documentAnswer,
	handoffAnswer,
	introduction,
	searchAnswer,
	verdictsAnswer,
} from "./tools.ts";

/** An answer longer than this is of no use to who asked, and is cut off with a word on it. */
const longestAnswer = 200_000;

const descriptions: Readonly<Record<ToolName, string>> = {
	search: "Full-text search over every document of the archive, or a jump to an id, package, path, hash or rule.",
	handoff: "One handoff: status, documents with sections and facts, relations in both directions, open findings.",
	verdicts: "The verdict sheet of a handoff: what each rule decided, why, and the lines that prove it.",
	baseline: "The baseline a handoff starts from and leaves behind: packages, tests, failures, compared by scope.",
	decisions: "Decisions as the documents state them, with what later ones supersede or contradict.",
	document: "Lines of a document of the archive, as they stand in the file.",
};

/** Serves an archive to one client over standard input and output, until closed. */
export async function serveArchive(library: ArchiveLibrary, version: string): Promise<{ close(): Promise<void> }> {
	const instructions = introduction(await library.archive());
	return serveStdio(() => createServer(library, version, instructions));
}

function createServer(library: ArchiveLibrary, version: string, instructions: string): McpServer {
	const server = new McpServer({ name: "handoff-archive", version }, { capabilities: { tools: {} }, instructions });
	const about = (name: ToolName) => ({
		description: descriptions[name],
		annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
	});
	server.registerTool("search", { ...about("search"), inputSchema: toolArguments.search }, (given) =>
		answer(() => searchAnswer(library, given)),
	);
	server.registerTool("handoff", { ...about("handoff"), inputSchema: toolArguments.handoff }, (given) =>
		answer(() => handoffAnswer(library, given)),
	);
	server.registerTool("verdicts", { ...about("verdicts"), inputSchema: toolArguments.verdicts }, (given) =>
		answer(() => verdictsAnswer(library, given)),
	);
	server.registerTool("baseline", { ...about("baseline"), inputSchema: toolArguments.baseline }, (given) =>
		answer(() => baselineAnswer(library, given)),
	);
	server.registerTool("decisions", { ...about("decisions"), inputSchema: toolArguments.decisions }, (given) =>
		answer(() => decisionsAnswer(library, given)),
	);
	server.registerTool("document", { ...about("document"), inputSchema: toolArguments.document }, (given) =>
		answer(() => documentAnswer(library, given)),
	);
	return server;
}

/** An answer as text and as data; a refusal is an answer too. */
async function answer(ask: () => Promise<object>) {
	try {
		const data = await ask();
		// Agents must not take for an order what nobody sees.
		const text = jsonEscaped(JSON.stringify(data, null, "\t"));
		if (text.length > longestAnswer)
			return refusal(`the answer has ${text.length} characters, more than ${longestAnswer}; ask for less`);
		return { content: [{ type: "text" as const, text }], structuredContent: { ...data } };
	} catch (error) {
		if (error instanceof Refused) return refusal(error.message);
		throw error;
	}
}

function refusal(text: string) {
	return { content: [{ type: "text" as const, text }], isError: true };
}
