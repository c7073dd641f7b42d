import { exportJsonSchema } from "#model/json-schema.ts";

/** The JSON Schema of archive.json. */
export const GET = () => new Response(`${JSON.stringify(exportJsonSchema(), null, "\t")}\n`);
