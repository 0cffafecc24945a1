/**
 * Spans between two offsets of their text.
 */
import type { Span } from "./line.ts";

/**
 * Returns a function that gives the spans between two offsets (UTF-16 code units). Each call must begin at the end of the last
 * one or after it, so that a paragraph of any length is read once.
 */
export function slicer(spans: readonly Span[]): (start: number, end: number) => Span[] {
  let next = 0;
  let at = 0;
  return (start, end) => {
    const slice: Span[] = [];
    for (; next < spans.length; at += spans[next]!.text.length, next++) {
      const own = spans[next]!;
      const from = Math.max(start, at) - at;
      const to = Math.min(end - at, own.text.length);
      const text = own.text.slice(from, Math.max(from, to));
      if (text === own.text && text !== "") slice.push(own);
      else if (text !== "")
        slice.push(own.at === undefined ? { ...own, text } : { ...own, text, at: own.at + from });
      if (at + own.text.length > end) break;
    }
    return slice;
  };
}
