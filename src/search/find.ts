/**
 * Finds text in an open essay. Accents, the form of quotation marks and the number of blanks do not matter,
 * and case matters only if the text contains a capital (smart case).
 */
import { foldAccents, fold, foldWithStarts, hasUpperCase } from "../text/fold.ts";
import { otherGreek } from "../text/greek.ts";
import type { Range } from "./ranges.ts";
import { indexIn } from "../text/index-in.ts";

/** Returns a function that gives the ranges in which a text contains `wanted`; none if `wanted` is empty. */
export function textMatcher(wanted: string): (text: string) => Range[] {
  const other = otherGreek(wanted.trim());
  const [own, also] = [matcherOf(wanted), other === undefined ? undefined : matcherOf(other)];
  if (!also) return own;
  // The page shows the letter that TeX names.
  return (text) => [...own(text), ...also(text)].sort(([left], [right]) => left - right);
}

/**
 * Returns a function that reports whether TeX contains `wanted` as whole words: `frac` is in `\frac`, `in` is
 * not in `\sin`. A single letter is found where the page shows it.
 */
export function texMatcher(wanted: string): (tex: string) => boolean {
  const sought = wanted.trim();
  if (!/\p{L}{2}/u.test(sought)) return () => false;
  const ranges = matcherOf(sought);
  return (tex) =>
    ranges(tex).some(
      ([start, end]) => !/^\p{L}{2}$/u.test(edge(tex, start)) && !/^\p{L}{2}$/u.test(edge(tex, end)),
    );
}

/** The two characters between which an offset lies. */
function edge(text: string, at: number): string {
  return text.slice(Math.max(0, at - 1), at + 1);
}

function matcherOf(wanted: string): (text: string) => Range[] {
  const cased = hasUpperCase(wanted);
  const sought = withSingleBlanks((cased ? foldAccents(wanted) : fold(wanted)).trim()).text;
  if (sought === "") return () => [];
  return (text) => {
    const { folded, starts } = foldWithStarts(text, cased);
    const { text: searched, offsets } = withSingleBlanks(folded);
    const ranges: Range[] = [];
    for (let at = indexIn(searched, sought); at >= 0; at = indexIn(searched, sought, at + sought.length))
      ranges.push([starts[offsets[at]!]!, starts[offsets[at + sought.length - 1]! + 1]!]);
    return ranges;
  };
}

/** A text with a single blank for each run of blanks, and the original offset of each of its characters. */
function withSingleBlanks(text: string): { text: string; offsets: readonly number[] } {
  let single = "";
  const offsets: number[] = [];
  let isBlank = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const wasBlank = isBlank;
    isBlank = BLANK.test(character);
    if (isBlank && wasBlank) continue;
    single += isBlank ? " " : character;
    offsets.push(at);
  }
  return { text: single, offsets };
}

const BLANK = /\s/;
