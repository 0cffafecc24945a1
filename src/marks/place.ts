/**
 * Finding a passage again: on the same words, or not at all.
 *
 *     the same text, the same place ─▶ there
 *     its words once ────────────────▶ there
 *     its words more than once ──────▶ the place with the old context; if two places are alike: orphan
 *     its words nowhere ─────────────▶ the most similar words, if at most a fifth of them is changed, if nothing else in the
 *                                      text is as similar, and if the context agrees; else orphan
 *
 * An orphan is listed with its old place and words. That is a nuisance; a note on the wrong words is a lie.
 */
import type { Document } from "../document/document.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import { type Galley, galleyOf, type MarkRange } from "./galley.ts";
import { headingAbove } from "./anchor.ts";
import type { Effort } from "./approximate.ts";
import { exact } from "./exact.ts";
import { reworded } from "./reworded.ts";
import type { Anchor, Mark } from "./mark.ts";
import { stretchIn } from "./compared.ts";

/** The place of a passage in the present text. */
export interface Placed {
  readonly range: MarkRange;
  /** Whether its words are unchanged. */
  readonly isExact: boolean;
}

/** The bound of approximate search for a page: characters of text times pieces of 32 characters to search for. */
const EFFORT = 20_000_000;

/** A mark and its place; undefined for an orphan. */
export interface MarkPlace {
  readonly mark: Mark;
  readonly placed: Placed | undefined;
}

/** Returns the place of an anchor's passage in an open essay; undefined for an orphan. */
export function placeOf(anchor: Anchor, { document }: Pick<OpenEssay, "document">): Placed | undefined {
  return placeIn(anchor, document, { left: EFFORT });
}

/** Returns the marks with their places in an open essay, in the order of the text; orphans come last. */
export function anchorsOf({ document }: Pick<OpenEssay, "document">, marks: readonly Mark[]): MarkPlace[] {
  const galley = galleyOf(document);
  const effort = { left: EFFORT };
  const places = marks.map((mark): MarkPlace => ({ mark, placed: placeIn(mark.anchor, document, effort) }));
  const at = ({ placed }: MarkPlace): number => (placed && galley.stretchOf(placed.range)?.[0]) ?? Infinity;
  return places.sort((a, b) => (at(a) === at(b) ? a.mark.made - b.mark.made : at(a) - at(b)));
}

function placeIn(anchor: Anchor, document: Document, effort: Effort): Placed | undefined {
  const galley = galleyOf(document);
  const own = unmoved(anchor, galley);
  if (own) return { range: own, isExact: true };
  const headingAt = (offset: number): string | undefined => {
    const { block } = galley.stripAt(galley.compared.starts[offset] ?? 0);
    return headingAbove({ document }, { block });
  };
  const found = exact(anchor, galley.compared, headingAt);
  const stretch = found === "none" ? reworded(anchor, galley.compared, effort) : found;
  if (stretch === undefined || stretch === "many") return undefined;
  const range = galley.rangeOf(stretchIn(galley.text, galley.compared, stretch));
  return range && { range, isExact: found !== "none" };
}

/** The old place, if the text is the same. */
function unmoved({ hash, words, start, end }: Anchor, galley: Galley): MarkRange | undefined {
  if (hash !== galley.hash) return undefined;
  const stretch = galley.stretchOf({ start, end });
  return stretch && galley.text.slice(...stretch) === words ? { start, end } : undefined;
}
