/**
 * Where tokens stand in their run.
 */
import type { InlineToken } from "./tokens.ts";

/** The longest sign before the text of an addition, in UTF-16 code units. */
const LONGEST_SIGN = 200;

/** A formula with its offsets in the text, if it is known where the text begins in its run; any other token as it is. */
export function spanned(
  token: InlineToken,
  from: number,
  to: number,
  start: number | undefined,
): InlineToken {
  return token.type !== "math" || start === undefined
    ? token
    : { ...token, span: [start + from, start + to] };
}

/**
 * The offset in its run of the inner text of what begins at `at`; undefined if it is not as written. `start` is the offset of the whole
 * text.
 */
export function startOf(
  inner: string,
  text: string,
  at: number,
  start: number | undefined,
): number | undefined {
  const found = start === undefined ? -1 : text.slice(at, at + LONGEST_SIGN + inner.length).indexOf(inner);
  return found < 0 ? undefined : start! + at + found;
}
