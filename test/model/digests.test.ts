import { expect, it } from "vitest";
import { withoutDigests } from "#model/digests.ts";

const digest = "ab".repeat(32);

it.each([
	[`\`a.py\` (SHA256: ${digest}) — the reader`, "`a.py`  — the reader"],
	[`a.py (SHA256 after: \`sha256:${digest}\`)`, "a.py "],
	[`a.py (\`${digest}\`)`, "a.py "],
	[`CP.tar.gz SHA256 (unchanged): \`${digest}\``, "CP.tar.gz SHA256 (unchanged): "],
	[`call f() of sha256:${digest}`, "call f() of "],
	["nothing (SHA256: ) of the kind", "nothing (SHA256: ) of the kind"],
])("what a digest leaves behind goes with it: %s", (text, expected) => {
	expect(withoutDigests(text)).toBe(expected);
});
