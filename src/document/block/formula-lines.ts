/**
 * Formulas over several lines of a paragraph. In CommonMark, a line that begins with a minus or a relation begins a list or a
 * quotation, even within a formula. Here it continues the formula, as in Pandoc:
 *
 *     Thus $a_1
 *     + a_2$ is at most 1.
 */
import { isTexAlone } from "../inline/looks-like-tex.ts";
import { mathAt } from "../inline/math.ts";
import { Reach } from "../inline/reach.ts";

/** The longest part of a paragraph that is searched for the end of a formula, in UTF-16 code units. */
const WINDOW = 1_000;
/** The most formulas by which a paragraph is continued. */
const MOST = 100;
const BLANK_LINE = /\n[ \t]*(?:\n|$)/;

/**
 * The end of a paragraph of `length` code units at the beginning of `src`, continued while a formula begins in its last line and
 * ends in a later one. `lengthOf` measures the paragraph that begins at a line.
 */
export function endOfFormulas(src: string, length: number, lengthOf: (rest: string) => number): number {
  let end = length;
  for (let count = 0; count < MOST; count++) {
    const start = src.lastIndexOf("\n", end - 2) + 1;
    const next = lineOfEnd(src.slice(start, start + WINDOW), end - start);
    if (next === undefined) return end;
    end = start + next + lengthOf(src.slice(start + next));
  }
  return end;
}

/**
 * The start of the line in which a formula ends, if it begins before `end` and ends after it; undefined if there is
 * none.
 */
function lineOfEnd(window: string, end: number): number | undefined {
  if (end >= window.length || !window.slice(0, end).includes("$")) return undefined;
  const text = window.slice(0, BLANK_LINE.exec(window)?.index);
  const reach = new Reach(text);
  let done = 0;
  for (const { 0: sign, index } of text.matchAll(/[$`]|\\[$`]/g)) {
    if (index >= end) return undefined;
    if (index < done || sign.length > 1) continue;
    if (sign === "`") return undefined;
    const math = mathAt(text, index, reach);
    if (math === undefined) continue;
    done = math.end;
    if (done > end) return isSure(math.tex) ? text.lastIndexOf("\n", done - 1) + 1 : undefined;
  }
  return undefined;
}

/** Whether it is a formula, and not a sum of money before a list: TeX, or letters without words. */
function isSure(tex: string): boolean {
  return isTexAlone(tex) || (/^[\p{L}([|]/u.test(tex) && !/\p{L}{2}/u.test(tex));
}
