/**
 * Reference links to headings: `[A heading][]` (Pandoc's manual, "Implicit header references").
 */
import type { Token } from "marked";
import { headingAnchor } from "../anchor.ts";
import { attributesAtEnd } from "../convert/attributes.ts";
import { linkLabel } from "../inline/destination.ts";

/**
 * The address of each top-level heading, by its text as `comparedHeading` returns it; the first of equal headings
 * counts.
 */
export function headingReferences(tokens: readonly Token[]): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const token of tokens) {
    if (token.type !== "heading" || typeof token["text"] !== "string") continue;
    const found = attributesAtEnd(token["text"]);
    const own = withoutMarks(found?.text ?? token["text"]);
    const label = linkLabel(own);
    if (!addresses.has(label)) addresses.set(label, `#${found?.attributes.id ?? headingAnchor(own.trim())}`);
  }
  return addresses;
}

/** A label in the form in which it is compared with headings. */
export function comparedHeading(label: string): string {
  return linkLabel(withoutMarks(label));
}

/** Text without marks of emphasis and code. */
function withoutMarks(text: string): string {
  return text.replace(/[*_`~\\]/g, "");
}
