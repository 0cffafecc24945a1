/**
 * Shows the addresses of links and pictures in text that can't be clicked: after each link, or as numbers of
 * a list after the essay.
 *
 *     [the ship](/the-ship)    inline ─▶ the ship </the-ship>
 *                              end ────▶ the ship{1}  …  {1} /the-ship
 */
import type { Block, Document, Inline } from "../document/document.ts";
import { plainText } from "../document/spelling.ts";
import { expandInlines, firstCitedIn, inlinesOf, withTheirNotes } from "../document/walk.ts";

/** The place of addresses. */
export type AddressPlace = "inline" | "end" | "none";

/** The place of notes: under the block that cites them, after the essay, or nowhere. */
export type NotesAt = "under" | "end" | "nowhere";

/** A document that shows the addresses of its links. */
export interface Addressed {
  readonly document: Document;
  /** The addresses of the list, each once, in the order of their numbers from 1; empty unless the place is "end". */
  readonly list: readonly string[];
}

/**
 * A document with the addresses of its links and pictures in their place, also in notes. A link whose text is
 * its address does not show it again. Numbers follow the order of the page: a note comes after the block that
 * cites it, unless `notesAt` is "end".
 */
export function withAddresses(
  document: Document,
  place: AddressPlace,
  notesAt: NotesAt = "under",
): Addressed {
  if (place === "none") return { document, list: [] };
  const numbers = new Map<string, number>();
  const mark = (href: string): Inline => {
    if (place === "inline") return text(` <${href}>`);
    if (!numbers.has(href)) numbers.set(href, numbers.size + 1);
    return text(addressMark(numbers.get(href)!));
  };
  const shown = (inline: Inline): readonly Inline[] => {
    const address = shownAddress(inline);
    return address === undefined ? [inline] : [inline, mark(address)];
  };
  const addressed = (blocks: readonly Block[]): readonly Block[] =>
    expandInlines({ blocks, notes: [] }, shown).blocks;
  const notes = [...document.notes];
  const waiting = new Set(notes.keys());
  const addressNotes = (indexes: Iterable<number>): void => {
    for (const index of indexes) {
      const note = notes[index];
      if (note && waiting.delete(index)) notes[index] = { ...note, blocks: addressed(note.blocks) };
    }
  };
  const blocks = document.blocks.flatMap((block) => {
    const own = addressed([block]);
    const cited = notesAt === "under" ? withTheirNotes(firstCitedIn(inlinesOf([block])), document) : [];
    addressNotes(cited.map((number) => number - 1));
    return own;
  });
  if (notesAt !== "nowhere") addressNotes([...waiting]);
  return { document: { ...document, blocks, notes }, list: [...numbers.keys()] };
}

/** The address to show after an inline; undefined if there is none, or if the text is the address. */
function shownAddress(inline: Inline): string | undefined {
  if (inline.type === "link")
    return inline.href.trim() === "" || saysItsAddress(inline) ? undefined : inline.href;
  // A picture without words is shown by the name of its file.
  if (inline.type !== "image" || /^data:/i.test(inline.src.trim())) return undefined;
  return inline.src === "" || (inline.alt === "" && !inline.src.includes("/")) ? undefined : inline.src;
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
