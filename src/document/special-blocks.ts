/**
 * Blocks that are more than their tokens say: code with its language, and mathematics in a fence.
 */
import type { Tokens } from "marked";
import { visible, visibleCode } from "../text/visible.ts";
import type { Block } from "./document.ts";
import { decode } from "../text/entities.ts";
import { withoutEscapes } from "./tags/tag.ts";

/** The language is the first word after the fence. */
export function codeBlock(token: Tokens.Code): Block {
  // GitHub's way to write a display ("Writing mathematical expressions").
  if (/^math\b/.test(token.lang ?? "")) return { type: "math", tex: visibleCode(token.text).trim() };
  // Quarto and Pandoc write `{python}`, `{.python .numberLines}`.
  const language = /^\{?\.?([^\s{},=]+)/.exec(token.lang ?? "")?.[1] ?? "";
  return {
    type: "codeBlock",
    language: visible(decode(language)),
    text: visibleCode(withoutEscapes(token.text)),
  };
}
