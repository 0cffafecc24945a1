/**
 * Finds where a long name in code may be broken: after a sign that joins its parts, or, if it is very long, before a capital in it;
 * without a hyphen, because a reader would take one for a part of the name.
 *
 *     filesystem::│path     __builtin_│object_│size     UICollectionView│Compositional│Layout
 *
 * Apple's reference pages break names at the same places.
 */
import type { Span } from "./line.ts";

/** The end of a part: a sign with letters or digits around it, but not within a number or a time; a small letter before a capitalised word; or a date before its time. */
const JOINT =
  /(?!\d[.:,]\d)[\p{L}\p{N})\]](?:\.|_+|::?|->|[(=,/])(?=[\p{L}\p{N}])|\p{Ll}(?=\p{Lu}\p{Ll})|\dT(?=\d\d:)/gu;
const NAME = /\S+/g;

/** The least lengths of a name that is broken, and of each of its parts, in UTF-16 code units. */
interface Least {
  readonly name: number;
  readonly part: number;
}

const AT_SIGN: Least = { name: 12, part: 3 };
/** No sign at the end of the line says that the name goes on, so only names are broken of which nobody takes a part for a whole. */
const AT_CAPITAL: Least = { name: 20, part: 6 };
const ANYWHERE: Least = { name: 0, part: 2 };

/** The offsets in the text of `runs` at which code may be broken, in order. */
export function jointPlaces(runs: readonly Span[]): number[] {
  const places: number[] = [];
  let start = 0;
  for (const { text, roles } of runs) {
    if (roles.includes("code"))
      for (const { index, 0: name } of text.matchAll(NAME))
        for (const at of jointsIn(name)) places.push(start + index + at);
    start += text.length;
  }
  return places;
}

/** The offsets at which a name may be broken, in order; none for a short one. */
function jointsIn(name: string): number[] {
  if (name.length < AT_SIGN.name) return [];
  return placesOf(name, (isSign) => (isSign ? AT_SIGN : AT_CAPITAL));
}

/** The offsets between the parts of a name that is wider than a line, in order. It must be broken, so its parts may be short. */
export function partsOfName(name: string): number[] {
  return placesOf(name, () => ANYWHERE);
}

function placesOf(name: string, leastOf: (isSign: boolean) => Least): number[] {
  return Array.from(name.matchAll(JOINT)).flatMap(({ index, 0: end }) => {
    const at = index + end.length;
    const least = leastOf(end.length > 1);
    const isLong = name.length >= least.name && Math.min(at, name.length - at) >= least.part;
    return isLong ? [at] : [];
  });
}
