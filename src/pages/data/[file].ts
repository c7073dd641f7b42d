import { collectionJson, collectionNames } from "virtual:handoff-archive/bodies";
import type { APIContext } from "astro";
import { collectionJsonSchema } from "#model/json-schema.ts";
import { href } from "../../components/links.ts";

/** Each list of archive.json by itself, the JSON Schema of each, and the list of them all. */
export function getStaticPaths() {
	return [
		{ params: { file: "index.json" }, props: { name: null, isSchema: false } },
		...collectionNames().flatMap(({ name }) => [
			{ params: { file: `${name}.json` }, props: { name, isSchema: false } },
			{ params: { file: `${name}.schema.json` }, props: { name, isSchema: true } },
		]),
	];
}

export function GET({ props }: APIContext<{ name: string | null; isSchema: boolean }>): Response {
	const { name, isSchema } = props;
	if (name === null) return new Response(`${JSON.stringify(listOfCollections(), null, "\t")}\n`);
	if (!isSchema) return new Response(collectionJson(name));
	return new Response(`${JSON.stringify(collectionJsonSchema(name), null, "\t")}\n`);
}

function listOfCollections() {
	const whole = { name: "archive", json: href("archive.json"), schema: href("archive.schema.json") };
	const collections = collectionNames().map(({ name, items }) => ({
		name,
		items,
		json: href(`data/${name}.json`),
		schema: href(`data/${name}.schema.json`),
	}));
	return { whole, collections, handoff: `${href("handoffs/")}{slug}.json` };
}
