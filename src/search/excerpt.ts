/**
 * Cuts a text with matches to the stretch around one of them.
 *
 *     … the stretch of a long text around a [match], cut at blanks …
 */
import type { Range } from "./ranges.ts";

const DOTS = "… ";
const DOTS_AFTER = " …";
/** The share of a cut passage that is before its first match. */
const BEFORE = 0.2;

/** A text and the ranges of its matches. */
interface Marked {
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** At most `length` characters around one of the matches, cut at blanks where there are any, with dots where text is left out. */
export function excerpt<Own extends Marked>(passage: Own, most: number, nth = 0): Own {
  const { text, ranges } = passage;
  if (text.length <= most) return passage;
  const length = Math.max(1, most - 2 * DOTS.length);
  const [first, last] = ranges[Math.max(0, nth)] ?? [0, 0];
  const wish = Math.min(Math.max(0, first - Math.floor(length * BEFORE)), text.length - length);
  const start = wish === 0 ? 0 : afterBlank(text, wish, first);
  const end = start + length >= text.length ? text.length : beforeBlank(text, start + length, last);
  const lead = start > 0 ? DOTS : "";
  const shift = lead.length - start;
  return {
    ...passage,
    text: `${lead}${text.slice(start, end)}${end < text.length ? DOTS_AFTER : ""}`,
    ranges: ranges
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): Range => [from + shift, to + shift]),
  };
}

function afterBlank(text: string, from: number, limit: number): number {
  const blank = text.indexOf(" ", from);
  return blank < 0 || blank >= limit ? whole(text, from) : blank + 1;
}

function beforeBlank(text: string, to: number, limit: number): number {
  const blank = text.lastIndexOf(" ", to);
  return blank <= limit ? whole(text, Math.max(to, limit)) : blank;
}

/** An offset that does not split a surrogate pair. */
function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
