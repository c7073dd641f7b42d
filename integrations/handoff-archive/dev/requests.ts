/** What the dev server's answers need to know of a request. */
export interface Request {
	readonly url?: string | undefined;
}

/** The parts of a response of Node's that the dev server's answers use. */
export interface Response {
	writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
	end(text: string): unknown;
}
