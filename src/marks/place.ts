/**
 * Finds a passage again: on the same words, or not at all.
 *
 *     the same text, the same place ─▶ there
 *     its words once ────────────────▶ there; short words only if what is around them is the same (`chosen.ts`)
 *     its words more than once ──────▶ the place that differs from the others where the passage did; else orphan
 *     its words nowhere ─────────────▶ the most similar words, if they are in the old place, at most a fifth of them is changed,
 *                                      nothing else in the text is as similar (`reworded.ts`), and they make the same claim
 *                                      (`claim.ts`); else orphan
 *
 * An orphan is listed with its old place and words. That is a nuisance; a note on the wrong words is a lie.
 */
import type { Document } from "../document/document.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import { type Galley, galleyOf, type MarkRange, type Point } from "./galley.ts";
import type { Effort } from "./approximate.ts";
import { countOf, exact } from "./exact.ts";
import { reworded } from "./reworded.ts";
import type { Anchor, Mark } from "./mark.ts";
import { Present } from "./present.ts";
import { companyOf, isBare } from "./company.ts";
import { compared, type Stretch, stretchIn } from "./compared.ts";
import { saysTheSame } from "./claim.ts";
import { isTold } from "./evidence.ts";

/** The place of a passage in the present text. */
export interface Placed {
  readonly range: MarkRange;
  /** Whether its words are unchanged. */
  readonly isExact: boolean;
}

/** The limit of approximate search for a page: characters of text times pieces of 32 characters to search for. */
const EFFORT = 20_000_000;

/** A mark and its place; undefined for an orphan. */
export interface MarkPlace {
  readonly mark: Mark;
  readonly placed: Placed | undefined;
  /**
   * Why it has none: its words are gone, or they are in the text, but it is not certain that they are the marked ones.
   */
  readonly lost?: Lost;
}

export type Lost = "gone" | "uncertain";

/** Returns the place of an anchor's passage in an open essay; undefined for an orphan. */
export function placeOfAnchor(anchor: Anchor, { document }: Pick<OpenEssay, "document">): Placed | undefined {
  const place = placeIn(anchor, document, { left: EFFORT });
  return typeof place === "string" ? undefined : place;
}

/** Returns the marks with their places in an open essay, in the order of the page: a note follows the block that cites it; orphans come last. */
export function anchorsOf({ document }: Pick<OpenEssay, "document">, marks: readonly Mark[]): MarkPlace[] {
  const effort = { left: EFFORT };
  const places = marks.map((mark): MarkPlace => {
    const place = placeOfMark(mark, document, effort);
    return typeof place === "string" ? { mark, placed: undefined, lost: place } : { mark, placed: place };
  });
  return places.sort(
    (a, b) => inPageOrder(a.placed?.range.start, b.placed?.range.start) || a.mark.made - b.mark.made,
  );
}

/** Compares two places by their order on a page; marks without a place come last. */
export function inPageOrder(one: Point | undefined, other: Point | undefined): number {
  if (!one || !other) return Number(!one) - Number(!other);
  return one.block - other.block || (one.note ?? 0) - (other.note ?? 0) || one.offset - other.offset;
}

/** The place of a mark: of its words as they were seen last, unless the text is that in which it was made. */
function placeOfMark({ anchor, seen }: Mark, document: Document, effort: Effort): Placed | Lost {
  return placeIn(seen && anchor.hash !== galleyOf(document).hash ? seen : anchor, document, effort);
}

function placeIn(anchor: Anchor, document: Document, effort: Effort): Placed | Lost {
  const galley = galleyOf(document);
  const own = unmoved(anchor, galley);
  if (own) return { range: own, isExact: true };
  const present = new Present(document);
  const { folded } = present;
  const found = exact(anchor, present);
  if (found === "many" || (found !== "none" && isQuoted(anchor, found, present, effort))) return "uncertain";
  const near = found === "none" ? reworded(anchor, present, effort) : undefined;
  const isSame = near && saysTheSame(compared(anchor.words).folded, folded.slice(...near), galley);
  const stretch = found === "none" ? isSame && near : found;
  const range = stretch && galley.rangeOf(stretchIn(galley.text, galley.compared, stretch));
  return range ? { range, isExact: found !== "none" } : "gone";
}

/**
 * Whether words stand in other company than the passage did, while its old company is around words that are edited ones of it. Words that
 * occur once, as all that their paragraph, item or row says, are quoted by nobody there.
 */
function isQuoted(anchor: Anchor, found: Stretch, present: Present, effort: Effort): boolean {
  const [own, place] = [companyOf(anchor), present.companyOf(found)];
  if (!own || isTold(own, place) || (isBare(place) && countOf(anchor, present) === 1)) return false;
  return reworded(anchor, present, effort, found) !== undefined;
}

/** The old place, if the text is the same. */
function unmoved({ hash, words, start, end }: Anchor, galley: Galley): MarkRange | undefined {
  if (hash !== galley.hash) return undefined;
  const stretch = galley.stretchOf({ start, end });
  return stretch && galley.text.slice(...stretch) === words ? { start, end } : undefined;
}
