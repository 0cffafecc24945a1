/**
 * Where words of a language may be parted: hyphenopoly's engine, and those of its patterns whose licence asks for no more
 * than that its words go along. It is loaded when lines are first laid out that want it, and a language's patterns when an
 * essay in it is.
 */
import { readFileSync } from "node:fs";
import hyphenopoly from "hyphenopoly";
import type { Hyphenator, Hyphenators } from "../layout/hyphens.ts";
import { PATTERNS } from "./hyphen-patterns.ts";
import { patternsFolder } from "./built-in.ts";

const SIGN = "\u00ad";
const known = new Map<string, Hyphenator | undefined>();

/** The hyphenator of a language; of a variant that has no patterns of its own, that of the language. */
export const hyphenatorOf: Hyphenators = (language) => {
  const tag = language.toLowerCase();
  const name = PATTERNS[tag] ?? PATTERNS[tag.split("-", 1)[0]!];
  if (name === undefined) return undefined;
  if (!known.has(name)) known.set(name, loaded(name));
  return known.get(name);
};

/** Undefined where the patterns can't be read: text without hyphens is still text. */
function loaded(name: string): Hyphenator | undefined {
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
}

/** Offsets in the word at which signs stand in what hyphenopoly made of it. */
function placesOf(hyphenated: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const part of hyphenated.split(SIGN).slice(0, -1)) places.push((at += part.length));
  return places;
}
