/**
 * English words with an apostrophe that are also written without one: who types `dont` means `don’t`.
 *
 * Only those that are no other word: `well` is not meant for `we’ll`, nor `shell` for `she’ll`.
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

/** The two words that a contraction without its apostrophe is found as; undefined if it is none. */
export function contractionOf(words: readonly Word[]): readonly Word[] | undefined {
  const apart = words.length === 1 ? APART.get(words[0]!.text) : undefined;
  return apart?.map((text) => ({ text, unparted: false }));
}
