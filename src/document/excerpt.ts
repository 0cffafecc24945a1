/**
 * A text that the lexer cut out of another, and where each of its characters stands in the source. Containers take the signs at the
 * beginning of their lines away, and a table takes backslashes before bars away; what stays is as written:
 *
 *     source     > - Let $x$          excerpt    Let $x$          pieces    0 ─▶ 4
 *                >   be $y$ then                 be $y$ then                8 ─▶ 16
 */
import { indexIn } from "../text/index-in.ts";

/** A stretch of an excerpt that stands in the source as it is; both are offsets in UTF-16 code units. */
interface Piece {
  readonly at: number;
  readonly origin: number;
}

/** How many lines are compared, for each line of the text around, before an excerpt is given up. */
const PATIENCE = 8;

/** The longest way from one cell to the next, in UTF-16 code units. */
const FAR = 1_000;

export class Excerpt {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  /** The offset of each line, computed at the first use. */
  #lineStarts: readonly number[] | undefined;

  private constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.#pieces = pieces;
  }

  static whole(text: string): Excerpt {
    return new Excerpt(text, [{ at: 0, origin: 0 }]);
  }

  /** A text with the same lines as `source`, some of which are written otherwise: only the lines are known. */
  static ofLines(text: string, source: string): Excerpt {
    const origins = lineStarts(source);
    return new Excerpt(
      text,
      lineStarts(text).map((at, nth) => ({ at, origin: origins[nth] ?? source.length })),
    );
  }

  /** The offset in the source of the character at an offset. */
  origin(offset: number): number {
    const { at, origin } = this.#pieces[this.#pieceAt(offset)]!;
    return origin + offset - at;
  }

  slice(start: number, end: number): Excerpt {
    const first = this.#pieceAt(start);
    const pieces: Piece[] = [{ at: 0, origin: this.origin(start) }];
    for (let nth = first + 1; (this.#pieces[nth]?.at ?? end) < end; nth++) {
      const { at, origin } = this.#pieces[nth]!;
      pieces.push({ at: at - start, origin });
    }
    return new Excerpt(this.text.slice(start, end), pieces);
  }

  /**
   * A text whose lines are the ends of lines of this one, the last one perhaps a part of it; `end` is the offset after it. It begins at
   * or after `from`. Undefined if there is none, or if it takes too long to find.
   */
  lines(text: string, from: number): { readonly own: Excerpt; readonly end: number } | undefined {
    const whole = from + text.length;
    const isWhole = text.endsWith("\n") || whole === this.text.length || this.text[whole] === "\n";
    if (isWhole && this.text.startsWith(text, from)) return { own: this.slice(from, whole), end: whole };
    const starts = (this.#lineStarts ??= lineStarts(this.text));
    const own = text.trimEnd().split("\n");
    let patience = PATIENCE * (starts.length + own.length);
    for (
      let first = lastUpTo(from, starts.length, (nth) => starts[nth]!);
      first + own.length <= starts.length;
      first++
    ) {
      const columns: number[] = [];
      for (const [nth, line] of own.entries()) {
        if (--patience < 0) return undefined;
        const start = starts[first + nth]!;
        const around = this.text.slice(start, (starts[first + nth + 1] ?? Infinity) - 1);
        const column = columnIn(around, line, nth === 0 ? from - start : 0, nth === own.length - 1);
        if (column === undefined) break;
        columns.push(column);
      }
      if (columns.length < own.length) continue;
      const offsets = columns.map((column, nth) => starts[first + nth]! + column);
      const at = lineStarts(text);
      const pieces = offsets.map((offset, nth) => ({
        at: at[nth]! + indentOf(own[nth]!),
        origin: this.origin(offset),
      }));
      return { own: new Excerpt(text, pieces), end: offsets.at(-1)! + own.at(-1)!.trim().length };
    }
    return undefined;
  }

  /** The text of a table's cell, which begins at or after `from`; its bars have backslashes here. */
  cell(text: string, from: number): { readonly own: Excerpt; readonly end: number } | undefined {
    const near = this.text.slice(from, from + FAR + 2 * text.length);
    for (const written of new Set([text, text.replaceAll("|", "\\|")])) {
      const found = indexIn(near, written);
      if (found < 0) continue;
      const start = from + found;
      const pieces: Piece[] = [{ at: 0, origin: this.origin(start) }];
      for (const { index } of written === text ? [] : text.matchAll(/\|/g))
        pieces.push({ at: index, origin: this.origin(start) + index + pieces.length });
      return { own: new Excerpt(text, pieces), end: start + written.length };
    }
    return undefined;
  }

  #pieceAt(offset: number): number {
    return lastUpTo(offset, this.#pieces.length, (nth) => this.#pieces[nth]!.at);
  }
}

/** The last index whose offset is not beyond `offset`, or 0; offsets ascend. */
function lastUpTo(offset: number, count: number, offsetAt: (nth: number) => number): number {
  let low = 0;
  for (let high = count; low + 1 < high;) {
    const middle = (low + high) >> 1;
    if (offsetAt(middle) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * The column of a line's text in the line that it comes from: at its end, or anywhere if it may be cut (`isLast`). Blanks around it do
 * not count: a list makes blanks of its tabs.
 */
function columnIn(around: string, line: string, least: number, isLast: boolean): number | undefined {
  const own = line.trim();
  const end = around.trimEnd();
  if (own === "") return least <= around.length ? Math.max(0, least) : undefined;
  if (end.length - own.length >= least && end.endsWith(own)) return end.length - own.length;
  const found = isLast ? indexIn(around, own, Math.max(0, least)) : -1;
  return found < 0 ? undefined : found;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
