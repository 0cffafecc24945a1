/**
 * Finding text in an open essay: as it is typed, but for accents, quotation marks and the length of blanks; and
 * for case, unless it is typed with a capital (smart case).
 */
import { foldAccents, fold, foldWithStarts, hasUpperCase } from "../text/fold.ts";
import { otherGreek } from "../text/greek.ts";
import type { Range } from "./ranges.ts";

/** A function that gives the ranges of a text in which `wanted` is found; none if there is nothing to find. */
export function textMatcher(wanted: string): (text: string) => Range[] {
  const other = otherGreek(wanted.trim());
  const [own, also] = [matcherOf(wanted), other === undefined ? undefined : matcherOf(other)];
  if (!also) return own;
  // The page shows the letter of what TeX names.
  return (text) => [...own(text), ...also(text)].sort(([left], [right]) => left - right);
}

/**
 * A function that reports whether `wanted` is found in TeX, as words: `frac` is in `\frac`, `in` is not in `\sin`. A single letter is
 * found where it is shown.
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
    for (let at = searched.indexOf(sought); at >= 0; at = searched.indexOf(sought, at + sought.length))
      ranges.push([starts[offsets[at]!]!, starts[offsets[at + sought.length - 1]! + 1]!]);
    return ranges;
  };
}

/** A text with one blank for each run of them, and where each of its characters stands. */
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
