/**
 * The tiers of essays by where they match; lower tiers are better.
 *
 *     place     0 title   1 + headings   2 + tags and description   3 + text   4 + notes
 *         tier      2 × place, and 1 more if an inflected form is needed
 */
import { TIERS } from "../../search/fts.ts";
import type { Field } from "../../search/query.ts";

/** A tier for each number of an essay; `ABSENT` if it does not match. */
export type Tiers = Uint8Array;

/** The tier of an essay that does not match. */
export const ABSENT = 255;

/** Places in the order of TIERS. */
export const NOTE = TIERS.length - 1;
export const TEXT = NOTE - 1;

export const PLACE_OF: Readonly<Record<Field, number>> = {
  title: 0,
  heading: 1,
  tag: 2,
  about: 2,
  text: 3,
  note: 4,
  link: 4,
  mine: 4,
};

/** The tiers of the numbers below `size` before anything matches. */
export function noTiers(size: number): Tiers {
  return new Uint8Array(size).fill(ABSENT);
}
