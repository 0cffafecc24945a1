/**
 * Converts places of the galley to lines and columns of a page, and back.
 */
import type { Document } from "../document/document.ts";
import type { TextRange } from "../layout/decoration.ts";
import type { Line, Span } from "../layout/line.ts";
import { galleyOf } from "../marks/galley.ts";
import type { Strip } from "../marks/strip.ts";
import { graphemes, width } from "../text/width.ts";
import { rangeOfTexts, textsOfRange } from "./marked.ts";
import { partAt, type Stretch } from "./passages.ts";

/** A place on a page. */
export interface Caret {
  /** The index of the line. */
  readonly line: number;
  /** The column, in cells from the left edge of the lines, counted from 0. */
  readonly column: number;
}

/** The place of the letter at an offset of the galley. A letter that is not shown has the place of the next letter. */
export function caretOf(document: Document, lines: readonly Line[], offset: number): Caret | undefined {
  const galley = galleyOf(document);
  const strip = galley.stripAt(offset);
  const own = linesOfStrip(lines, strip);
  const end = strip.start + strip.text.length;
  const texts = (from: number, to: number): TextRange[] => {
    const range = galley.rangeOf([from, to]);
    return range ? textsOfRange(document, own, range) : [];
  };
  const next = texts(offset, end)[0];
  if (next) return caretAt(lines, next, next.start);
  const last = texts(strip.start, offset).at(-1);
  return last && caretAt(lines, last, last.end - 1);
}

function caretAt(lines: readonly Line[], { flow }: TextRange, offset: number): Caret | undefined {
  const line = lines.findIndex(({ spans }) =>
    spans.some((own) => own.flow === flow && (own.at ?? 0) + own.text.length > offset),
  );
  if (line < 0) return undefined;
  let column = 0;
  for (const own of lines[line]!.spans) {
    const at = own.at ?? 0;
    if (own.flow === flow && at + own.text.length > offset)
      return { line, column: column + width(own.text.slice(0, Math.max(0, offset - at))) };
    column += width(own.text);
  }
  return { line, column };
}

/**
 * The offset in the galley of the letter nearest to a column of a line. Undefined if the line shows none of the essay's text, or
 * none of `part` if it is given.
 */
export function offsetAt(
  document: Document,
  lines: readonly Line[],
  { line, column }: Caret,
  part?: Stretch,
): number | undefined {
  const galley = galleyOf(document);
  let left = 0;
  const found = (lines[line]?.spans ?? []).flatMap((own) => {
    const start = left;
    left += width(own.text);
    const strip = own.flow && own.flow.block >= 0 ? galley.strip(own.flow) : undefined;
    if (!strip || own.text.trim() === "" || (part && partAt(galley, strip.start)[0] !== part[0])) return [];
    return [{ own, start, strip, far: Math.max(0, start - column, column - left + 1) }];
  });
  const [nearest] = found.sort((a, b) => a.far - b.far);
  if (!nearest?.own.flow) return undefined;
  const { own, start, strip } = nearest;
  const letter = letterAt(own, column - start);
  const text = { flow: own.flow!, start: letter, end: letter + 1 };
  const range = rangeOfTexts(document, linesOfStrip(lines, strip), [text]);
  return range && galley.offsetOf(range.start);
}

/** The offset in the flow of the letter at a column of a span. */
function letterAt({ text, at = 0 }: Span, column: number): number {
  let used = 0;
  let offset = 0;
  for (const character of graphemes(text)) {
    used += width(character);
    if (used > column || offset + character.length >= text.length) break;
    offset += character.length;
  }
  return at + offset;
}

/** The lines that show a strip. */
function linesOfStrip(lines: readonly Line[], { block, note }: Strip): Line[] {
  return lines.filter(({ spans }) =>
    spans.some(({ flow }) =>
      note === undefined
        ? flow?.block === block && flow.note === undefined
        : flow?.note === note && flow.block >= 0,
    ),
  );
}
