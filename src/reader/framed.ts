/**
 * A box with a frame, laid over the rows of a screen.
 *
 *     ╭─ note 3 ─────────────╮
 *     │ What the note says.  │
 *     ╰─ more below ─────────╯
 */
import { overlaid, spansWidth } from "../layout/cut.ts";
import { type Row, span } from "../layout/line.ts";
import { closed } from "../text/visible.ts";
import { truncate, width } from "../text/width.ts";
import type { Size } from "./state.ts";

/** Columns and rows of the frame itself. */
export const FRAME: Size = { columns: 4, rows: 2 };
const WIDEST = 76;

/** Columns inside a frame on a screen of this size. */
export function frameColumns({ columns }: Size): number {
  return Math.max(1, Math.min(WIDEST, columns - 2) - FRAME.columns);
}

export interface Framed {
  readonly title: string;
  /** The text after the title, which is never cut. */
  readonly about?: string;
  /** The rows inside, none wider than `inner.columns`. */
  readonly rows: readonly Row[];
  /** The text in the lower edge. */
  readonly foot: string;
  /** Columns and rows inside. */
  readonly inner: Size;
}

/** Where a box is on the screen: the row and the column of its upper left corner, from 0, and its inner size. */
export interface FramePlace {
  readonly row: number;
  readonly column: number;
  readonly inner: Size;
}

/** A rest of the screen beside a box that is not wider is cleared: its letters belong to no word that can be read. */
const SLIVER = 8;

/**
 * Puts a box over rows, its upper left corner at a row and a column of the screen, both from 0. What the rows show at both
 * sides of it stays, behind a blank column, if there is room for more than a few letters.
 */
export function layFramed(
  rows: Row[],
  box: Framed,
  { row, column }: Omit<FramePlace, "inner">,
  { columns }: Size,
): void {
  const right = Math.max(0, columns - column - box.inner.columns - FRAME.columns);
  const before = " ".repeat(cleared(column));
  const after = " ".repeat(cleared(right));
  framedRows(box).forEach(({ spans }, index) => {
    const over = [span(before), ...spans, span(after)].filter(({ text }) => text !== "");
    rows[row + index] = overlaid(rows[row + index] ?? { spans: [] }, column - before.length, over);
  });
}

/** The blank columns between a box and the screen beside it, which has this many columns. */
function cleared(beside: number): number {
  return beside <= SLIVER ? beside : 1;
}

function framedRows({ title, about = "", rows, foot, inner: { columns } }: Framed): Row[] {
  const inside = rows.map(({ spans }): Row => {
    const blanks = " ".repeat(Math.max(0, columns - spansWidth(spans)));
    return { spans: [span("│ ", "rule"), ...spans, span(blanks), span(" │", "rule")] };
  });
  return [edge("╭─", [title, about], "╮", columns), ...inside, edge("╰─", [foot], "╯", columns)];
}

/** An edge with texts in it, each ordered by itself; the first is cut. */
function edge(
  left: string,
  [title = "", about = ""]: readonly string[],
  right: string,
  columns: number,
): Row {
  const end = about === "" ? "" : ` · ${about}`;
  const room = Math.max(1, columns - 2 - width(end));
  const spans =
    title === "" ? [] : [" ", closed(truncate(title, room)), `${end} `].map((text) => span(text, "quiet"));
  const rule = "─".repeat(Math.max(0, columns + 1 - spansWidth(spans)));
  return { spans: [span(left, "rule"), ...spans, span(rule + right, "rule")] };
}
