/**
 * HTML's names for parts of the tree: the elements of phrases, and the classes of code.
 */
import { escaped } from "./text.ts";

/** The element of each phrase. */
export const TAGS = {
  emphasis: "em",
  strong: "strong",
  strikethrough: "del",
  underline: "u",
  inserted: "ins",
  highlight: "mark",
  superscript: "sup",
  subscript: "sub",
  keyboard: "kbd",
  reference: "cite",
} as const;

/** The language of code as highlighters of pages look for it (the class that CommonMark's examples have). */
export function languageClass(language: string): string {
  const [name = ""] = language.trim().split(/[\s,{]/, 1);
  return name === "" ? "" : ` class="language-${escaped(name)}"`;
}
