import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const withFrontMatter = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]).freeze();

/** Parses with remark-parse and remark-gfm: the reference that the native parser is held to, and its stand-in. */
export function parseRemark(text: string, frontMatter: boolean): Root {
	return (frontMatter ? withFrontMatter : plain).parse(text);
}
