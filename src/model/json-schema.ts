import { z } from "zod";
import { exportSchema } from "./export/export.ts";
import { standardSchema } from "./standard.ts";
import { waiversFileSchema } from "./waivers.ts";

/** The JSON Schema (2020-12) of the export, as `handoffs schema export` prints it and the site serves it beside the export. */
export function exportJsonSchema(): object {
	return z.toJSONSchema(exportSchema, { io: "output" });
}

/** The JSON Schema of one collection of the export by itself; null where the export has none of that name. */
export function collectionJsonSchema(name: string): object | null {
	const { formatVersion, title } = exportSchema.shape;
	const items = Object.hasOwn(exportSchema.shape, name)
		? exportSchema.shape[name as keyof typeof exportSchema.shape]
		: null;
	if (!items || name === "formatVersion" || name === "title") return null;
	return z.toJSONSchema(z.strictObject({ formatVersion, title, [name]: items }), { io: "output" });
}

/** The JSON Schema (2020-12) of a standard's YAML file, for editors. */
export function standardJsonSchema(): object {
	return z.toJSONSchema(standardSchema, { io: "input" });
}

/** The JSON Schema (2020-12) of the waivers file, for editors. */
export function waiversJsonSchema(): object {
	return z.toJSONSchema(waiversFileSchema, { io: "input" });
}
