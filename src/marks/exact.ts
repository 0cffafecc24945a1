/**
 * Exact search: finds the words of a passage unchanged.
 */
import { compared, type Stretch } from "./compared.ts";
import type { Galley } from "./galley.ts";
import { ofThese } from "./identity.ts";
import { type Sides, SIDES, sidesOf } from "./likeness.ts";
import type { Anchor } from "./mark.ts";
import { MOST, occurrences, splitsOf } from "./occurrences.ts";
import { goesOnSomewhere, mayBeRival, toldByRun } from "./runs.ts";

/** The least difference of likeness (0 to 2) by which the best place must exceed the others. */
const CLEARLY = 0.4;
/** As `CLEARLY`, for the wider context: the share is less, the characters are more. */
const WIDELY = 0.15;
/** The largest difference of likeness that counts as equal. */
const HARDLY = 0.05;
/**
 * The least likeness of the best place; a greater one if there are fewer places than before, because the old one may be
 * gone.
 */
const AT_LEAST = 0.5;
const AMONG_FEWER = 1.25;

/** Returns the heading above an offset of the folded text; undefined if there is none. */
type HeadingAt = (offset: number) => string | undefined;
/** Returns the hash of the paragraph, item or row at an offset of the folded text; undefined in code. */
type UnitAt = (offset: number) => string | undefined;

/**
 * Returns the stretch of the folded text with the anchor's words that is the passage; `none` if there is no such stretch, `many` if it
 * is not certain that one of them is it.
 */
export function exact(
  anchor: Anchor,
  galley: Galley,
  headingAt: HeadingAt,
  unitAt: UnitAt,
): Stretch | "none" | "many" {
  const { folded } = galley.compared;
  const words = compared(anchor.words).folded;
  const starts = placesOf(anchor, words, folded);
  if (starts.length === 0) return "none";
  if (starts.length === MOST) return "many";
  const places = starts.map((at): Stretch => [at, at + words.length]);
  const heading = stillHeading(anchor, starts, headingAt);
  if (heading !== undefined) return places[starts.indexOf(heading)]!;
  const start = inContext(anchor, starts, { folded, length: words.length, headingAt, unitAt });
  const byContext = start === undefined ? undefined : places[starts.indexOf(start)];
  const isUnderHeading = ([at]: Stretch): boolean => headingAt(at) === anchor.heading;
  return ofThese(anchor, { galley, places, byContext, isUnderHeading }) ?? "many";
}

/** A folded text, and what is known of each offset of it; `length` is that of the words. */
interface Text {
  readonly folded: string;
  readonly length: number;
  readonly headingAt: HeadingAt;
  readonly unitAt: UnitAt;
}

/** The place with the old context, or in the old row, item or paragraph; undefined if there is none, or more than one. */
function inContext(anchor: Anchor, places: readonly number[], text: Text): number | undefined {
  const { folded, length, headingAt, unitAt } = text;
  const start = chosen(anchor, places, folded, length, headingAt);
  const isFewer = places.length < (anchor.rivals?.of ?? 1);
  const isTheirs = start !== undefined && isFewer && mayBeRival(anchor, folded, [start, start + length]);
  return start !== undefined && !isTheirs ? start : byUnit(anchor, places, unitAt);
}

/** The place that is the old heading. A heading stays a heading: its words in a table of contents are another place. */
function stillHeading(anchor: Anchor, places: readonly number[], headingAt: HeadingAt): number | undefined {
  const { of = 1, under } = anchor.rivals ?? {};
  const isOne = places.length === 1 && of === 1;
  if (isOne || !isHeading(anchor) || under?.[1] !== 1) return undefined;
  const [here, other] = places.filter((place) => headingAt(place) === anchor.heading);
  return other === undefined ? here : undefined;
}

/** The only place in the very row, item or paragraph that the passage was in, if no other place was in one like it. */
function byUnit({ rivals }: Anchor, places: readonly number[], unitAt: UnitAt): number | undefined {
  const unit = rivals?.unit;
  if (unit === undefined) return undefined;
  const [own, ...others] = places.filter((place) => unitAt(place) === unit);
  return others.length === 0 ? own : undefined;
}

/** The length from which words hardly occur twice by chance. Shorter ones do: `Yes.` answers many questions. */
const FEW = 16;

/**
 * Whether a place is under the old heading, or one side of it begins like the old context; true if nothing
 * is known of the old place.
 */
function isNear(anchor: Anchor, folded: string, stretch: Stretch, headingAt: HeadingAt): boolean {
  if (anchor.before === "" && anchor.after === "") return true;
  return headingAt(stretch[0]) === anchor.heading || goesOnSomewhere(anchor, folded, stretch);
}

/** The least length of words without any context that may be parts of words. */
const LONG = 12;

function placesOf(anchor: Anchor, words: string, folded: string): readonly number[] {
  const places = occurrences(folded, words, splitsOf(anchor));
  const isAlone = anchor.before === "" && anchor.after === "" && words.length >= LONG;
  return places.length === 0 && isAlone ? occurrences(folded, words, [true, true]) : places;
}

function chosen(
  anchor: Anchor,
  places: readonly number[],
  folded: string,
  length: number,
  headingAt: HeadingAt,
): number | undefined {
  const { of, like, wider } = anchor.rivals ?? { of: 1, like: 0 };
  const [only] = places;
  if (only !== undefined && places.length === 1 && of === 1)
    return length >= FEW || isNear(anchor, folded, [only, only + length], headingAt) ? only : undefined;
  const here = places.filter((place) => headingAt(place) === anchor.heading);
  const stretches = places.map((start): Stretch => [start, start + length]);
  const told = (context: Pick<Anchor, "before" | "after">, rival: number, clearly: number) => {
    const sides = sidesOf(context);
    const alike = stretches.map((stretch) => sides(folded, stretch));
    return byContext({ anchor, places, here }, alike, rival, clearly);
  };
  const byRun = toldByRun(anchor, wider ?? anchor, folded, stretches);
  if (byRun !== undefined) return byRun;
  // A context that is the same at several places does not distinguish them, but a wider one may.
  return wider ? told(wider, wider.like, WIDELY) : told(anchor, like, CLEARLY);
}

/** The places that have the words, and those of them under the old heading. */
interface Places {
  readonly anchor: Anchor;
  readonly places: readonly number[];
  readonly here: readonly number[];
}

/**
 * The place with the old context. `rival` is the greatest likeness of another place in the old text, `edited` the least difference
 * from another if the context was edited.
 */
function byContext(
  { anchor, places, here }: Places,
  alike: readonly Sides[],
  rival: number,
  edited: number,
): number | undefined {
  const { nth, of } = anchor.rivals ?? { nth: 0, of: 1 };
  const likes = alike.map(({ likes: [before, after] }) => before + after);
  const best = Math.max(...likes);
  if (best < (places.length < of ? AMONG_FEWER : AT_LEAST)) return undefined;
  // If there are fewer places than before, the remaining one must at least have the same neighbouring words.
  if (places.length < of && !alike[likes.indexOf(best)]!.touches) return undefined;
  const within = (much: number): number[] => places.filter((_, index) => best - likes[index]! < much);
  // The others may be gone now, or new: the best must also be more similar to the old place than any of them
  // was.
  const clearly = isUnedited(best) ? HARDLY : edited;
  const [first, ...rest] = within(clearly);
  // If there are as many places as before under the heading, or in the whole text, the ordinal identifies one
  // of them.
  const [nthHere, ofHere] = anchor.rivals?.under ?? [0, 0];
  const isAsMany = places.length === of && here.includes(places[nth]!);
  const same = here.length === ofHere ? here[nthHere] : isAsMany ? places[nth] : undefined;
  if (rest.length === 0 && best - rival >= clearly) {
    const own = likes.indexOf(best);
    if (isUnedited(best)) return first;
    const isSure = edited === WIDELY ? alike[own]!.touches : same === first || isTold(alike, own);
    return isSure && !isDisputed(alike, own) ? first : undefined;
  }
  if (same === undefined || !within(HARDLY).includes(same)) return undefined;
  // Two places may have changed their order, so the context must be unedited, or the same for all.
  return isUnedited(rival) || isUnedited(likes[places.indexOf(same)]!) ? same : undefined;
}

/** Whether a passage is the whole of the heading that it is under. */
function isHeading({ words, heading }: Anchor): boolean {
  return heading !== undefined && compared(words).folded === compared(heading).folded;
}

/**
 * Whether an unedited side distinguishes a place from the others. A side that another place has too proves
 * nothing: of lines with the same beginning, the one that continues almost like the old one may be new.
 */
function isTold(alike: readonly Sides[], own: number): boolean {
  return SIDES.some(
    (side) =>
      alike[own]!.likes[side] > 1 - HARDLY &&
      alike.every((other, index) => index === own || other.likes[side] < UNLIKE),
  );
}

/** The likeness from which a side may be the old one with a small edit. */
const UNLIKE = 1 - CLEARLY / 2;

/**
 * Whether another place has an unedited side that this one does not have: then one of the two was edited, and
 * either may be the old one.
 */
function isDisputed(alike: readonly Sides[], own: number): boolean {
  return SIDES.some(
    (side) =>
      alike[own]!.likes[side] <= 1 - HARDLY &&
      alike.some((other, index) => index !== own && other.likes[side] > 1 - HARDLY),
  );
}

/** Whether a likeness means that the context is unchanged. */
export function isUnedited(like: number): boolean {
  return like > 2 - HARDLY;
}
