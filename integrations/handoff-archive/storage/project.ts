import { fileURLToPath } from "node:url";

/** Folder of the project: the pages, styles and this integration. */
export const projectRoot = fileURLToPath(new URL("../../../", import.meta.url));
