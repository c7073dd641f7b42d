/** A rule of secretlint, as far as it is used here: it looks at a file and reports stretches of it. */
export interface SecretRule {
	readonly meta: { readonly id: string };
	create(context: SecretContext, options: object): { file?(source: object): unknown };
}

/** What such a rule is given to report with. */
export interface SecretContext {
	createTranslator(messages: unknown): (id: string) => { readonly message: string; readonly messageId: string };
	report(found: { readonly range: readonly [number, number] }): void;
	ignore(): void;
}
