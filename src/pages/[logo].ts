import { logo } from "virtual:handoff-archive/site";

/** The picture of the settings; no file where they name none. */
export function getStaticPaths() {
	return logo ? [{ params: { logo: logo.file } }] : [];
}

export function GET(): Response {
	return new Response(Buffer.from(logo?.base64 ?? "", "base64"), { headers: { "Content-Type": logo?.type ?? "" } });
}
