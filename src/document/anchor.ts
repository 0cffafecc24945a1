/**
 * Anchors of headings, as GitHub makes them: small letters, blanks as hyphens, punctuation left out; a number where
 * one is taken.
 */
import type { Document } from "./document.ts";
import { plainText } from "./document.ts";

/** The anchor of a heading with this text, but for its number. */
export function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** Anchors of headings in their order: of several that would be the same, the later ones get `-1`, `-2`. */
export function anchorsOf(headings: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return headings.map((text) => {
    const own = anchorOf(text);
    let anchor = own;
    while (taken.has(anchor)) {
      const count = taken.get(own)! + 1;
      taken.set(own, count);
      anchor = `${own}-${count}`;
    }
    taken.set(anchor, 0);
    return anchor;
  });
}

/** The texts of a document's headings, as far as they are not within other blocks. */
export function headingTexts(document: Document): string[] {
  return document.blocks.flatMap((block) =>
    block.type === "heading" ? [plainText(block.children).trim()] : [],
  );
}
