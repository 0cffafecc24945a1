/**
 * The company of a passage: the words next to it, outwards on both sides, with a sign where its paragraph, item or row ends. What
 * is in the same one belongs to the passage; its neighbours may be moved, deleted and replaced.
 *
 *     Eve: agreed.  ¶  Alice: [agreed].  ¶  Bob: agreed.        before  : Alice ¶ . agreed : Eve
 *                                                               after   . ¶ Bob : agreed .
 *
 * A twin that is right next to the passage is left out: it says nothing of which of the two is the passage.
 */
import { firstIndex } from "../text/bisect.ts";
import { once } from "../text/once.ts";
import { compared, type Stretch } from "./compared.ts";
import type { Galley } from "./galley.ts";
import type { Anchor } from "./mark.ts";

/** One side of a company. */
export interface Side {
  /** The words, the nearest first. */
  readonly words: readonly string[];
  /** The number of them that are in the sentence of the passage, or in its line of code. */
  readonly sentence: number;
}

export type Company = readonly [before: Side, after: Side];

/** Before and after. */
export const SIDES = [0, 1] as const;

/** The end of a paragraph, an item, a row or a block of code. */
export const END = "¶";
/** The beginning or the end of the essay, after `END`. */
export const EDGE = "■";

/** The text that is divided into words on each side, in UTF-16 code units, and the largest number of words. */
const REACH = 400;
const MOST_WORDS = 40;

const words = once(
  () => /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu,
);
const LETTER = /[\p{L}\p{N}]/u;
/** Where a sentence or a line ends: at the blank after its full stop and what closes with it. */
const SENTENCE_END = /(?<=[.!?…][\p{Pe}\p{Pf}"']{0,3})\s|(?<=[。！？])|\n/gu;
/** The characters before a place that may end a sentence there. */
const CLOSING = 4;

/** The company of a stretch of the galley's text. */
export function companyAt({ text, edges }: Galley, [start, end]: Stretch): Company {
  const [from, to] = [Math.max(0, start - REACH), Math.min(text.length, end + REACH)];
  const before = pieces(text, from, start, edges).map((own) => own.toReversed());
  const after = pieces(text, end, to, edges);
  const own = wordsOf(text.slice(start, end));
  const ends = sentenceEnds(text, [from, start]);
  const begun = ends.at(-1) ?? from;
  const [ended = to] = sentenceEnds(text, [end, to]);
  return [
    apart(joined(before.reverse(), from === 0 && start > 0), text.slice(begun, start), own.toReversed()),
    apart(joined(after, to === text.length && end < text.length), text.slice(end, ended), own),
  ];
}

/** The offsets from `from` to `to` in a text, folded or not, at which sentences and lines end. */
export function sentenceEnds(text: string, [from, to]: Stretch): number[] {
  const first = Math.max(0, from - CLOSING);
  const within = text.slice(first, to);
  return Array.from(within.matchAll(SENTENCE_END), ({ 0: end, index }) => first + index + end.length).filter(
    (at) => at >= from,
  );
}

/** A side without the twins of the passage that are next to it. */
function apart(all: readonly string[], sentence: string, own: readonly string[]): Side {
  let at = 0;
  for (let next = behindTwin(all, own, at); next > at; next = behindTwin(all, own, at)) at = next;
  const words = all.slice(at, at + MOST_WORDS);
  return { words, sentence: Math.max(0, Math.min(wordsOf(sentence).length - at, words.length)) };
}

/** The index behind the twin that is next, with only signs before it; `at` if there is none. */
function behindTwin(all: readonly string[], own: readonly string[], at: number): number {
  if (own.length === 0) return at;
  for (let first = at; first + own.length <= all.length; first++) {
    if (own.every((word, nth) => all[first + nth] === word)) return first + own.length;
    if (isWord(all[first]!)) break;
  }
  return at;
}

/** The words of each paragraph, item or row between two offsets. */
function pieces(text: string, from: number, to: number, edges: readonly number[]): string[][] {
  const cuts = [from];
  for (let nth = firstIndex(edges, (edge) => edge > from); nth < edges.length && edges[nth]! <= to; nth++)
    cuts.push(edges[nth]!);
  return [...cuts.keys()].map((nth) => wordsOf(text.slice(cuts[nth], cuts[nth + 1] ?? to)));
}

function joined(own: readonly (readonly string[])[], isWhole: boolean): string[] {
  const words = own.flatMap((piece, nth) => (nth === 0 ? piece : [END, ...piece]));
  // The last word may be cut, unless the essay ends there.
  if (isWhole || own.length === 0 || words.length === 0) words.push(END, EDGE);
  else words.pop();
  return words;
}

function wordsOf(text: string): string[] {
  return compared(text).folded.match(words()) ?? [];
}

/** The first and the last word of a folded text that are more than signs; undefined in a text of signs. */
export function outerWords(folded: string): readonly [first: string | undefined, last: string | undefined] {
  const own = (folded.match(words()) ?? []).filter(isWord);
  return [own[0], own.at(-1)];
}

/** A stretch of a folded text with a number of words and signs more on each side. */
export function extended(folded: string, [start, end]: Stretch, more: readonly [number, number]): Stretch {
  const [before, after] = more;
  const from = Math.max(0, start - REACH);
  const ahead = [...folded.slice(from, start).matchAll(words())];
  const behind = [...folded.slice(end, end + REACH).matchAll(words())];
  const first = before === 0 ? undefined : ahead.at(-before);
  const last = after === 0 ? undefined : behind[after - 1];
  return [first ? from + first.index : start, last ? end + last.index + last[0].length : end];
}

/** A company as an anchor stores it. */
export function storedCompany(company: Company): Pick<Anchor, "company" | "sentence"> {
  const [before, after] = company;
  return {
    company: [before.words.join(" "), after.words.join(" ")],
    sentence: [before.sentence, after.sentence],
  };
}

/** The company in an anchor; undefined if an older version or another program made it. */
export function companyOf({ company, sentence }: Pick<Anchor, "company" | "sentence">): Company | undefined {
  if (!company || !sentence) return undefined;
  const sides = company.map((side, nth): Side => ({ words: side.split(" "), sentence: sentence[nth]! }));
  return [sides[0]!, sides[1]!];
}

/** The number of words, from the nearest outwards, that two sides share. */
export function sharedBy(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < most && one[shared] === other[shared]) shared++;
  return shared;
}

/** The words of a side that are in the passage's own paragraph, item or row. */
export function unitOf({ words: own }: Side): readonly string[] {
  const end = own.indexOf(END);
  return end < 0 ? own : own.slice(0, end);
}

/** The words of a side that are in the passage's own sentence. */
export function sentenceOf({ words: own, sentence }: Side): readonly string[] {
  return own.slice(0, sentence);
}

/** The neighbour on a side: the words from the end of the passage's paragraph, item or row on. */
export function neighbourOf({ words: own }: Side): readonly string[] {
  const end = own.indexOf(END);
  return end < 0 ? [] : own.slice(end);
}

/** The words of a side without the signs of ends. */
export function undivided({ words: own }: Side): readonly string[] {
  return own.filter((word) => word !== END && word !== EDGE);
}

/** The words of each other paragraph, item or row on a side, the nearest first. */
export function unitsNear({ words: own }: Side): readonly (readonly string[])[] {
  const ends = own.flatMap((word, nth) => (word === END ? [nth] : []));
  return ends.map((end, nth) => own.slice(end + 1, ends[nth + 1]));
}

/** Whether a passage is all that its paragraph, item or row says. */
export function isBare(company: Company): boolean {
  return company.every((side) => !unitOf(side).some(isWord));
}

/** Whether a word is more than a sign. */
export function isWord(word: string): boolean {
  return LETTER.test(word);
}

const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
/** The part of a word that a character of a script without blanks counts for: endings such as ですか are common. */
const OF_A_WORD = 1 / 3;

/** The number of words, without signs. In a script without blanks, each character counts. */
export function countOfWords(own: readonly string[]): number {
  const countOf = (word: string): number => (UNSPACED.test(word) ? word.length * OF_A_WORD : 1);
  return own.filter(isWord).reduce((sum, word) => sum + countOf(word), 0);
}
