/**
 * The help on the screen: in one column, or in several beside each other if the window is wide.
 */
import { spansWidth } from "../../../layout/cut.ts";
import { type Row, span } from "../../../layout/line.ts";
import { listHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import { nothingShown } from "../../narrowing.ts";
import type { HelpScreen, Size, State } from "../../state.ts";
import { helpLines, type HelpRow } from "./lines.ts";
import { emptyRows, filled, header } from "../../bars.ts";
import type { StatusLine } from "../../bottom.ts";

/** The least columns of each column if there are several, the blanks between two, and the most of them. */
const LEAST = 58;
const GAP = 3;
const MOST = 3;

/** The number of columns. */
export function columnsOf({ columns }: Size): number {
  return Math.max(1, Math.min(MOST, Math.floor((columns + GAP) / (LEAST + GAP))));
}

/** The width of each of the columns. */
function columnWidth(size: Size): number {
  const count = columnsOf(size);
  return Math.floor((size.columns - GAP * (count - 1)) / count);
}

/** The lines of the help that contain the typed words. */
export function shownHelp({ keymap, size }: State, { about, narrowing }: HelpScreen): readonly HelpRow[] {
  return helpLines(keymap, about, { ...size, columns: columnWidth(size) }, narrowing?.words ?? "");
}

/** The end of a column that begins at `top`: a key with its words moves to the next one if it is not whole in this one. */
function endOf(rows: readonly HelpRow[], top: number, height: number): number {
  const end = Math.min(rows.length, top + height);
  const whole = beginningOf(rows, end);
  return whole > top + height / 2 ? whole : end;
}

/** The row at or before `at` that does not stay with the row above it. */
export function beginningOf(rows: readonly HelpRow[], at: number): number {
  let first = at;
  while (rows[first]?.goesOn) first--;
  return first;
}

/** The rows of each column of a screen that begins at `top`. */
export function columnsFrom(rows: readonly HelpRow[], top: number, size: Size): (readonly HelpRow[])[] {
  let at = top;
  return Array.from({ length: columnsOf(size) }, () => {
    const end = endOf(rows, at, listHeight(size));
    const column = rows.slice(at, end);
    at = end;
    return column;
  });
}

/** The row after the last one of a screen that begins at `top`. */
export function screenEnd(rows: readonly HelpRow[], top: number, size: Size): number {
  return columnsFrom(rows, top, size).reduce((end, { length }) => end + length, top);
}

/** The first row of the last screen. */
export function lastTop(rows: readonly HelpRow[], size: Size): number {
  let top = Math.max(0, rows.length - columnsOf(size) * listHeight(size));
  while (screenEnd(rows, top, size) < rows.length) top++;
  return top;
}

/** The columns beside each other. */
function besideEachOther(columns: readonly (readonly Row[])[], size: Size): Row[] {
  const wide = columnWidth(size) + GAP;
  return Array.from({ length: listHeight(size) }, (_, nth): Row => ({
    spans: columns.flatMap((rows, at) => {
      const { spans = [] } = rows[nth] ?? {};
      const blanks = at === columns.length - 1 ? 0 : wide - spansWidth(spans);
      return [...spans, span(" ".repeat(Math.max(0, blanks)))];
    }),
  }));
}

export function helpView(state: State, screen: HelpScreen): Row[] {
  const { size } = state;
  const all = shownHelp(state, screen);
  const empty = nothingShown(screen, "No keys are bound.", state.keymap);
  // A blank row between two tables is not at the top of a column.
  const columns = columnsFrom(all, screen.top, size).map((rows, nth) =>
    nth > 0 && rows[0]?.spans.length === 0 ? rows.slice(1) : rows,
  );
  const shown = all.length > 0 ? besideEachOther(columns, size) : emptyRows(empty, size);
  return [...header("Keys", "^D is Ctrl and D", size), ...filled(shown, listHeight(size))];
}

export function helpBottom(state: State, screen: HelpScreen): StatusLine {
  const { keymap, size } = state;
  const rows = shownHelp(state, screen);
  const more = screenEnd(rows, screen.top, size) < rows.length ? ["more below"] : [];
  const hints = [...hint(keymap, "help", "down", "down"), ...hint(keymap, "help", "filter", "filter")];
  return { kind: "status", hints, leave: ["back", "back"], place: more };
}
