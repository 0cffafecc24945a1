/**
 * Rivals: the passages of an essay with which another could be confused once it is gone.
 */
import { mostErrors, nearTo } from "./approximate.ts";
import { companyAt } from "./company.ts";
import { compared, type Stretch } from "./compared.ts";
import type { Anchor, Rivals, Twin } from "./mark.ts";
import { MOST, occurrences, splitsOf } from "./occurrences.ts";
import type { Present } from "./present.ts";
import { twinsIn } from "./verdict.ts";

/** Returns the rivals of the passage at a stretch of the galley's text. */
export function rivalsOf(
  present: Present,
  anchor: Pick<Anchor, "words" | "before" | "after" | "heading" | "label">,
  own: Stretch,
): Rivals {
  const { folded, galley } = present;
  const words = compared(anchor.words).folded;
  const all = occurrences(folded, words, splitsOf(anchor));
  const places = all.filter((place) => present.labelAt(place) === anchor.label);
  const nth = Math.max(
    0,
    places.findLastIndex((place) => (galley.compared.starts[place] ?? 0) <= own[0]),
  );
  if (all.length === MOST) return { nth, of: MOST };
  const others = places.filter((_, index) => index !== nth);
  const near = nearest(words, folded, all);
  const here = places.filter((place) => present.headingAt(place) === anchor.heading);
  return {
    nth,
    of: Math.max(1, places.length),
    under: [Math.max(0, here.indexOf(places[nth] ?? -1)), here.length],
    ...(others.length > 0 && { twins: twinsAt(present, own, others, words.length) }),
    ...(places.length < all.length && { elsewhere: all.length - places.length }),
    ...(near !== undefined && { near }),
  };
}

function twinsAt(present: Present, own: Stretch, others: readonly number[], length: number): Twin[] {
  const companies = others.map((place) => present.companyOf([place, place + length]));
  return twinsIn(companyAt(present.galley, own), companies);
}

/** The number of characters by which the nearest passage with other words differs; undefined if there is none. */
function nearest(words: string, folded: string, places: readonly number[]): number | undefined {
  if (mostErrors(words) === 0) return undefined;
  return nearTo(words, { folded }).find(
    ({ stretch: [start, end] }) => !places.some((place) => start < place + words.length && end > place),
  )?.errors;
}
