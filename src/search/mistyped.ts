/**
 * Words of a query that were meant as more than words: an expression without its end, a distance that is no number, a
 * comparison without its colon. As words they would find nothing, and the user would not know why.
 */
import { parseDate } from "../essay/date.ts";
import { once } from "../text/once.ts";

export interface Slip {
  readonly message: string;
  /** The characters from the start of the word at which the error points; all of them if undefined. */
  readonly length?: number;
}

/** Signs that an expression has and a path does not. */
const OF_EXPRESSIONS = /[[({|\\^]|\.[*+?]/;
const COMPARISON = /^([^<>=]{2,61})(<=|>=|<|>)([^<>=]{1,40})$/;
const keyPattern = once(() => /^\p{L}[\p{L}\p{N}_.]*$/u);

/** The slip in a word; undefined if there is none. */
export function slipOf(word: string): Slip | undefined {
  if (word.startsWith("/") && !word.includes("/", 1) && OF_EXPRESSIONS.test(word))
    return { message: "this expression is not closed: a second / ends it", length: 1 };
  if (/^NEAR\/./.test(word)) return { message: "NEAR/: a number must follow, of at most 3 digits" };
  const [, key = "", sign, value = ""] = COMPARISON.exec(word) ?? [];
  const isComparable = Number.isFinite(Number(value)) || parseDate(value) !== undefined;
  return keyPattern().test(key) && isComparable
    ? { message: `a colon is missing: write ${key}:${sign}${value}, or put it in quotation marks` }
    : undefined;
}
