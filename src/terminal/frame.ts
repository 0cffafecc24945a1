/**
 * Frames: the rows of a screen, and what must be sent so that it shows them instead of the last ones.
 */
import { BEGIN_FRAME, CLEAR, END_FRAME, ERASE_TO_END, toRow } from "./sequences.ts";

/** A row, painted; `width` in columns. */
export interface FrameRow {
  readonly text: string;
  readonly width: number;
}

export interface Frame {
  readonly columns: number;
  readonly rows: readonly FrameRow[];
}

/**
 * The sequence that turns a screen with the frame `before` into `next`: each row that differs, and no other. Without a
 * frame before, or with one of another size, the screen is cleared first. Empty if nothing differs.
 */
export function frameChange(before: Frame | undefined, next: Frame): string {
  const isWhole = before?.columns !== next.columns || before.rows.length !== next.rows.length;
  const rows = next.rows.flatMap((row, index) => {
    const isShown = isWhole ? row.text === "" : before.rows[index]!.text === row.text;
    return isShown ? [] : [toRow(index) + row.text + endOf(row, next.columns)];
  });
  if (rows.length === 0 && !isWhole) return "";
  return BEGIN_FRAME + (isWhole ? CLEAR : "") + rows.join("") + END_FRAME;
}

/** After the last column the cursor still stands on it: erasing would take the last character away. */
function endOf({ width }: FrameRow, columns: number): string {
  return width < columns ? ERASE_TO_END : "";
}
