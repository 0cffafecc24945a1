/**
 * Markdown laid out for tests.
 */
import { parseDocument } from "../../src/document/parse.ts";
import { layoutDocument, type LayoutOptions } from "../../src/layout/layout.ts";
import type { Line } from "../../src/layout/line.ts";
import { paintPlain, paintTagged } from "../../src/formats/plain.ts";

export function layOut(markdown: string, options: Partial<LayoutOptions> = {}): Line[] {
  return layoutDocument(parseDocument(markdown), {
    width: Infinity,
    notes: "inline",
    marks: "brackets",
    ...options,
  });
}

/** The page as plain text, a line an entry. */
export function page(markdown: string, options: Partial<LayoutOptions> = {}): string[] {
  return layOut(markdown, options).map(paintPlain);
}

/** The page with roles as tags. */
export function taggedPage(markdown: string, options: Partial<LayoutOptions> = {}): string[] {
  return layOut(markdown, options).map(paintTagged);
}
