/**
 * The text of inlines without markup.
 */
import type { Image, Inline, WikiLink } from "./document.ts";

/**
 * How a text spells hard breaks, text and code of the tree, formulas (by their TeX alone, unless `formula` says otherwise), and
 * pictures (by their description alone, unless `picture` does).
 */
export interface Spelling {
  readonly hardBreak: string;
  readonly written: (text: string) => string;
  readonly formula?: (formula: InlineMath) => string;
  readonly picture?: (picture: Image) => string;
}

type InlineMath = Extract<Inline, { type: "inlineMath" }>;

export const PLAIN: Spelling = { hardBreak: " ", written: (text) => text };

/** As `PLAIN`, with formulas between their delimiters. */
export const DELIMITED: Spelling = { ...PLAIN, formula: ({ tex, written }) => written ?? `$${tex}$` };

/** The text of inlines without markup, for an image's alternative text or a heading's anchor. */
export function plainText(inlines: readonly Inline[]): string {
  return spelledText(inlines, PLAIN);
}

/** As `plainText`, with formulas between their delimiters, so that they can be told apart from words. */
export function delimitedText(inlines: readonly Inline[]): string {
  return spelledText(inlines, DELIMITED);
}

/** As `plainText`, in another spelling. */
export function spelledText(inlines: readonly Inline[], spelling: Spelling): string {
  return inlines.map((inline) => inlineText(inline, spelling)).join("");
}

/**
 * The text of a wiki link that leads nowhere. A link without a letter does not name a page, as in
 * `x[[1]]`, and stays as written, unless it is a date: `2024`, `2020_01_01`.
 */
export function wikiText({ href, text, raw }: WikiLink): string {
  return /\p{L}|\d{4}[-_.]\d|^(?:19|20)\d\d$/u.test(href === text ? href : href + text) ? text : raw;
}

function inlineText(inline: Inline, spelling: Spelling): string {
  switch (inline.type) {
    case "text":
    case "codeSpan":
    case "shortcode":
      return spelling.written(inline.text);
    case "wikiLink":
      return wikiText(inline);
    case "inlineMath":
      return spelling.formula?.(inline) ?? inline.tex;
    case "image":
      return spelling.picture?.(inline) ?? inline.alt;
    case "hardBreak":
      return spelling.hardBreak;
    case "citation":
      return "";
    default:
      return spelledText(inline.children, spelling);
  }
}
