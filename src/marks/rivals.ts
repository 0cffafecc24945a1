/**
 * Rivals: the passages of an essay with which another could be confused once it is gone.
 */
import { mostErrors, nearTo } from "./approximate.ts";
import { companyAt } from "./company.ts";
import { compared, type Stretch } from "./compared.ts";
import type { Anchor, Rivals } from "./mark.ts";
import { MOST, occurrences, splitsOf } from "./occurrences.ts";
import type { Present } from "./present.ts";
import { isAlike, twinsIn } from "./verdict.ts";

/** Returns the rivals of the passage at a stretch of the galley's text. */
export function rivalsOf(
  present: Present,
  anchor: Pick<Anchor, "words" | "before" | "after" | "heading" | "label">,
  own: Stretch,
): Rivals {
  const { folded, galley } = present;
  const words = compared(anchor.words).folded;
  const all = occurrences(folded, words, splitsOf(anchor));
  const places = all.filter((place) => present.hasLabel(place, anchor.label));
  const nth = Math.max(
    0,
    places.findLastIndex((place) => (galley.compared.starts[place] ?? 0) <= own[0]),
  );
  if (all.length === MOST) return { nth, of: MOST };
  const here = places.filter((place) => present.headingAt(place) === anchor.heading);
  const near = nearest(words, folded, all);
  const company = companyAt(galley, own);
  const companies = new Map(places.map((place) => [place, present.companyOf([place, place + words.length])]));
  const alike = places.filter((place) => isAlike(company, companies.get(place)!));
  const alikeHere = alike.filter((place) => here.includes(place));
  const twins = twinsIn(company, [...companies.values()]);
  return {
    nth,
    of: Math.max(1, places.length),
    here: here.length,
    ...(alike.length > 1 && { alike: [alikeHere.indexOf(places[nth]!), alikeHere.length] }),
    ...(twins.length > 0 && { twins }),
    ...(places.length < all.length && { elsewhere: all.length - places.length }),
    ...(near !== undefined && { near }),
  };
}

/** The number of characters by which the nearest passage with other words differs; undefined if there is none. */
function nearest(words: string, folded: string, places: readonly number[]): number | undefined {
  if (mostErrors(words) === 0) return undefined;
  return nearTo(words, { folded }).find(
    ({ stretch: [start, end] }) => !places.some((place) => start < place + words.length && end > place),
  )?.errors;
}
