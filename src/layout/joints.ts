/**
 * Finds where a long name in code may be broken: after a sign that joins its parts, or before a capital in it; without a hyphen,
 * because a reader would take one for a part of the name.
 *
 *     filesystem::│path     __builtin_│object_│size     UICollectionView│Compositional│Layout
 *
 * Apple's reference pages break names at the same places.
 */
import type { Span } from "./line.ts";

/** The end of a part: a sign with letters or digits around it, or a small letter before a capitalised word. */
const JOINT = /[\p{L}\p{N})\]](?:\.|_+|::?|->|[(=,/])(?=[\p{L}\p{N}])|\p{Ll}(?=\p{Lu}\p{Ll})/gu;
const NAME = /\S+/g;
/** The least length of each part, in UTF-16 code units. */
const LEAST = 3;
/** The length of the shortest name that is broken. */
const SHORTEST = 12;

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

function jointsIn(name: string): number[] {
  if (name.length < SHORTEST) return [];
  return Array.from(name.matchAll(JOINT), ({ index, 0: end }) => index + end.length).filter(
    (at) => at >= LEAST && name.length - at >= LEAST,
  );
}
