/**
 * A place in a document described by its words, so that it is found again after an edit of the file: the
 * block, its first words, and the offset in it.
 */
import type { Document } from "./document.ts";
import { blockText } from "./flow.ts";
import { largest } from "../text/extremes.ts";

export interface TextPlace {
  /** The index of the top-level block; -1 above the first. */
  readonly block: number;
  /** The beginning of the block. */
  readonly words: string;
  /** The number of a note shown at the block; undefined for the block itself. */
  readonly note: number | undefined;
  /** Characters of the block, or of the note, before the place, without blanks. */
  readonly offset: number;
}

/** The length that identifies a paragraph, in UTF-16 code units. */
const LONGEST = 80;
/** The share of its words that an edited paragraph must still have. */
const ALIKE = 0.5;

/** The beginning of a block; empty above the first. */
export function firstWords(document: Document, block: number): string {
  return textOfBlock(document, block).slice(0, LONGEST);
}

/** The present block of a place: the nearest with the same beginning; otherwise the one most like it; otherwise the one with its index. */
export function findBlock(document: Document, place: Pick<TextPlace, "block" | "words">): number {
  const { block, words } = place;
  const last = document.blocks.length - 1;
  if (block < 0) return -1;
  if (words === "") return Math.min(block, last);
  const beginnings = document.blocks.map((_, index) => firstWords(document, index));
  const same = nearest(
    beginnings.flatMap((beginning, index) => (beginning === words ? [index] : [])),
    block,
  );
  if (same !== undefined) return same;
  const wanted = wordsOf(words);
  const shares = beginnings.map((beginning) => shareOf(wanted, wordsOf(beginning)));
  const best = largest(shares, 0);
  if (best < ALIKE) return Math.min(block, last);
  return nearest(
    shares.flatMap((share, index) => (share === best ? [index] : [])),
    block,
  )!;
}

/** The text of a note, on one line. */
export function noteText({ notes }: Document, number: number): string {
  const inlines = (notes[number - 1]?.blocks ?? []).map((block) => blockText(block));
  return squeezed(inlines.join(" "));
}

/** The text of a block, on one line. */
export function textOfBlock({ blocks }: Document, block: number): string {
  const own = blocks[block];
  return own ? squeezed(blockText(own)) : "";
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function shareOf(wanted: ReadonlySet<string>, words: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of wanted) if (words.has(word)) shared++;
  return wanted.size === 0 ? 0 : shared / wanted.size;
}

function nearest(candidates: readonly number[], to: number): number | undefined {
  return candidates.reduce<number | undefined>(
    (best, one) => (best === undefined || Math.abs(one - to) < Math.abs(best - to) ? one : best),
    undefined,
  );
}
