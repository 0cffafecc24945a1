/**
 * Frames: the rows of a screen, and the sequence that replaces the last frame by the next.
 */
import { BEGIN_FRAME, CLEAR, END_FRAME, ERASE_TO_END, scrolled, toRow } from "./sequences.ts";

/** A painted row; `width` in columns. */
export interface FrameRow {
  readonly text: string;
  readonly width: number;
}

export interface Frame {
  readonly columns: number;
  readonly rows: readonly FrameRow[];
}

/**
 * The sequence that turns a screen showing `before` into one showing `next`: rows that only moved are scrolled, and every other row
 * that differs is written. If `before` is missing or of another size, the screen is cleared first. Empty if
 * nothing differs.
 */
export function frameChange(before: Frame | undefined, next: Frame): string {
  if (before?.columns !== next.columns || before.rows.length !== next.rows.length) {
    const blank = next.rows.map(() => BLANK);
    return BEGIN_FRAME + CLEAR + rowsChange(blank, next) + END_FRAME;
  }
  const move = movedRows(before.rows, next.rows);
  const change = move
    ? scrolled(move.top, move.bottom, move.by) + rowsChange(afterMove(before.rows, move), next)
    : rowsChange(before.rows, next);
  return change === "" ? "" : BEGIN_FRAME + change + END_FRAME;
}

const BLANK: FrameRow = { text: "", width: 0 };

/** Writes each row that differs from the one on the screen. */
function rowsChange(before: readonly FrameRow[], { rows, columns }: Frame): string {
  return rows
    .map((row, index) =>
      before[index]!.text === row.text ? "" : toRow(index) + row.text + endOf(row, columns),
    )
    .join("");
}

/** The rows from `top` to `bottom` scroll up by `by` rows, or down if `by` is negative. */
interface Move {
  readonly top: number;
  readonly bottom: number;
  readonly by: number;
}

/** The UTF-16 code units that a scroll costs; it must save more than that. */
const COST = 40;

/**
 * The move that saves the most: the longest run of rows that the next frame shows at another height.
 *
 *     before   a b c d e f        next   a c d e x f        up by 1, from row 1 to row 4: c d e need not be written
 */
function movedRows(before: readonly FrameRow[], next: readonly FrameRow[]): Move | undefined {
  const { length } = next;
  let best: Move | undefined;
  let most = COST;
  for (let by = 1 - length; by < length; by++) {
    if (by === 0) continue;
    let saved = 0;
    for (let row = Math.max(0, -by), first = row; row < Math.min(length, length - by); row++) {
      const { text } = next[row]!;
      if (before[row + by]!.text !== text) {
        first = row + 1;
        saved = 0;
        continue;
      }
      if (before[row]!.text !== text) saved += text.length;
      if (saved <= most) continue;
      most = saved;
      best = { top: Math.min(first, first + by), bottom: Math.max(row, row + by), by };
    }
  }
  return best;
}

/** The rows of the screen after a move. */
function afterMove(rows: readonly FrameRow[], { top, bottom, by }: Move): FrameRow[] {
  return rows.map((row, index) => {
    if (index < top || index > bottom) return row;
    const from = index + by;
    return from < top || from > bottom ? BLANK : rows[from]!;
  });
}

/** After a full row the cursor still is on the last column, where erasing would remove the last character. */
function endOf({ width }: FrameRow, columns: number): string {
  return width < columns ? ERASE_TO_END : "";
}
