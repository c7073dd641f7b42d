import type { Settings } from "#settings.ts";
import { makeBundle } from "./make.ts";

/** What a bundle is made from, and in which private folder. */
export interface BundleTask {
	readonly settings: Settings;
	readonly work: string;
}

/** The folder of the bundle, or what kept it from being made. */
export type BundleAnswer =
	| { readonly folder: string }
	| { readonly failure: { readonly name: string; readonly message: string; readonly hint?: string | undefined } };

async function answer({ settings, work }: BundleTask): Promise<BundleAnswer> {
	try {
		return { folder: await makeBundle(settings, work) };
	} catch (error) {
		if (!(error instanceof Error)) return { failure: { name: "Error", message: String(error) } };
		const hint = "hint" in error && typeof error.hint === "string" ? error.hint : undefined;
		return { failure: { name: error.name, message: error.message, hint } };
	}
}

process.once("message", async (task: BundleTask) => {
	const given = await answer(task);
	// The bundler may leave threads of its own behind.
	process.send?.(given, () => process.exit());
});
// Whoever asked is gone.
process.once("disconnect", () => process.exit());
