import { describe, expect, it } from "vitest";
import { judgeLink } from "#render/links.ts";
import type { LinkTarget } from "#render/options.ts";
import { bareNames, linkFiles } from "../../src/components/handoff/file-links.ts";
import { processorTime } from "../processor-time.ts";
import { render } from "./records.ts";
import { attributes, elementsOf } from "./shown-text.ts";

const links = (html: string) =>
	elementsOf(html)
		.filter((element) => element.tagName === "a")
		.map(attributes)
		.filter(({ class: className }) => className !== "src");

describe("judgeLink", () => {
	it.each([
		["https://example.org/a?b=c", "external"],
		["HTTP://example.org", "external"],
		["mailto:a@example.org", "external"],
		["#part", "fragment"],
		["../H-2/H-2_RESULTS.md", "path"],
		["file.md?x=1:2", "path"],
		["javascript:alert(1)", "refused"],
		["java\tscript:alert(1)", "refused"],
		["\u0001javascript:alert(1)", "refused"],
		["java\u200Bscript:alert(1)", "refused"],
		["data:text/html,x", "refused"],
		["vbscript:x", "refused"],
		["file:///etc/passwd", "refused"],
		["C:\\temp", "refused"],
		["//example.org", "refused"],
		["\\\\example.org", "refused"],
		["/\\example.org", "refused"],
		["https://exa mple.org", "refused"],
		["", "refused"],
	])("%j is %s", (url, kind) => {
		expect(judgeLink(url).kind).toBe(kind);
	});
});

describe("links of a document", () => {
	it("leave the archive without telling where from", () => {
		expect(links(render("[x](https://example.org/?a=1&b=2)").html)).toEqual([
			{ href: "https://example.org/?a=1&b=2", rel: "noopener noreferrer nofollow" },
		]);
	});

	it("lead to a heading of the same document under the page's prefix, and nowhere else", () => {
		const { html } = render("# Über uns\n\n[a](#über-uns) [b](#%C3%BCber-uns) [c](#Über-Uns) [d](#nowhere)");
		expect(links(html).map(({ href }) => href)).toEqual(Array(3).fill("#spec-%C3%BCber-uns"));
	});

	it("ask the archive about relative addresses and keep the address as written in sight", () => {
		const asked: LinkTarget[] = [];
		const { html } = render("[a](../H-2/H-2_RESULTS.md#tests) [b](gone.md)", {
			resolveLink: (target) => {
				asked.push(target);
				return target.kind === "path" && target.url.startsWith("../H-2") ? "/handoffs/h-2/#results-tests" : null;
			},
		});
		expect(asked.flatMap((target) => (target.kind === "path" ? target.url : []))).toEqual([
			"../H-2/H-2_RESULTS.md#tests",
			"gone.md",
		]);
		expect(links(html)).toEqual([{ href: "/handoffs/h-2/#results-tests", title: "../H-2/H-2_RESULTS.md#tests" }]);
		expect(html).toContain('<span class="unlinked">b</span> <code>gone.md</code>');
	});

	it("never carry a resolver's mistake to the page", () => {
		expect(links(render("[a](x.md)", { resolveLink: () => "javascript:alert(1)" }).html)).toEqual([{ title: "x.md" }]);
	});

	it("count what was refused", () => {
		const { neutralised } = render("[a](javascript:x) ![b](data:x) <b> </b>\n\n<p>\n\nx\u202Ey");
		expect(neutralised).toEqual({ links: 2, html: 3, characters: 1 });
	});
});

describe("ids in running text", () => {
	const known = {
		mentions: [
			{ text: "H-2", id: "H-2", line: 1 },
			{ text: "Follow-Up #2A", id: "H-2A", line: 1 },
			{ text: "H-1", id: "H-1", line: 1 },
			{ text: "H-9", id: "H-9", line: 1 },
		],
		packageMentions: [{ text: "PKG-A-001", id: "PKG-A-001", line: 1 }],
	};
	const resolveLink = (target: LinkTarget) => {
		if (target.kind === "path") return null;
		if (target.kind === "file") return target.name.endsWith("H-2_RESULTS.md") ? "/results" : null;
		return target.id === "H-9" ? null : `/${target.id}`;
	};

	it("link to what the archive knows, except to the handoff itself", () => {
		const { html } = render("H-2, **Follow-Up #2A**, PKG-A-001, H-1 and H-9", { resolveLink }, known);
		expect(links(html).map(({ href }) => href)).toEqual(["/H-2", "/H-2A", "/PKG-A-001"]);
	});

	it("never make a document of nothing but ids fail", () => {
		const { html } = render("H-2 ".repeat(200_000), { resolveLink }, known);
		expect(html.split("H-2 ").length + html.split("H-2<").length).toBeGreaterThan(200_000);
	});

	it("stay plain in links, inside longer names and on lines that do not mean them", () => {
		const { html } = render(
			"[H-2 `H-2`](https://example.org) H-20 XH-2 PKG-A-001-B\n\nH-2 `H-2`",
			{ resolveLink },
			known,
		);
		expect(links(html).map(({ href }) => href)).toEqual(["https://example.org/"]);
	});

	it("link as code only where they are all of it, so that code is copied as it stands", () => {
		const { html } = render("`H-2` `PKG-A-001` `H-2 --all` `xH-2`\n\n```\nH-2\n```", { resolveLink }, known);
		expect(html).toContain('<a href="/H-2"><code>H-2</code></a> <a href="/PKG-A-001"><code>PKG-A-001</code></a>');
		expect(links(html)).toHaveLength(2);
	});

	it("stand beside the names of documents, in words and as code", () => {
		const { html } = render("See H-2/H-2_RESULTS.md. H-2 and `H-2_RESULTS.md`, not other.md.", { resolveLink }, known);
		expect(html).toContain('See <a href="/results">H-2/H-2_RESULTS.md</a>. <a href="/H-2" class="nowrap">H-2</a> and');
		expect(html).toContain('<a href="/results"><code>H-2_RESULTS.md</code></a>, not other.md.');
	});

	it("leave the names of other files to whoever knows them, in words and as code", () => {
		const text = "HOT/kernel/a.py, `b.py` and H-2, not `c.py --all` or [d.py](https://example.org).\n\n```\ne.py\n```";
		const { html } = render(text, { resolveLink, markFiles: true }, known);
		expect(html).toContain(
			'<p id="spec-L1"><a data-file="">HOT/kernel/a.py</a>, <a data-file=""><code>b.py</code></a> and',
		);
		expect(html.match(/data-file/g)).toHaveLength(2);
		const asked: string[] = [];
		const linked = linkFiles(html, (name) => {
			asked.push(name);
			return name === "b.py" ? '/files/x/#"b' : null;
		});
		expect(asked).toEqual(["HOT/kernel/a.py", "b.py"]);
		expect(linked).toContain('<p id="spec-L1">HOT/kernel/a.py, <a href="/files/x/#&quot;b"><code>b.py</code></a> and');
		expect(linked).not.toContain("data-file");
		expect(render(text, { resolveLink }, known).html).not.toContain("data-file");
	});

	it("of files may be bare where the handoff claims one of that name only", () => {
		const claims = [
			{ path: "PKG-A/a.py", href: "files/a/#1" },
			{ path: "PKG-A/a.py", href: "files/a/#1" },
			{ path: "PKG-A/manifest.json", href: "files/a/#2" },
			{ path: "PKG-B/manifest.json", href: "files/b/#1" },
			{ path: "install.sh", href: "files/in/#1" },
		];
		expect([...bareNames(claims)]).toEqual([
			["a.py", "files/a/#1"],
			["install.sh", "files/in/#1"],
		]);
	});

	it("of files cannot be written by a document", () => {
		const { html } = render(
			'<a data-file="">b.py</a> `<a data-file="">b.py</a>`',
			{ resolveLink, markFiles: true },
			known,
		);
		const linked = linkFiles(html, () => "/here");
		expect(links(linked).every(({ href }) => href === "/here")).toBe(true);
		expect(linked).toContain("&lt;a data-file");
		expect(linked).not.toContain("<a data-file");
	});

	it("look at long words once", () => {
		const start = processorTime();
		render(`${"a.".repeat(100_000)} ${"a/".repeat(100_000)}b ${"x.y ".repeat(50_000)}`, { resolveLink }, known);
		expect(processorTime() - start).toBeLessThan(5_000);
	});
});
