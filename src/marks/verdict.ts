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
import { type Company, END, isBare, isWord, sharedBy, within } from "./company.ts";
import { SIDES } from "./likeness.ts";
import type { Twin } from "./mark.ts";
import { textHash } from "../text/hash.ts";

/** `alike`: nothing that is stored distinguishes the passage from a twin. `open`: nothing shows which one it is. */
export type Verdict = "ours" | "other" | "open" | "alike";

/** The twins of a passage, by the company of the passage and of the other places with its words. */
export function twinsIn(own: Company, others: readonly Company[]): Twin[] {
  const all = others.map((other): Twin => {
    const [before, after] = [sharedBy(own[0], other[0]), sharedBy(own[1], other[1])];
    return [before, after, keyOf(other[0], before), keyOf(other[1], after)];
  });
  return Array.from(new Map(all.map((one) => [one.join(), one])).values());
}

/** The hash of the words up to the first that differs, which is the one behind `shared`. */
function keyOf(side: readonly string[], shared: number): string {
  return textHash(side.slice(0, shared + 1).join(" ")).slice(0, 8);
}

/** The number of words beyond the first different one from which one side distinguishes neighbours, if the other is not the twin's. */
const FAR = 8;
/** The number of neighbours' words that show that a neighbour is the old one. */
const NEIGHBOUR = 3;
/** The number of words from the first different one on by which a side of a paragraph distinguishes it, unless it is old to its end. */
const CLEARLY = 3;

/** The verdict on a place with the words, by its company. */
export function verdictOn(own: Company, twins: readonly Twin[], place: Company): Verdict {
  const verdicts = new Set(twins.map((twin) => against(own, twin, place)));
  for (const verdict of ["other", "open", "alike"] as const) if (verdicts.has(verdict)) return verdict;
  return keepsIts(own, place) ? "ours" : "open";
}

/** The verdict on a place as against one twin. */
function against(own: Company, twin: Twin, place: Company): Verdict {
  const differing = SIDES.filter((side) => twin[side] < own[side].length);
  if (differing.length === 0) return "alike";
  const inUnit = differing.filter(
    (side) => twin[side] < within(own[side]).length || isOnlyTheirs(own, twin, side),
  );
  const telling = inUnit.length > 0 ? inUnit : differing;
  const beyond = (side: 0 | 1): number => sharedBy(own[side], place[side]) - twin[side];
  const ours = telling.filter(
    (side) => beyond(side) >= CLEARLY || (beyond(side) > 0 && isOldToItsEnd(own, place, side)),
  );
  if (telling.some((side) => keyOf(place[side], twin[side]) === twin[side === 0 ? 2 : 3])) return "other";
  if (inUnit.length > 0) return ours.length > 0 ? "ours" : "open";
  return ours.length === telling.length || ours.some((side) => beyond(side) > FAR) ? "ours" : "open";
}

function isOldToItsEnd(own: Company, place: Company, side: 0 | 1): boolean {
  return sharedBy(own[side], place[side]) > within(own[side]).length;
}

/** Whether the passage's paragraph ends where the twin's goes on, and has other words by which it is known. */
function isOnlyTheirs(own: Company, twin: Twin, side: 0 | 1): boolean {
  return twin[side] === within(own[side]).length && own.some((one) => within(one).some(isWord));
}

/**
 * Whether a place keeps enough of the old company to be the passage: a word of its own paragraph, or, if that says nothing else,
 * words of both neighbours, or many of one.
 */
function keepsIts(own: Company, place: Company): boolean {
  if (!isBare(own)) return keptIn(own, place) > 0;
  return keepsNeighbours(own, place, 2) || SIDES.some((side) => sharedBy(own[side], place[side]) > FAR);
}

/** The number of words next to a place, in its paragraph, item or row, that are the old ones. */
export function keptIn(own: Company, place: Company): number {
  return SIDES.reduce<number>((sum, side) => sum + keptOn(own[side], place[side]), 0);
}

function keptOn(own: readonly string[], place: readonly string[]): number {
  return within(own).slice(0, sharedBy(own, place)).filter(isWord).length;
}

/** Whether at least so many neighbours (1 or 2) of a paragraph without other words are the old ones. */
export function keepsNeighbours(own: Company, place: Company, least: number): boolean {
  const kept = SIDES.filter((side) => {
    const shared = sharedBy(own[side], place[side]);
    const [end] = own[side];
    return end === END ? shared >= Math.min(own[side].length, 1 + NEIGHBOUR) : shared >= NEIGHBOUR;
  });
  return kept.length >= least;
}

/** The share of the words in two paragraphs that both have: 0 to 1. */
export function likenessIn(own: Company, place: Company): number {
  const counts = new Map<string, number>();
  const [mine, other] = [own, place].map((one) => one.flatMap(within));
  for (const word of mine!) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = other!.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left > 0;
  });
  return (2 * common.length) / Math.max(1, mine!.length + other!.length);
}

/** Whether a paragraph still has its other words around a place: the nearest on one side, all of a side, or half of all. */
export function isInItsUnit(own: Company, place: Company): boolean {
  const isWhole = SIDES.some((side) => within(own[side]).some(isWord) && isOldToItsEnd(own, place, side));
  return (
    isWhole || keptOn(own[0], place[0]) >= 3 || keptOn(own[1], place[1]) >= 3 || likenessIn(own, place) >= 0.5
  );
}

/** Of places that are all ours by their verdict, the index of the one that keeps more of the old company than each other; -1 if none does. */
export function foremost(own: Company, places: readonly Company[]): number {
  const kept = places.map(([before, after]) => [sharedBy(own[0], before), sharedBy(own[1], after)] as const);
  return kept.findIndex((mine, nth) =>
    kept.every((other, index) => {
      const isMore = mine[0] + mine[1] > other[0] + other[1];
      return index === nth || (isMore && mine[0] >= other[0] && mine[1] >= other[1]);
    }),
  );
}

/** Whether another place keeps clearly more of the old company on a side than this one: then one of the two was edited. */
export function isDisputed(own: Company, place: Company, others: readonly Company[]): boolean {
  return others.some((other) =>
    SIDES.some((side) => sharedBy(own[side], other[side]) > sharedBy(own[side], place[side]) + CLEARLY),
  );
}

/** Whether the paragraph, item or row around a place says exactly what the passage's said, and more than the passage. */
export function hasWholeUnit(own: Company, place: Company): boolean {
  return !isBare(own) && SIDES.every((side) => isOldToItsEnd(own, place, side));
}
