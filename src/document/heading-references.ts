/**
 * Headings as what references name: `[A heading][]` (Pandoc's manual, "Implicit header references").
 */
import type { Token } from "marked";
import { anchorOf } from "./anchor.ts";
import { attributesAtEnd } from "./attributes.ts";
import { normalizedLabel } from "./inline/destination.ts";

/** The address of each heading of the top level, by its text as `comparedHeading` has it; of equal ones, that of the first. */
export function headingReferences(tokens: readonly Token[]): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const token of tokens) {
    if (token.type !== "heading" || typeof token["text"] !== "string") continue;
    const found = attributesAtEnd(token["text"]);
    const own = withoutMarks(found?.text ?? token["text"]);
    const label = normalizedLabel(own);
    if (!addresses.has(label)) addresses.set(label, `#${found?.attributes.id ?? anchorOf(own.trim())}`);
  }
  return addresses;
}

/** A label as headings are compared with it. */
export function comparedHeading(label: string): string {
  return normalizedLabel(withoutMarks(label));
}

/** Text without marks of emphasis and code. */
function withoutMarks(text: string): string {
  return text.replace(/[*_`~\\]/g, "");
}
