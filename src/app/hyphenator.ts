/**
 * Hyphenates words with hyphenopoly and its patterns of permissive licences. The module is loaded when an essay is first shown,
 * and the patterns of a language when an essay in that language is laid out.
 */
import { readFileSync } from "node:fs";
import hyphenopoly from "hyphenopoly";
import type { Hyphenator, Hyphenators } from "../layout/hyphens.ts";
import { PATTERNS } from "./hyphen-patterns.ts";
import { patternsFolder } from "./patterns-folder.ts";
import { memoized } from "../text/memoized.ts";

const SIGN = "\u00ad";
/** The hyphenator of a language. A regional variant without patterns uses those of the language. */
export const hyphenatorOf: Hyphenators = (language) => {
  const tag = language.toLowerCase();
  const name = PATTERNS[tag] ?? PATTERNS[tag.split("-", 1)[0]!];
  return name === undefined ? undefined : withPatterns(name);
};

/** The hyphenator with these patterns, or undefined if they can't be read. Text is then not hyphenated. */
const withPatterns = memoized((name: string): Hyphenator | undefined => {
  try {
    const hyphenate = hyphenopoly
      .config({
        require: [name],
        hyphen: SIGN,
        sync: true,
        loaderSync: (file) => readFileSync(new URL(file, patternsFolder)),
      })
      .get(name);
    return hyphenate && ((word) => placesOf(hyphenate(word)));
  } catch {
    return undefined;
  }
});

/** The offsets in a word of the signs that hyphenopoly added to it. */
function placesOf(hyphenated: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const part of hyphenated.split(SIGN).slice(0, -1)) places.push((at += part.length));
  return places;
}
