/**
 * The company of a passage: the words next to it, outwards on both sides, with a sign where its paragraph, item or row ends. What
 * is in the same one belongs to the passage; its neighbours may be moved, deleted and replaced.
 *
 *     Eve: agreed.  ¶  Alice: [agreed].  ¶  Bob: agreed.        before  : Alice ¶ . agreed : Eve
 *                                                               after   . ¶ Bob : agreed .
 */
import { firstIndex } from "../text/bisect.ts";
import { once } from "../text/once.ts";
import { compared, type Stretch } from "./compared.ts";
import type { Galley } from "./galley.ts";

/** The words before and after, the nearest first. */
export type Company = readonly [before: readonly string[], after: readonly string[]];

/** The end of a paragraph, an item, a row or a block of code; also the ends of the essay. */
export const END = "¶";

/** The text that is divided into words on each side, in UTF-16 code units, and the largest number of words. */
const REACH = 400;
const MOST_WORDS = 40;

const words = once(
  () => /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu,
);
const LETTER = /[\p{L}\p{N}]/u;

/** The company of a stretch of the galley's text. */
export function companyAt({ text, edges }: Galley, [start, end]: Stretch): Company {
  const [from, to] = [Math.max(0, start - REACH), Math.min(text.length, end + REACH)];
  const before = pieces(text, from, start, edges).map((own) => own.toReversed());
  const after = pieces(text, end, to, edges);
  return [
    joined(before.reverse(), from === 0 && start > 0),
    joined(after, to === text.length && end < text.length),
  ];
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
  if (isWhole || own.length === 0 || words.length === 0) words.push(END);
  else words.pop();
  return words.slice(0, MOST_WORDS);
}

function wordsOf(text: string): string[] {
  return compared(text).folded.match(words()) ?? [];
}

/** A company as it is stored. */
export function storedCompany([before, after]: Company): readonly [before: string, after: string] {
  return [before.join(" "), after.join(" ")];
}

export function companyOf([before, after]: readonly [before: string, after: string]): Company {
  return [before.split(" "), after.split(" ")];
}

/** The number of words, from the nearest outwards, that two sides share. */
export function sharedBy(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < most && one[shared] === other[shared]) shared++;
  return shared;
}

/** The words of a side that are in the passage's own paragraph, item or row. */
export function within(side: readonly string[]): readonly string[] {
  const end = side.indexOf(END);
  return end < 0 ? side : side.slice(0, end);
}

/** Whether a passage is all that its paragraph, item or row says. */
export function isBare(company: Company): boolean {
  return company.every((side) => !within(side).some(isWord));
}

/** Whether a word is more than a sign. */
export function isWord(word: string): boolean {
  return LETTER.test(word);
}
