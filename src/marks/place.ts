/**
 * A passage found again: on the same words, or nowhere.
 *
 *     the same text, the same place ─▶ there
 *     its words once ────────────────▶ there
 *     its words more than once ──────▶ where most of what stood around it stands around it; where two places are alike: orphan
 *     its words nowhere ─────────────▶ the words that come nearest, if a fifth of them at most is changed, if nothing else in
 *                                      the text comes near, and if what stands around is theirs; else orphan
 *
 * An orphan is shown with where it was and what it said. That is a nuisance; a note on words that it was not made for is a lie.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { type Galley, galleyOf, type MarkRange } from "./galley.ts";
import type { Effort } from "./approximate.ts";
import { exact } from "./exact.ts";
import { reworded } from "./reworded.ts";
import type { Anchor, Mark } from "./mark.ts";
import { stretchIn } from "./compared.ts";

/** Where a passage stands now. */
export interface Placed {
  readonly range: MarkRange;
  /** Whether its words are still the same. */
  readonly isExact: boolean;
}

/** How much of approximate search is done for a page, in characters of text times pieces of 32 characters sought in it. */
const EFFORT = 20_000_000;

/** A mark and where it stands; `undefined` for an orphan. */
export interface MarkPlace {
  readonly mark: Mark;
  readonly placed: Placed | undefined;
}

/** Where an anchor's passage stands in an open essay; undefined for an orphan. */
export function placeOf(anchor: Anchor, { document }: Pick<OpenEssay, "document">): Placed | undefined {
  return placeIn(anchor, galleyOf(document), { left: EFFORT });
}

/** Where each mark stands in an open essay, in the order of the text; orphans at the end. */
export function anchorsOf({ document }: Pick<OpenEssay, "document">, marks: readonly Mark[]): MarkPlace[] {
  const galley = galleyOf(document);
  const effort = { left: EFFORT };
  const places = marks.map((mark): MarkPlace => ({ mark, placed: placeIn(mark.anchor, galley, effort) }));
  const at = ({ placed }: MarkPlace): number => (placed && galley.stretchOf(placed.range)?.[0]) ?? Infinity;
  return places.sort((a, b) => (at(a) === at(b) ? a.mark.made - b.mark.made : at(a) - at(b)));
}

function placeIn(anchor: Anchor, galley: Galley, effort: Effort): Placed | undefined {
  const own = unmoved(anchor, galley);
  if (own) return { range: own, isExact: true };
  const found = exact(anchor, galley.compared);
  const stretch = found === "none" ? reworded(anchor, galley.compared, effort) : found;
  if (stretch === undefined || stretch === "many") return undefined;
  const range = galley.rangeOf(stretchIn(galley.text, galley.compared, stretch));
  return range && { range, isExact: found !== "none" };
}

/** Where it was, if the text is the same. */
function unmoved({ hash, words, start, end }: Anchor, galley: Galley): MarkRange | undefined {
  if (hash !== galley.hash) return undefined;
  const stretch = galley.stretchOf({ start, end });
  return stretch && galley.text.slice(...stretch) === words ? { start, end } : undefined;
}
