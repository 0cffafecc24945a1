/**
 * Finds the words of a passage unchanged, at the place that is the passage's. None of the places is an answer too: an orphan is a
 * nuisance, a note on the wrong words is a lie.
 */
import { chosen } from "./chosen.ts";
import { type Company, companyOf } from "./company.ts";
import { compared, type Stretch } from "./compared.ts";
import { isBetweenTheSame, isShown, LONG } from "./evidence.ts";
import { inContext } from "./in-context.ts";
import type { Anchor } from "./mark.ts";
import type { Present } from "./present.ts";
import { MOST, occurrences, splitsOf } from "./occurrences.ts";

/**
 * Returns the stretch of the folded text with the anchor's words that is the passage; `none` if there is no such stretch, `many` if it
 * is not certain that one of them is it.
 */
export function exact(anchor: Anchor, present: Present): Stretch | "none" | "many" {
  const places = placesOf(anchor, present);
  if (places.length === 0) return "none";
  if (places.length === MOST) return "many";
  const heading = stillHeading(anchor, places, present);
  if (heading) return heading;
  const own = companyOf(anchor);
  if (!own) return inContext(anchor, places, present) ?? "many";
  const alike = places.filter(([at]) => present.hasLabel(at, anchor.label));
  const found =
    alike.length > 0 ? chosen(anchor, own, alike, present) : underNewLabel(anchor, own, places, present);
  return found ?? "many";
}

/**
 * The only place, though it has not the old label, if nothing has that any more: long words are the passage, short ones if the text on both
 * sides is the old one, or if the place has no label and enough around it is the same.
 */
function underNewLabel(
  { label, rivals, heading }: Anchor,
  own: Company,
  places: readonly Stretch[],
  present: Present,
): Stretch | undefined {
  const [only, other] = places;
  const { of = 1, elsewhere = 0, met = 0 } = rivals ?? {};
  if (!only || other || of + elsewhere > 1 || met > 1 || present.knows(label)) return undefined;
  const [start, end] = only;
  if (end - start >= LONG || isBetweenTheSame(own, present.companyOf(only))) return only;
  const known = {
    length: end - start,
    hasItsLabel: false,
    isUnderHeading: present.headingAt(start) === heading,
  };
  return present.hasLabel(start, undefined) && isShown(own, present.companyOf(only), known)
    ? only
    : undefined;
}

/** The place that is the old heading. A heading stays a heading: its words in a table of contents are another place. */
function stillHeading(anchor: Anchor, places: readonly Stretch[], present: Present): Stretch | undefined {
  const { of = 1, here: were } = anchor.rivals ?? {};
  const isOne = places.length === 1 && of === 1;
  if (isOne || !isHeading(anchor) || were !== 1) return undefined;
  const [here, other] = places.filter(([place]) => present.headingAt(place) === anchor.heading);
  return other ? undefined : here;
}

/** Whether a passage is the whole of the heading that it is under. */
function isHeading({ words, heading }: Anchor): boolean {
  return heading !== undefined && compared(words).folded === compared(heading).folded;
}

/** The least length of words without any context that may be parts of words. */
const PARTIAL = 12;

/** The places with the words of an anchor. */
function placesOf(anchor: Anchor, { folded }: Present): Stretch[] {
  const words = compared(anchor.words).folded;
  const whole = occurrences(folded, words, splitsOf(anchor));
  const isAlone = anchor.before === "" && anchor.after === "" && words.length >= PARTIAL;
  const places = whole.length === 0 && isAlone ? occurrences(folded, words, [true, true]) : whole;
  return places.map((at): Stretch => [at, at + words.length]);
}

/** The number of places with the words of an anchor. */
export function countOf(anchor: Anchor, present: Present): number {
  return placesOf(anchor, present).length;
}
