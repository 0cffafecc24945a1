/**
 * Evidence that a place with a passage's words, or with edited ones, is the passage. The fewer words the passage has, the more must be
 * the same around it, because an author writes few words again elsewhere.
 *
 *     The war began in [1914].  ─▶  The book appeared in 1914.       not the passage: another sentence, in another paragraph
 */
import {
  type Company,
  countOfWords,
  isBare,
  isWord,
  neighbourOf,
  undivided,
  unitsNear,
  sentenceOf,
  sharedBy,
  type Side,
  SIDES,
  unitOf,
} from "./company.ts";
import { FAR, isOldToItsEnd } from "./verdict.ts";

/** The lengths of folded words from which they hardly occur elsewhere by chance, and up to which they often do. */
export const LONG = 32;
const SHORT = 16;
/** The number of words next to a passage that show that they are the old ones. */
const NEXT = 3;
/** The same in a sentence that was edited. */
const NEXT_IN_SENTENCE = 5;

/** What is known of a place besides its company. */
export interface Circumstances {
  /** The length of the folded words. */
  readonly length: number;
  /** Whether the place has a label (`Strip.labels`), and the passage the same. */
  readonly hasItsLabel: boolean;
  /** Whether it is under the old heading. */
  readonly isUnderHeading: boolean;
}

/** Whether enough around a place is as it was around the passage, by the length of the words. */
export function isShown(own: Company, place: Company, known: Circumstances): boolean {
  if (isBetweenTheSame(own, place)) return true;
  if (known.length >= LONG) return keepsSome(own, place);
  if (!isWholeSentence(own)) return isShownBySentence(own, place, known);
  if (!isWholeSentence(place)) return false;
  if (known.hasItsLabel) return true;
  if (!isBare(own)) return isInItsUnit(own, place);
  return keptNeighbours(own, place) >= 1 || (known.length >= SHORT && known.isUnderHeading && isBare(place));
}

/** The number of words on each side, and on both, that show that a place is the old one, however its paragraphs are divided now. */
const AROUND = { each: 5, both: 16 };

/** Whether the text on both sides is the old one, also if a table became a list, or a paragraph was divided. */
export function isBetweenTheSame(own: Company, place: Company): boolean {
  const kept = SIDES.map((side) => {
    const [mine, theirs] = [undivided(own[side]), undivided(place[side])];
    const shared = sharedBy(mine, theirs);
    const isAll = shared === mine.length && shared === theirs.length;
    return isAll ? AROUND.both : countOfWords(mine.slice(0, shared));
  });
  return kept.every((words) => words >= AROUND.each) && kept[0]! + kept[1]! >= AROUND.both;
}

/** Whether a word of the passage's own paragraph is kept, or, if that says nothing else, both neighbours or much of one. */
function keepsSome(own: Company, place: Company): boolean {
  if (!isBare(own)) return SIDES.some((side) => wordsKept(own[side], place[side]) > 0);
  return (
    keptNeighbours(own, place) === 2 ||
    SIDES.some((side) => sharedBy(own[side].words, place[side].words) > FAR)
  );
}

/** Whether a part of a sentence is in the same one: unedited and long, or in its old place. */
function isShownBySentence(own: Company, place: Company, known: Circumstances): boolean {
  const [mine, theirs] = [own.map(sentenceOf), place.map(sentenceOf)];
  const words = mine.flat();
  if (mine.join() === theirs.join()) {
    const length = known.length + words.reduce((sum, word) => sum + word.length + 1, 0);
    if (length >= LONG || (known.isUnderHeading && length >= SHORT)) return true;
  }
  const isKept = SIDES.some((side) => {
    const [was, is] = [mine[side]!, theirs[side]!];
    const kept = countOfWords(was.slice(0, sharedBy(was, is)));
    return kept >= NEXT_IN_SENTENCE || (kept > 0 && was.join() === is.join());
  });
  return isKept && (known.hasItsLabel || isInItsPlace(own, place));
}

/** Whether what is around the sentence of a place is what was around the passage's: in its paragraph, or else on both sides of that. */
function isInItsPlace(own: Company, place: Company): boolean {
  const [mine, theirs] = [own.flatMap(besides), place.flatMap(besides)];
  return mine.some(isWord) ? isLikelier(own, mine, theirs) : keptNeighbours(own, place) === 2;
}

/** The words of a paragraph that are not in the sentence of the passage. */
function besides(side: Side): readonly string[] {
  return unitOf(side).slice(side.sentence);
}

function isWholeSentence(company: Company): boolean {
  return company.every((side) => !sentenceOf(side).some(isWord));
}

/** Whether a place of edited words can be told: its paragraph has the old other words, or it is between the old neighbours. */
export function isTold(own: Company, place: Company): boolean {
  return isBare(own) ? keptNeighbours(own, place) === 2 : isInItsUnit(own, place);
}

/** Whether a paragraph still has its other words around a place: the nearest on one side, all of a side, or most of all. */
function isInItsUnit(own: Company, place: Company): boolean {
  const isWhole = SIDES.some((side) => unitOf(own[side]).some(isWord) && isOldToItsEnd(own, place, side));
  const isNext = SIDES.some((side) => wordsKept(own[side], place[side]) >= NEXT);
  return isWhole || isNext || isLikelier(own, own.flatMap(unitOf), place.flatMap(unitOf));
}

/** The least likeness of words that are the old ones. A higher one would leave the wrong one of two edited places as the only one. */
const LIKE = 0.5;

/**
 * Whether the words around a place are like the old ones, and not more like those of another paragraph that was near: paragraphs in a
 * series differ in a word, and their sentences may be exchanged.
 */
function isLikelier(own: Company, mine: readonly string[], theirs: readonly string[]): boolean {
  const alike = likeness(mine, theirs);
  return alike >= LIKE && own.flatMap(unitsNear).every((unit) => likeness(unit, theirs) <= alike);
}

/** The number of words next to a place, in its paragraph, that are the old ones. */
function wordsKept(own: Side, place: Side): number {
  return countOfWords(unitOf(own).slice(0, sharedBy(own.words, place.words)));
}

/** The number of neighbours that are the old ones, as their nearest words show. */
function keptNeighbours(own: Company, place: Company): number {
  return SIDES.filter((side) => {
    const [mine, theirs] = [neighbourOf(own[side]), neighbourOf(place[side])];
    return mine.length > 1 && sharedBy(mine, theirs) >= Math.min(mine.length, 1 + NEXT);
  }).length;
}

/** The share of the words of two texts that both have: 0 to 1. Signs do not count. */
function likeness(own: readonly string[], place: readonly string[]): number {
  const [mine, theirs] = [own.filter(isWord), place.filter(isWord)];
  const counts = new Map<string, number>();
  for (const word of mine) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = theirs.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left > 0;
  });
  return (2 * common.length) / Math.max(1, mine.length + theirs.length);
}
