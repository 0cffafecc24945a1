/**
 * Blocks that need more than their tokens: code with its language and its title, and mathematics in a fence.
 */
import type { Token, Tokens } from "marked";
import { visible, visibleCode } from "../text/visible.ts";
import { infoOf, namedByFirstLine } from "./code-fence.ts";
import type { Block } from "./document.ts";
import { decode } from "../text/entities.ts";
import { text } from "./inlines.ts";
import { withoutEscapes, withoutProtection } from "./tags/tag.ts";

/** Code that is a file which mdBook inserts. */
const INSERTED = /^\s{0,9}\{\{#(?:rustdoc_)?include\s{1,9}([^\s{}:]{1,200})[^{}\n]{0,100}\}\}\s{0,9}$/;

const MATH = /^math\b/;

/** Whether it is a display in a fence. */
export function isMathFence(token: Token): boolean {
  return token.type === "code" && MATH.test((token as Tokens.Code).lang ?? "");
}

/** Code; with a title, a figure. */
export function codeBlock({ lang = "", text: written }: Tokens.Code): Block {
  // GitHub's way to write a display ("Writing mathematical expressions").
  if (MATH.test(lang)) return { type: "math", tex: visibleCode(written).trim() };
  const { language, title } = infoOf(lang);
  const first = language === "" ? namedByFirstLine(written) : undefined;
  const code: Extract<Block, { type: "codeBlock" }> = {
    type: "codeBlock",
    language: visible(decode(first?.language ?? language)),
    text: visibleCode(withoutProtection(withoutEscapes(first?.code ?? written))),
  };
  const file = INSERTED.exec(code.text)?.[1];
  if (file !== undefined)
    return { type: "paragraph", children: [{ type: "shortcode", text: visible(`‹${file}›`) }] };
  if (title === "") return code;
  return { type: "figure", children: [code], caption: [text(visible(decode(title)))] };
}
