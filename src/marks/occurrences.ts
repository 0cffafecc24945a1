/**
 * The places at which words occur in a text: as whole words, or as parts of words if the passage itself began
 * or ended within a word. A passage that was selected letter by letter may do so, and nearly all passages do
 * in a script without blanks.
 */
import { once } from "../text/once.ts";
import type { Anchor } from "./mark.ts";
import { placesIn } from "../text/index-in.ts";

/** The largest number of places that are compared; words that occur more often identify no passage. */
export const MOST = 100;

/** Whether a passage splits a word where it begins and where it ends. */
export type Splits = readonly [start: boolean, end: boolean];

const letter = once(() => /[\p{L}\p{M}\p{N}]/u);

/** Whether a place in a text is within a word. */
export function isWithin(text: string, at: number): boolean {
  return letter().test(text[at - 1] ?? "") && letter().test(text[at] ?? "");
}

/** Returns which ends of an anchor's words split a word of the text in which it was made. */
export function splitsOf({ before, words, after }: Pick<Anchor, "before" | "words" | "after">): Splits {
  const passage = before + words + after;
  return [isWithin(passage, before.length), isWithin(passage, before.length + words.length)];
}

/** The offsets at which folded `words` occur in a folded text, at most `MOST`; they split words only at ends that `splits` allows. */
export function occurrences(text: string, words: string, [start, end]: Splits): number[] {
  const places: number[] = [];
  if (words === "") return places;
  for (const at of placesIn(text, words)) {
    if (places.length === MOST) break;
    if ((start || !isWithin(text, at)) && (end || !isWithin(text, at + words.length))) places.push(at);
  }
  return places;
}
