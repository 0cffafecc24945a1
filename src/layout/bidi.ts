/**
 * Puts right-to-left text into the order in which a terminal shows cells, for terminals that do not reorder by themselves.
 * It applies UAX #9 to lines that were broken in logical order (rules L1 to L4), with the levels of their paragraphs.
 *
 *     logical   [אבג][ abc ][דהו]      the spans of a line, each with a place in its text
 *     visual    [והד][ abc ][גבא]      what is painted; roles and links stay on their letters
 *
 * Bars, bullets, blanks and rules come from layout and are already in their final place. Each stretch of one text is
 * therefore reordered by itself, in the direction of that text. A cell of a table does not affect the next cell, and blanks
 * at the ends of what layout added stay there. Controls of direction have done their work and are dropped.
 */
import { graphemes } from "../text/width.ts";
import { hasRightToLeft } from "./direction.ts";
import { asOneText } from "./flow.ts";
import { levelsOf, mirrored } from "./levels.ts";
import type { Row, Span } from "./line.ts";

/** Marks, embeddings, overrides and isolates. */
const CONTROLS = /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]$/;

/** A span in visual order, and the index of the logical span that contains it. */
export interface VisualSpan {
  readonly span: Span;
  readonly from: number;
}

/** A row in visual order. A row without right-to-left text keeps its order. */
export function visualRow<Own extends Row>(row: Own): Own {
  if (!row.spans.some(isMixed)) return withoutIsolates(row);
  return { ...row, spans: visualSpans(row.spans).map(({ span }) => span) };
}

/** Whether a span may change its place: on a line without right-to-left letters, those of its paragraph decide. */
function isMixed({ text, flow }: Span): boolean {
  return flow ? levelsOf(flow) !== undefined : hasRightToLeft(text);
}

/** The isolates to remove from a row that needs no reordering. */
const LONE_ISOLATES = /[\u2066\u2068\u2069]/g;

function withoutIsolates<Own extends Row>(row: Own): Own {
  if (!row.spans.some(({ text }) => text.search(LONE_ISOLATES) >= 0)) return row;
  return { ...row, spans: row.spans.map((one) => ({ ...one, text: one.text.replace(LONE_ISOLATES, "") })) };
}

/** The spans of a row in visual order. A span may be split into several. */
export function visualSpans(spans: readonly Span[]): VisualSpan[] {
  const seen: VisualSpan[] = [];
  for (let first = 0; first < spans.length;) {
    const end = endOfFlow(spans, first);
    const stretch = spans.slice(first, end);
    const own = stretch.some(isMixed)
      ? between(stretch, first)
      : stretch.map((span, nth) => ({ span, from: first + nth }));
    for (const one of own) seen.push(one);
    first = end;
  }
  return seen;
}

/**
 * The index after the last span that belongs to the same text as the span at `first`. A span without a text stands alone, but
 * for the hyphen of a word.
 */
function endOfFlow(spans: readonly Span[], first: number): number {
  const { flow } = spans[first]!;
  let end = first + 1;
  if (flow !== undefined) while (spans[end]?.flow === flow || spans[end]?.hyphen) end++;
  return end;
}

/** Reordered spans. The blanks around a span without a text belong to layout. */
function between(spans: readonly Span[], first: number): VisualSpan[] {
  const [own] = spans;
  if (own === undefined || own.flow !== undefined) return reordered(spans, first);
  const text = own.text.trim();
  const lead = own.text.indexOf(text);
  const blanks = (from: number, to?: number): VisualSpan[] =>
    [own.text.slice(from, to)]
      .filter((blank) => blank !== "")
      .map((blank) => ({ span: { ...own, text: blank }, from: first }));
  return [...blanks(0, lead), ...reordered([{ ...own, text }], first), ...blanks(lead + text.length)];
}

/** A grapheme, the index of its span, and its embedding level. */
interface Cell {
  readonly text: string;
  readonly from: number;
  readonly level: number;
}

/** The spans of one line of one text, by the levels of that text. */
function reordered(spans: readonly Span[], first: number): VisualSpan[] {
  const placed = spans[0]!.flow === undefined ? asOneText(spans) : spans;
  const levels = levelsOf(placed[0]!.flow!);
  const { of, base } = levels ?? { of: [], base: 0 };
  const cells: Cell[] = [];
  placed.forEach(({ text, at, hyphen }, nth) => {
    // A hyphen belongs to the letter before it. A sign that the text is cut is at the end of the line.
    const own = hyphen ? cells.at(-1)?.level : base;
    let offset = at;
    for (const grapheme of graphemes(text)) {
      const level = (offset === undefined ? own : of[offset]) ?? base;
      if (offset !== undefined) offset += grapheme.length;
      if (!CONTROLS.test(grapheme)) cells.push({ text: grapheme, from: first + nth, level });
    }
  });
  const turned = inVisualOrder(trailingReset(cells, base)).map((cell) =>
    cell.level % 2 === 1 ? { ...cell, text: mirrored(cell.text) } : cell,
  );
  return joined(turned, spans, first);
}

/** Rule L1: blanks at the end of a line get the level of the paragraph. */
function trailingReset(cells: readonly Cell[], base: number): Cell[] {
  const end = cells.findLastIndex(({ text }) => !/^\s/.test(text));
  return cells.map((cell, nth) => (nth > end ? { ...cell, level: base } : cell));
}

/** Rule L2: for each level from the highest down to 1, every run of cells at that level or above is reversed. */
function inVisualOrder(cells: readonly Cell[]): Cell[] {
  const order = [...cells];
  const highest = cells.reduce((most, { level }) => Math.max(most, level), 0);
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && order[end]!.level >= level) end++;
      if (end > start + 1) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}

/** Joins neighbouring cells of the same span. The result has no place in the text, because its order is not that of the text. */
function joined(cells: readonly Cell[], spans: readonly Span[], first: number): VisualSpan[] {
  const parts: { text: string; from: number }[] = [];
  for (const { text, from } of cells) {
    const last = parts.at(-1);
    if (last?.from === from) last.text += text;
    else parts.push({ text, from });
  }
  return parts.map(({ text, from }) => {
    const { flow: _, at: __, ...span } = spans[from - first]!;
    return { span: { ...span, text }, from };
  });
}
