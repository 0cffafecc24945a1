/**
 * Verdicts on places that have the words of a passage: is this the passage, or another that says the same?
 *
 *     then   Red house. [It is good.] Sun.    Blue house. It is good. Moon.       ours, and its twin
 *     now    Blue house. It is good. Moon.    Red house. It is good. Sun.         the twin's, then ours
 *
 * An anchor stores its company and, for each twin, how many words the twin's company shared with it and a hash of the words up to the
 * first that differed. A place is ours if, against each twin, it agrees with the old company beyond that word, and on no side agrees
 * with the twin. The paragraph, item or row of the passage decides. Only if a twin's was the same, or the passage is all of
 * it, its neighbours do, and then both of them.
 */
import { type Company, EDGE, END, isWord, type Side, SIDES, sharedBy, unitOf } from "./company.ts";
import type { Twin } from "./mark.ts";
import { textHash } from "../text/hash.ts";

/** `open`: nothing shows which one it is. */
export type Verdict = "ours" | "other" | "open";

/** The twins of a passage, by its company and those of the places with its words; the passage itself, and what is like it, is none. */
export function twinsIn(own: Company, places: readonly Company[]): Twin[] {
  const others = places.filter((place) => !isAlike(own, place));
  const all = others.map((other): Twin => {
    const [before, after] = SIDES.map((side) => sharedWith(own[side], other[side])) as [number, number];
    return [before, after, keyOf(other[0], before), keyOf(other[1], after)];
  });
  return Array.from(new Map(all.map((one) => [one.join(), one])).values());
}

/** Whether nothing that an anchor stores distinguishes the company of a place from the passage's. */
export function isAlike(own: Company, place: Company): boolean {
  return SIDES.every((side) => sharedWith(own[side], place[side]) === own[side].words.length);
}

/** The number of words that the side of a twin shares; all, if nothing is known of the twin beyond them. */
function sharedWith({ words: own }: Side, { words: twin }: Side): number {
  const shared = sharedBy(own, twin);
  return shared === twin.length && twin.at(-1) !== EDGE ? own.length : shared;
}

function sharedOn(own: Company, place: Company, side: 0 | 1): number {
  return sharedBy(own[side].words, place[side].words);
}

/** The hash of the words up to the first that differs, which is the one behind `shared`. */
function keyOf({ words }: Side, shared: number): string {
  return textHash(words.slice(0, shared + 1).join(" ")).slice(0, 8);
}

/** The number of words beyond the first different one from which one side distinguishes neighbours, if the other is not the twin's. */
export const FAR = 8;
/** The number of words from the first different one on by which a side of a paragraph distinguishes it, unless it is old to its end. */
const CLEARLY = 3;

/** The verdict on a place with the words, by its company. */
export function verdictOn(own: Company, twins: readonly Twin[], place: Company): Verdict {
  const verdicts = new Set(twins.map((twin) => against(own, twin, place)));
  for (const verdict of ["other", "open"] as const) if (verdicts.has(verdict)) return verdict;
  return "ours";
}

/** The verdict on a place as against one twin. */
function against(own: Company, twin: Twin, place: Company): Verdict {
  const differing = SIDES.filter((side) => twin[side] < own[side].words.length);
  const inUnit = differing.filter(
    (side) => twin[side] < unitOf(own[side]).length || isOnlyTheirs(own, twin, side),
  );
  const telling = inUnit.length > 0 ? inUnit : differing;
  const beyond = (side: 0 | 1): number => sharedOn(own, place, side) - twin[side];
  const ours = telling.filter(
    (side) => beyond(side) >= CLEARLY || (beyond(side) > 0 && isOldToItsEnd(own, place, side)),
  );
  if (telling.some((side) => keyOf(place[side], twin[side]) === twin[side === 0 ? 2 : 3])) return "other";
  if (inUnit.length > 0) return ours.length > 0 ? "ours" : "open";
  return ours.length === telling.length || ours.some((side) => beyond(side) > FAR) ? "ours" : "open";
}

/** Whether a place has all the old words of a side, up to the end of the paragraph, item or row. */
export function isOldToItsEnd(own: Company, place: Company, side: 0 | 1): boolean {
  const shared = sharedOn(own, place, side);
  return shared === own[side].words.length || shared > unitOf(own[side]).length;
}

/** Whether the passage's paragraph ends where the twin's goes on, and has other words by which it is known. */
function isOnlyTheirs(own: Company, twin: Twin, side: 0 | 1): boolean {
  return (
    own[side].words[twin[side]] === END &&
    twin[side] === unitOf(own[side]).length &&
    own.some((one) => unitOf(one).some(isWord))
  );
}

/** The one of some companies that keeps more of the old one than each other, and on no side less; undefined if none does. */
export function foremost(own: Company, places: readonly Company[]): Company | undefined {
  const kept = (place: Company): readonly number[] => SIDES.map((side) => sharedOn(own, place, side));
  return places.find((place) => {
    const mine = kept(place);
    return places.every((other) => {
      const theirs = kept(other);
      return (
        other === place ||
        (mine.every((words, side) => words >= theirs[side]!) && mine.join() !== theirs.join())
      );
    });
  });
}

/** Whether another place keeps clearly more of the old company on a side than this one: then one of the two was edited. */
export function isDisputed(own: Company, place: Company, others: readonly Company[]): boolean {
  return others.some((other) =>
    SIDES.some((side) => sharedOn(own, other, side) > sharedOn(own, place, side) + CLEARLY),
  );
}

/**
 * Whether another place has all that is known of a side, of which this one keeps nothing that counts. Then a part of the text stands twice, and
 * the passage may be in either.
 */
export function isTorn(own: Company, place: Company, others: readonly Company[]): boolean {
  return others.some((other) =>
    SIDES.some((side) => {
      const { words } = own[side];
      const isWhole = words.length > 2 * FAR && sharedOn(own, other, side) === words.length;
      return isWhole && sharedOn(own, place, side) < CLEARLY;
    }),
  );
}

/** Whether the paragraph, item or row around a place says exactly what the passage's said, and no twin's did. */
export function isItsUnit(own: Company, twins: readonly Twin[], place: Company): boolean {
  const isOnly = twins.every((twin) => SIDES.some((side) => twin[side] <= unitOf(own[side]).length));
  const saysMore = own.some((side) => unitOf(side).some(isWord));
  return saysMore && isOnly && hasItsUnit(own, place);
}

/**
 * Whether both sides of a place agree with the old company farther than each twin's did. If the passage was deleted together with all
 * that is between it and a twin, one side of the twin is now the old one.
 */
export function isApartFromTwins(own: Company, twins: readonly Twin[], place: Company): boolean {
  return twins.every((twin) =>
    SIDES.every((side) => sharedOn(own, place, side) >= Math.min(own[side].words.length, twin[side] + 1)),
  );
}

/** Whether the rest of a paragraph, item or row is the old one on both sides of a place; so it is if there is no rest. */
export function hasItsUnit(own: Company, place: Company): boolean {
  return SIDES.every((side) => isOldToItsEnd(own, place, side));
}
