// Where the address asks for something, what the search needs is loaded beside its script instead of after it.
(() => {
	const base = document.currentScript?.dataset.base;
	if (base === undefined || location.protocol === "file:" || !/[?&]\w+=[^&]/.test(location.search)) return;
	const hint = (href, attributes) => {
		const link = document.createElement("link");
		Object.assign(link, attributes, { href: `${base}${href}` });
		document.head.append(link);
	};
	hint("pagefind/pagefind.js", { rel: "modulepreload" });
	for (const data of ["catalog", "thesaurus"])
		hint(`search/${data}.json`, { rel: "preload", as: "fetch", crossOrigin: "anonymous" });
})();
