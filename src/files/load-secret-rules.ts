import { createRequire } from "node:module";
import type { SecretRule } from "#model/secrets.ts";

/** Rules that are no scanner of a text: they pardon what a comment names. */
const pardons = /filter-comments$/u;

/** Gets secretlint's recommended rules without waiting, and only when they are asked for. Null where they cannot be loaded so. */
export function loadSecretRules(): readonly SecretRule[] | null {
	try {
		const load = createRequire(import.meta.url);
		const preset = load("@secretlint/secretlint-rule-preset-recommend") as { readonly rules: readonly SecretRule[] };
		return preset.rules.filter(({ meta }) => !pardons.test(meta.id));
	} catch {
		return null;
	}
}
