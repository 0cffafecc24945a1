/**
 * The addresses of links in text that can't be clicked: behind each link, or numbered, for a list after the essay.
 *
 *     [the ship](/the-ship)    inline ─▶ the ship </the-ship>
 *                              end ────▶ the ship{1}  …  {1} /the-ship
 */
import { type Document, type Inline, plainText } from "../document/document.ts";
import { expandInlines } from "../document/walk.ts";

/** Where addresses stand. */
export type AddressPlace = "inline" | "end" | "none";

/** A document that shows the addresses of its links. */
export interface Addressed {
  readonly document: Document;
  /** The addresses of the list, each once, in the order of their numbers from 1; empty unless they stand at the end. */
  readonly list: readonly string[];
}

/** A document with the addresses of its links in their place, notes included. What says its address already says it once. */
export function withAddresses(document: Document, place: AddressPlace): Addressed {
  if (place === "none") return { document, list: [] };
  const numbers = new Map<string, number>();
  const mark = (href: string): string => {
    if (place === "inline") return ` <${href}>`;
    if (!numbers.has(href)) numbers.set(href, numbers.size + 1);
    return addressMark(numbers.get(href)!);
  };
  const shown = expandInlines(document, (inline) =>
    inline.type === "link" && !saysItsAddress(inline) ? [inline, text(mark(inline.href))] : [inline],
  );
  return { document: shown, list: [...numbers.keys()] };
}

/** The mark of an address in the text and in the list. */
export function addressMark(number: number): string {
  return `{${number}}`;
}

function saysItsAddress({ href, children }: Extract<Inline, { type: "link" }>): boolean {
  const bare = (address: string): string => address.replace(/^(?:https?:\/\/|mailto:)/i, "");
  return bare(plainText(children).trim()) === bare(href.trim());
}

function text(own: string): Inline {
  return { type: "text", text: own };
}
