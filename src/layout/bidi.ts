/**
 * Text from right to left in the order in which a terminal shows cells, for terminals that do not reorder by themselves:
 * UAX #9, of lines that were broken in logical order (L1 to L4).
 *
 *     logical   [אבג][ abc ][דהו]      a line's spans, each with a place in its text
 *     visual    [והד][ abc ][גבא]      what is painted; roles and links stay on their letters
 *
 * What layout itself adds (bars, bullets, blanks, rules) stands where it is to be seen already. So each stretch of one
 * text is reordered by itself, in the direction of that text; a cell of a table does not reach into the next.
 */
import * as bidiJs from "bidi-js";
import { graphemes } from "../text/width.ts";
import { isRightToLeft } from "./direction.ts";
import type { Row, Span } from "./line.ts";

/** Letters of right-to-left scripts, their presentation forms, and the marks of direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]|\ud802|\ud803|\ud83a|\ud83b/;

/** The package's types know its export as a module's, but it is one function, whichever way it is loaded. */
const newBidi = bidiJs.default as unknown as () => bidiJs.Bidi;
let bidi: bidiJs.Bidi | undefined;

/** A span as it is seen, and the index of the logical span that it is a part of. */
export interface VisualSpan {
  readonly span: Span;
  readonly from: number;
}

/** A row in visual order; the row itself where nothing runs from right to left. */
export function visualRow<Own extends Row>(row: Own): Own {
  if (!row.spans.some(({ text }) => RIGHT_TO_LEFT.test(text))) return row;
  return { ...row, spans: visualSpans(row.spans).map(({ span }) => span) };
}

/** The spans of a row in visual order, in as many parts as that takes. */
export function visualSpans(spans: readonly Span[]): VisualSpan[] {
  const seen: VisualSpan[] = [];
  for (let first = 0; first < spans.length;) {
    const end = endOfFlow(spans, first);
    const stretch = spans.slice(first, end);
    const isMixed = stretch.some(({ text }) => RIGHT_TO_LEFT.test(text));
    const own = isMixed
      ? reordered(stretch, first)
      : stretch.map((span, nth) => ({ span, from: first + nth }));
    for (const one of own) seen.push(one);
    first = end;
  }
  return seen;
}

/** Where the spans end that are of one text with the span at `first`; what is of none stands alone. */
function endOfFlow(spans: readonly Span[], first: number): number {
  const { flow } = spans[first]!;
  let end = first + 1;
  if (flow !== undefined) while (spans[end]?.flow === flow) end++;
  return end;
}

/** A grapheme, the index of its span, and its embedding level. */
interface Cell {
  readonly text: string;
  readonly from: number;
  readonly level: number;
}

function reordered(spans: readonly Span[], first: number): VisualSpan[] {
  const own = (bidi ??= newBidi());
  const text = spans.map((span) => span.text).join("");
  const base = isRightToLeft([{ text: spans[0]!.flow?.text ?? text, roles: [] }]) ? "rtl" : "ltr";
  const embedding = own.getEmbeddingLevels(text, base);
  const levels = trailingReset(text, embedding.levels, base === "rtl" ? 1 : 0);
  let at = 0;
  const cells = spans.flatMap((span, nth): Cell[] =>
    graphemes(span.text).map((grapheme) => {
      const level = levels[at]!;
      at += grapheme.length;
      const mirrored = level % 2 === 1 ? own.getMirroredCharacter(grapheme) : null;
      return { text: mirrored ?? grapheme, from: first + nth, level };
    }),
  );
  return joined(inVisualOrder(cells), spans, first);
}

/** L1: blanks at the end of a line have the level of the paragraph. */
function trailingReset(text: string, levels: Uint8Array, base: number): Uint8Array {
  const reset = levels.slice();
  for (let at = text.length - 1; at >= 0 && /\s/.test(text[at]!); at--) reset[at] = base;
  return reset;
}

/** L2: from the highest level to the lowest odd one, what has it or a higher one is turned round. */
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

/** Neighbours of one span as one; their place in the text says nothing any more. */
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
