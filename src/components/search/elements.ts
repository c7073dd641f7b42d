type Child = Node | string | null | undefined | false;

/** Makes an element. Text becomes text: nothing that is found in a document can become markup here. */
export function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Readonly<Record<string, string>> = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
	for (const child of children) if (child) made.append(child);
	return made;
}

/** An element that the page is known to hold. */
export function known<Type extends Element>(id: string, type: abstract new () => Type): Type {
	const found = document.getElementById(id);
	if (found instanceof type) return found;
	throw new Error(`The search page has no ${id}.`);
}
