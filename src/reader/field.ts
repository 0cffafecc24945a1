/**
 * A field of several lines: its text, moves of the cursor, and its rows at a width.
 *
 *     text   A note that is longer than a row.⏎And a second line.
 *     rows   A note that is    longer than a    row.    And a second    line.
 *
 * The cursor is an offset in the text, in UTF-16 code units.
 */
import { graphemes, width } from "../text/width.ts";

export interface Field {
  readonly text: string;
  readonly at: number;
}

export type FieldMove = "left" | "right" | "up" | "down" | "lineStart" | "lineEnd";

/** Longest text in a field, in UTF-16 code units. */
const LONGEST = 20_000;

/** The field with a text inserted at the cursor. */
export function inserted({ text, at }: Field, more: string): Field {
  const own = more.slice(0, Math.max(0, LONGEST - text.length));
  return { text: text.slice(0, at) + own + text.slice(at), at: at + own.length };
}

/** A pasted text: its lines are kept, whatever their endings, and control characters are removed. */
export function pastedText(paste: string): string {
  return paste
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/(?!\n)\p{Cc}/gu, "");
}

/** The field, with the text before the cursor changed as in a field of one line. */
export function changedBefore({ text, at }: Field, change: (before: string) => string): Field {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  const before = text.slice(line, at);
  const next = change(before);
  // At the beginning of a line, this removes the line feed.
  if (next === before && before === "" && line > 0 && change("x") === "")
    return { text: text.slice(0, line - 1) + text.slice(at), at: line - 1 };
  if (text.length - before.length + next.length > LONGEST) return { text, at };
  return { text: text.slice(0, line) + next + text.slice(at), at: line + next.length };
}

/** A row of the field: offsets in its text. */
export interface FieldRow {
  readonly start: number;
  readonly end: number;
}

/** The rows of a text, at most `columns` wide, broken at blanks, and within longer words. */
export function fieldRows(text: string, columns: number): FieldRow[] {
  const rows: FieldRow[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    let from = 0;
    for (let end = rowEnd(line, from, columns); end < line.length; end = rowEnd(line, from, columns)) {
      rows.push({ start: start + from, end: start + end });
      from = end;
    }
    rows.push({ start: start + from, end: start + line.length });
    start += line.length + 1;
  }
  return rows;
}

/** The end of a row that begins at `from`: after its last blank, if words follow. */
function rowEnd(line: string, from: number, columns: number): number {
  let used = 0;
  let at = from;
  let blank = from;
  for (const grapheme of graphemes(line.slice(from, from + 8 * columns))) {
    used += width(grapheme);
    // The cursor may be after the last letter.
    if (used >= columns && grapheme !== " ") {
      const least = at > from ? at : at + grapheme.length;
      return blank > from ? blank : least;
    }
    at += grapheme.length;
    if (grapheme === " ") blank = at;
  }
  return at;
}

/** The index of the row with the cursor. */
export function cursorRow(rows: readonly FieldRow[], at: number): number {
  return Math.max(
    0,
    rows.findLastIndex(({ start }) => start <= at),
  );
}

/** The field with its cursor moved; up and down go by rows of this width. */
export function movedInField(field: Field, move: FieldMove, columns: number): Field {
  const { text, at } = field;
  const rows = fieldRows(text, columns);
  const here = cursorRow(rows, at);
  const to = (offset: number): Field => ({ text, at: offset });
  switch (move) {
    case "left":
      return to(at - (graphemes(text.slice(Math.max(0, at - 64), at)).at(-1)?.length ?? 0));
    case "right":
      return to(at + (graphemes(text.slice(at, at + 64))[0]?.length ?? 0));
    case "lineStart":
      return to(rows[here]!.start);
    case "lineEnd":
      return to(lastOf(text, rows, here));
    case "up":
    case "down": {
      const next = rows[here + (move === "up" ? -1 : 1)];
      if (!next) return to(move === "up" ? 0 : text.length);
      const column = width(text.slice(rows[here]!.start, at));
      return to(offsetIn(text, next, column, lastOf(text, rows, rows.indexOf(next))));
    }
  }
}

/** The last place for the cursor in a row; before the last letter if the text continues in the next row. */
function lastOf(text: string, rows: readonly FieldRow[], index: number): number {
  const { end } = rows[index]!;
  return rows[index + 1]?.start === end
    ? end - (graphemes(text.slice(Math.max(0, end - 64), end)).at(-1)?.length ?? 0)
    : end;
}

function offsetIn(text: string, { start, end }: FieldRow, column: number, last: number): number {
  let used = 0;
  let at = start;
  for (const grapheme of graphemes(text.slice(start, end))) {
    used += width(grapheme);
    if (used > column) break;
    at += grapheme.length;
  }
  return Math.min(at, last);
}
