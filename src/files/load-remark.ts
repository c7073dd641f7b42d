import { createRequire } from "node:module";
import type { RemarkParser } from "#parse/markdown.ts";

/** Gets remark's parser without waiting: at once, and only when it is asked for. Null where it cannot be loaded so. */
export function loadRemark(): RemarkParser | null {
	try {
		const load = createRequire(import.meta.url);
		const module = load("../parse/remark.ts") as { readonly parseRemark: RemarkParser };
		return module.parseRemark;
	} catch {
		return null;
	}
}
