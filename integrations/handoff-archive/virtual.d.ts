declare module "virtual:handoff-archive/bodies" {
	/** The HTML of a document, by the name its slice gives; safe to be put on a page as it is. */
	export function bodyOf(name: string): string;
	/** The export of the archive, as JSON text. */
	export function archiveJson(): Uint8Array<ArrayBuffer>;
}
