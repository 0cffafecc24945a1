/**
 * Cuts and fills lines to a width, for screens.
 */
import { graphemes, takeColumns, width } from "../text/width.ts";
import { type Role, type Row, type Span, span } from "./line.ts";

/** A line of at most `columns`. */
export function cutLine<Own extends Row>(line: Own, columns: number): Own {
  if (columns === Infinity) return line;
  let left = columns;
  const spans: Span[] = [];
  for (const own of line.spans) {
    const columnsOf = width(own.text);
    if (columnsOf <= left) spans.push(own);
    else spans.push({ ...own, text: takeColumns(own.text, left) });
    left -= columnsOf;
    if (left <= 0) break;
  }
  return { ...line, spans };
}

/** The visible part of a line in a window of `columns` that begins at column `left`. */
export function windowOf<Own extends Row>(line: Own, left: number, columns: number): Own {
  let before = left;
  const spans = line.spans.flatMap((own): Span[] => {
    const columnsOf = width(own.text);
    const hidden = Math.min(before, columnsOf);
    before -= hidden;
    if (hidden === 0) return [own];
    // A wide character that is cut in half becomes a blank.
    const cut = takeColumns(own.text, hidden);
    const rest = own.text.slice(cut.length);
    const parted = width(cut) < hidden ? (graphemes(rest)[0] ?? "") : "";
    const text = " ".repeat(Math.max(0, width(cut) + width(parted) - hidden)) + rest.slice(parted.length);
    if (text === "") return [];
    const at = own.at !== undefined && own.at + own.text.length - text.length;
    return [{ ...own, text, ...(at !== false && { at }) }];
  });
  return cutLine({ ...line, spans }, columns);
}

/** A row with spans laid over it from a column on. What it shows at both sides of them stays. */
export function overlaid<Own extends Row>(row: Own, column: number, over: readonly Span[]): Own {
  const before = windowOf(row, 0, column).spans;
  const blanks = column - spansWidth(before);
  const after = windowOf(row, column + spansWidth(over), Infinity).spans;
  return { ...row, spans: [...before, ...(blanks > 0 ? [span(" ".repeat(blanks))] : []), ...over, ...after] };
}

/** A line of at most `columns`, with an ellipsis if it was cut. */
export function shortened(line: Row, columns: number): Row {
  if (columns === Infinity || spansWidth(line.spans) <= columns) return line;
  const { spans } = cutLine(line, Math.max(0, columns - 1));
  const last = spans.at(-1);
  if (!last) return { ...line, spans: [span("…", "quiet")] };
  // The sign belongs to the text that it cuts: where that runs from right to left, it is at the left.
  const sign: Span = { ...span("…", "quiet"), ...(last.flow && { flow: last.flow }) };
  return { ...line, spans: [...spans.slice(0, -1), { ...last, text: last.text.trimEnd() }, sign] };
}

/** A line of exactly `columns` with `left` and `right` at its ends. `left` is cut first. */
export function spread(left: readonly Span[], right: readonly Span[], columns: number): Row {
  const rightWidth = Math.min(columns, spansWidth(right));
  const room = Math.max(0, columns - rightWidth - (rightWidth > 0 ? 1 : 0));
  const cut = cutLine({ spans: left }, room).spans;
  const free = columns - spansWidth(cut) - rightWidth;
  return cutLine({ spans: [...cut, span(" ".repeat(Math.max(0, free))), ...right] }, columns);
}

/** The width of spans side by side, in columns. */
export function spansWidth(spans: readonly Span[]): number {
  return spans.reduce((sum, own) => sum + width(own.text), 0);
}

/** Spans of `text` with `role` on the given ranges of it. */
export function marked(
  text: string,
  ranges: readonly (readonly [number, number])[],
  role: Role,
  roles: readonly Role[],
): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) spans.push({ text: text.slice(at, start), roles });
    if (end > start) spans.push({ text: text.slice(start, end), roles: [...roles, role] });
    at = Math.max(at, end);
  }
  if (at < text.length) spans.push({ text: text.slice(at), roles });
  return spans;
}
