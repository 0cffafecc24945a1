/**
 * Words of a query that are probably typing errors: an expression or a bracket without its end, a
 * distance that is not a number, a comparison without its colon. As plain words they would find nothing,
 * and the user would not know why.
 */
import { parseDate } from "../essay/date.ts";
import { once } from "../text/once.ts";

export interface Slip {
  readonly message: string;
  /** The characters of the word at which the error points, from the first (0) to before the last; all of them if undefined. */
  readonly part?: readonly [from: number, to: number];
}

/** Signs that an expression has and a path does not. */
const OF_EXPRESSIONS = /[[({|\\^]|\.[*+?]/;
const COMPARISON = /^([^<>=]{2,61})(<=|>=|<|>)([^<>=]{1,40})$/;
const keyPattern = once(() => /^\p{L}[\p{L}\p{N}_.]*$/u);

/** The typing error in a word; undefined if there is none. */
export function slipOf(word: string): Slip | undefined {
  if (word.startsWith("/") && !word.includes("/", 1) && OF_EXPRESSIONS.test(word))
    return { message: "this expression is not closed: a second / ends it", part: [0, 1] };
  if (/^NEAR\/./.test(word)) return { message: "NEAR/: a number must follow, of at most 3 digits" };
  const bracket = unclosedIn(word);
  if (bracket !== undefined)
    return {
      message: "this bracket is not closed within its word; in quotation marks it is plain text",
      part: [bracket, bracket + 1],
    };
  const [, key = "", sign, value = ""] = COMPARISON.exec(word) ?? [];
  const isComparable = Number.isFinite(Number(value)) || parseDate(value) !== undefined;
  return keyPattern().test(key) && isComparable
    ? { message: `a colon is missing: write ${key}:${sign}${value}, or put it in quotation marks` }
    : undefined;
}

/** The place of the outermost bracket that the word opens and does not close. */
function unclosedIn(word: string): number | undefined {
  const open: number[] = [];
  for (const { 0: bracket, index } of word.matchAll(/[()]/g)) {
    if (bracket === "(") open.push(index);
    else open.pop();
  }
  return open[0];
}
