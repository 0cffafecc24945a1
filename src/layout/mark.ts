/**
 * Marks what is found in a paragraph, before it is broken into lines: so a match may run over a line's end.
 */
import type { Span } from "./line.ts";

/** What a text is a part of. */
export type TextKind = "title" | "heading" | "note" | "text";

/** Finds something in a text: ranges of offsets (UTF-16 units), in order, none overlapping. */
export type Matcher = (text: string, kind: TextKind) => readonly (readonly [start: number, end: number])[];

/** What is to be marked in a document; matches are numbered as they come. */
export interface Marking {
  readonly matcher: Matcher;
  readonly next: () => number;
}

export function markingOf(matcher: Matcher): Marking {
  let count = 0;
  return { matcher, next: () => count++ };
}

/** The spans with what is found in them marked. Marks of notes are no part of the text: a match may go across one. */
export function markSpans(
  spans: readonly Span[],
  marking: Marking | undefined,
  kind: TextKind,
): readonly Span[] {
  if (!marking) return spans;
  const text = spans.map((span) => (span.cites === undefined ? span.text : "")).join("");
  const ranges = marking.matcher(text, kind).map(([start, end]) => ({ start, end, match: marking.next() }));
  if (ranges.length === 0) return spans;
  let at = 0;
  return spans.flatMap((span): Span[] => {
    if (span.cites !== undefined) return [span];
    const own = cut(span, at, ranges);
    at += span.text.length;
    return own;
  });
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly match: number;
}

/** A span that begins at `at`, in parts that are marked and parts that are not. */
function cut(span: Span, at: number, matches: readonly Match[]): Span[] {
  const parts: Span[] = [];
  let done = 0;
  for (const { start, end, match } of matches) {
    const from = Math.max(start - at, done);
    const to = Math.min(end - at, span.text.length);
    if (from >= to) continue;
    if (from > done) parts.push({ ...span, text: span.text.slice(done, from) });
    parts.push({ ...span, text: span.text.slice(from, to), roles: [...span.roles, "match"], match });
    done = to;
  }
  if (done < span.text.length) parts.push({ ...span, text: span.text.slice(done) });
  return parts;
}
