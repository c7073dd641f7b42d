import { describe, expect, it } from "vitest";
import { render } from "./records.ts";

const hash = "0123456789abcdef".repeat(4);

describe("search sections", () => {
	it("hold each heading's own text under its anchor and line", () => {
		const { searchSections } = render(
			"intro\n\n# One\n\ntext *a*\n\n## Two `b`\n\n- item\n- [x] task\n",
			{},
			{ title: "One" },
		);
		expect(searchSections).toEqual([
			{ slug: "", title: "One", line: 1, text: "intro" },
			{ slug: "one", title: "One", line: 3, text: "text a" },
			{ slug: "two-b", title: "Two b", line: 7, text: "item\ntask" },
		]);
	});

	it("keep identifiers, commands and table cells whole", () => {
		const { searchSections } = render(
			"PKG-ADMIN-001 `response_text` and content_blocks\n\n```bash\npytest -q --ignore=x\n```\n\n| WriteViolation | <id> |\n|---|---|\n| __init__ | H-18B |\n\n<sequence>\n",
		);
		const text = searchSections[0]?.text ?? "";
		for (const word of [
			"PKG-ADMIN-001",
			"response_text",
			"content_blocks",
			"pytest -q --ignore=x",
			"WriteViolation",
			"<id>",
			"__init__",
			"H-18B",
			"<sequence>",
		])
			expect(text).toContain(word);
	});

	it("leave out digests, drawings and the middle of long logs", () => {
		const log = Array.from({ length: 200 }, (_, line) => `step${line}`).join("\n");
		const { searchSections } = render(
			`a.py sha256:${hash} b.py ${hash} c 1a2b3c4\n\n\`\`\`\n┌─────────┐\n│PKG-A-001├──▶ plan\n└─────────┘\n\`\`\`\n\n\`\`\`\n${log}\n\`\`\``,
		);
		const text = searchSections[0]?.text ?? "";
		expect(text).toMatch(/^a\.py\s+b\.py\s+c 1a2b3c4\n/);
		expect(text).not.toMatch(/0123|sha256|[┌─│]|step100\b/);
		expect(text).toContain("PKG-A-001 plan");
		expect(text).toContain("step0\n");
		expect(text).toContain("step199");
	});
});
