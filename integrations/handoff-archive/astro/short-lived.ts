/** What in Astro's own modules keeps a page that was made in memory, and what it is replaced by. */
export const keepers: readonly {
	/** The module, below the folder of Astro's package. */
	readonly module: string;
	readonly keeps: string | RegExp;
	readonly instead: string;
}[] = [
	{
		// V8 takes a function that is made where it becomes a property for one that stays, and what such a one holds stays with it until
		// the whole heap is looked through: of each page, all that was put into its layout.
		module: "dist/runtime/server/render/astro/instance.js",
		keeps: /this\.slotValues\[name\] = (\(\) => \{.*?^ {6}\});/ms,
		instead: "const slotValue = $1;\n      this.slotValues[name] = slotValue;",
	},
	{
		// The list of components that may add to the head of a page is needed until the page is made. Who holds it is held like the above.
		module: "dist/runtime/server/render/page.js",
		keeps: "body = await renderToString(result, componentFactory, props, children, true, route);",
		instead: "$&\n    result._metadata.propagators.clear();",
	},
];

/**
 * Lets go of each page when it is made: making a thousand pages takes a tenth less time, and a heap that does not grow. Where Astro's
 * modules change, they are left as they are.
 */
export function shortLivedPages() {
	return {
		name: "handoff-archive:short-lived-pages",
		transform(code: string, id: string): string | undefined {
			const keeper = keepers.find(({ module }) => id.endsWith(`/node_modules/astro/${module}`));
			return keeper && code.replace(keeper.keeps, keeper.instead);
		},
	};
}
