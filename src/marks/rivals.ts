/**
 * Rivals: the passages of an essay with which another could be confused once it is gone.
 */
import { mostErrors, nearTo } from "./approximate.ts";
import { companyAt } from "./company.ts";
import { compared, type Stretch, stretchIn } from "./compared.ts";
import { isUnedited } from "./exact.ts";
import { type Galley, unitAt } from "./galley.ts";
import { around, likeness, runsOf } from "./likeness.ts";
import type { Anchor, Rivals, Twin } from "./mark.ts";
import { textHash } from "../text/hash.ts";
import { MOST, occurrences, splitsOf } from "./occurrences.ts";
import { twinsIn } from "./verdict.ts";

/** The length of the context on each side of a passage whose nearer context is another's too, in UTF-16 code units. */
const WIDER = 256;

/** Returns the rivals of the passage at a stretch of the galley's text; `headingAt` gives the heading above an offset of it. */
export function rivalsOf(
  galley: Galley,
  anchor: Pick<Anchor, "words" | "before" | "after" | "heading">,
  [start, end]: Stretch,
  headingAt: (offset: number) => string | undefined,
): Rivals {
  const { folded, starts } = galley.compared;
  const words = compared(anchor.words).folded;
  const places = occurrences(folded, words, splitsOf(anchor));
  const nth = Math.max(
    0,
    places.findLastIndex((place) => (starts[place] ?? 0) <= start),
  );
  if (places.length === MOST) return { nth, of: MOST, like: 2 };
  const others = places.filter((_, index) => index !== nth);
  const near = nearest(words, folded, places);
  const here = places.filter((place) => headingAt(starts[place] ?? 0) === anchor.heading);
  const likeOf = (context: Pick<Anchor, "before" | "after">): number => {
    const like = likeness(context);
    return Math.max(0, ...others.map((place) => like(folded, [place, place + words.length])));
  };
  const like = likeOf(anchor);
  const wider = isUnedited(like) && others.length > 0 ? around(galley.text, [start, end], WIDER) : undefined;
  const runs = runsOf(wider ?? anchor);
  const alike = others.map((place) => runs(folded, [place, place + words.length]));
  const longest = (side: 0 | 1): number => Math.max(0, ...alike.map((own) => own[side]));
  return {
    nth,
    under: [Math.max(0, here.indexOf(places[nth] ?? -1)), here.length],
    of: Math.max(1, places.length),
    like,
    runs: [longest(0), longest(1)],
    ...unitOf(galley, places, nth, words),
    ...(others.length > 0 && { twins: twinsAt(galley, [start, end], others, words.length) }),
    ...(wider && { wider: { ...wider, like: likeOf(wider) } }),
    ...(near !== undefined && { near }),
  };
}

function twinsAt(galley: Galley, own: Stretch, others: readonly number[], length: number): Twin[] {
  const companies = others.map((place) =>
    companyAt(galley, stretchIn(galley.text, galley.compared, [place, place + length])),
  );
  return twinsIn(companyAt(galley, own), companies);
}

/** The unit of the place `nth`, if it tells it from the others: if it has more text than the words, and each of them is in another. */
function unitOf(galley: Galley, places: readonly number[], nth: number, words: string): Pick<Rivals, "unit"> {
  if (places.length < 2) return {};
  const units = places.map((place) => unitHash(galley, galley.compared.starts[place] ?? 0));
  const own = units[nth];
  const isTelling =
    own !== undefined && own !== textHash(words) && units.indexOf(own) === units.lastIndexOf(own);
  return isTelling ? { unit: own } : {};
}

/** The hash of the folded unit at an offset of the galley's text; undefined in code. */
export function unitHash(galley: Galley, offset: number): string | undefined {
  const unit = unitAt(galley, offset);
  return unit === undefined ? undefined : textHash(compared(unit).folded);
}

/** The number of characters by which the nearest passage with other words differs; undefined if there is none. */
function nearest(words: string, folded: string, places: readonly number[]): number | undefined {
  if (mostErrors(words) === 0) return undefined;
  return nearTo(words, { folded }).find(
    ({ stretch: [start, end] }) => !places.some((place) => start < place + words.length && end > place),
  )?.errors;
}
