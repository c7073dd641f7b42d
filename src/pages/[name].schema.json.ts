import { transferFlow } from "virtual:handoff-archive/bodies";
import type { APIRoute } from "astro";

/** The JSON Schemas of handoffs and of their log, where the archive has any. */
export function getStaticPaths() {
	const flow = transferFlow();
	if (flow === null) return [];
	return Object.entries(flow.schemas).map(([name, schema]) => ({ params: { name }, props: { schema } }));
}

export const GET: APIRoute<{ schema: object }> = ({ props }) =>
	new Response(`${JSON.stringify(props.schema, null, "\t")}\n`);
