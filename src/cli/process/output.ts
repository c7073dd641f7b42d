import type { Writable } from "node:stream";
import type { Output } from "../command.ts";

/**
 * An output over a stream of the process. A reader that closes the pipe early (`| head`) is no error: what is left is dropped.
 * @throws from `write` where the stream fails in any other way, such as a full disk.
 */
export function streamOutput(stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }): Output {
	// A stream without a listener would take the process down; the error also reaches the callback of `write`.
	stream.on("error", () => {});
	let closed = false;
	return {
		isTTY: stream.isTTY ?? false,
		get columns() {
			return stream.columns ?? 80;
		},
		write: (text) =>
			new Promise((resolve, reject) => {
				if (closed) return resolve();
				stream.write(text, (error) => {
					if (error && "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED"))
						closed = true;
					if (error && !closed) reject(error);
					else resolve();
				});
			}),
	};
}
