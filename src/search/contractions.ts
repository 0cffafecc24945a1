/**
 * English words with an apostrophe that are also written without one: a user who types `dont` means `don’t`.
 *
 * The list contains only those that are not also another word: `well` does not mean `we’ll`, and
 * `shell` does not mean `she’ll`.
 */
import type { Word } from "./tokens.ts";

const NEGATIONS =
  "ain aren can couldn didn doesn don hadn hasn haven isn mustn needn shouldn wasn weren won wouldn";
const OF_S = "here how it let that there what when where who why";
const OTHERS = "i m,i ve,they d,they ll,they re,they ve,we ve,you d,you ll,you re,you ve";

const APART: ReadonlyMap<string, readonly [string, string]> = new Map(
  [
    ...NEGATIONS.split(" ").map((stem) => [stem, "t"] as const),
    ...OF_S.split(" ").map((stem) => [stem, "s"] as const),
    ...OTHERS.split(",").map((pair) => pair.split(" ") as [string, string]),
  ].map((pair) => [pair.join(""), pair]),
);

/** The two words under which the index has a contraction without its apostrophe; undefined if the word is not one. */
export function contractionOf(words: readonly Word[]): readonly Word[] | undefined {
  const apart = words.length === 1 ? APART.get(words[0]!.text) : undefined;
  return apart?.map((text) => ({ text, unparted: false }));
}
