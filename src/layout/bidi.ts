/**
 * Puts right-to-left text into the order in which a terminal shows cells, for terminals that do not reorder by themselves.
 * It applies UAX #9 to lines that were broken in logical order (rules L1 to L4).
 * Code and formulas are isolates: they run from left to right and do not affect the text around them.
 *
 *     logical   [אבג][ abc ][דהו]      the spans of a line, each with a place in its text
 *     visual    [והד][ abc ][גבא]      what is painted; roles and links stay on their letters
 *
 * Bars, bullets, blanks and rules come from layout and are already in their final place. Each stretch of one text is
 * therefore reordered by itself, in the direction of that text. A cell of a table does not affect the next cell, and blanks
 * at the ends of what layout added stay there. Controls of direction have done their work and are dropped.
 */
import * as bidiJs from "bidi-js";
import { graphemes } from "../text/width.ts";
import { isRightToLeft } from "./direction.ts";
import type { Role, Row, Span } from "./line.ts";

/** Letters of right-to-left scripts, their presentation forms, and the marks of direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]|\ud802|\ud803|\ud83a|\ud83b/;

/** Marks, embeddings, overrides and isolates. */
const CONTROLS = /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]$/;
const LRI = "\u2066";
const PDI = "\u2069";

/** The types of the package describe a module, but its default export is one function. */
const newBidi = bidiJs.default as unknown as () => bidiJs.Bidi;
let bidi: bidiJs.Bidi | undefined;

/** A span in visual order, and the index of the logical span that contains it. */
export interface VisualSpan {
  readonly span: Span;
  readonly from: number;
}

/** A row in visual order. A row without right-to-left text keeps its order. */
export function visualRow<Own extends Row>(row: Own): Own {
  if (!row.spans.some(({ text }) => RIGHT_TO_LEFT.test(text))) return withoutIsolates(row);
  return { ...row, spans: visualSpans(row.spans).map(({ span }) => span) };
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
    const isMixed = stretch.some(({ text }) => RIGHT_TO_LEFT.test(text));
    const own = isMixed ? between(stretch, first) : stretch.map((span, nth) => ({ span, from: first + nth }));
    for (const one of own) seen.push(one);
    first = end;
  }
  return seen;
}

/** The index after the last span that belongs to the same text as the span at `first`. A span without a text stands alone. */
function endOfFlow(spans: readonly Span[], first: number): number {
  const { flow } = spans[first]!;
  let end = first + 1;
  if (flow !== undefined) while (spans[end]?.flow === flow) end++;
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

function reordered(spans: readonly Span[], first: number): VisualSpan[] {
  const own = (bidi ??= newBidi());
  const { text, starts } = isolated(spans);
  const base = directionOf(spans, text);
  const embedding = own.getEmbeddingLevels(text, base);
  const levels = trailingReset(text, embedding.levels, base === "rtl" ? 1 : 0);
  const cells = spans.flatMap((span, nth): Cell[] => {
    let at = starts[nth]!;
    return graphemes(span.text).map((grapheme) => {
      const level = levels[at]!;
      at += grapheme.length;
      const mirrored = level % 2 === 1 ? own.getMirroredCharacter(grapheme) : null;
      return { text: mirrored ?? grapheme, from: first + nth, level };
    });
  });
  const shown = cells.filter(({ text: grapheme }) => !CONTROLS.test(grapheme));
  return joined(inVisualOrder(shown), spans, first);
}

/**
 * The direction of the text that spans belong to. A line of code runs from left to right, whatever the letters of its
 * comments.
 */
function directionOf([first, ...others]: readonly Span[], text: string): "rtl" | "ltr" {
  const isCode = [first, ...others].every((own) => own?.roles.includes("codeBlock"));
  return !isCode && isRightToLeft([{ text: first?.flow?.text ?? text, roles: [] }]) ? "rtl" : "ltr";
}

/** Roles whose text always runs from left to right. */
const ISOLATES: readonly Role[] = ["code", "math"];

/** The text of spans with its isolates (UAX #9, BD8), and the offset of each span in it. */
function isolated(spans: readonly Span[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = "";
  let before: Role | undefined;
  for (const { text: own, roles } of spans) {
    const role = ISOLATES.find((one) => roles.includes(one));
    if (role !== before) text += `${before ? PDI : ""}${role ? LRI : ""}`;
    before = role;
    starts.push(text.length);
    text += own;
  }
  return { text: before ? text + PDI : text, starts };
}

/** Rule L1: blanks at the end of a line get the level of the paragraph. */
function trailingReset(text: string, levels: Uint8Array, base: number): Uint8Array {
  const reset = levels.slice();
  for (let at = text.length - 1; at >= 0 && /\s/.test(text[at]!); at--) reset[at] = base;
  return reset;
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
