/**
 * Words selected by the mouse, from the letter where the button was pressed to the letter under it.
 */
import { galleyOf } from "../../../marks/galley.ts";
import { offsetAt } from "../../../page/caret.ts";
import { partAt, type Stretch } from "../../../page/passages.ts";
import type { Cell } from "../../../terminal/mouse.ts";
import { hasSpread, pageHeight } from "../../geometry.ts";
import { only, type Updated } from "../../messages.ts";
import { clamp } from "../../scroll.ts";
import type { Page, PageScreen, State } from "../../state.ts";
import type { Drag } from "../screen.ts";
import { lastTop, lineUnder } from "../../spread.ts";
import { movedTo } from "./page.ts";
import { ownLines } from "./words.ts";

export function draggedOver(state: State, screen: PageScreen, { from, row, column }: Drag): Updated {
  const { page, mode } = screen;
  if (mode.kind !== "read" && mode.kind !== "words") return only(state);
  const before = mode.kind === "words" && mode.from?.row === from.row && mode.from.column === from.column;
  const anchor = before ? mode.anchor : letterAt(state, page, from);
  if (anchor === undefined) return only(state);
  const seen = atEdge(state, page, row);
  const part = partAt(galleyOf(page.open.document), anchor);
  const cursor = letterAt(state, seen, { row, column }, part) ?? (before ? mode.cursor : anchor);
  return only({ ...state, screen: { ...screen, page: seen, mode: { kind: "words", anchor, cursor, from } } });
}

/** The page, moved by a line if the mouse is at the edge of the screen. */
function atEdge(state: State, page: Page, row: number): Page {
  if (hasSpread(state)) return page;
  const step = row <= 0 ? -1 : row >= pageHeight(state.size) - 1 ? 1 : 0;
  const top = clamp(page.top + step, 0, lastTop(page.lines, state));
  return top === page.top ? page : movedTo(page, top);
}

/** The offset in the galley of the letter in a cell, or of the nearest letter on its line or above. */
function letterAt(state: State, page: Page, { row, column }: Cell, part?: Stretch): number | undefined {
  const lines = ownLines(page);
  const seen = lineUnder(state, page, { row: Math.min(row, pageHeight(state.size) - 1), column });
  const last = Math.min(lines.length - 1, seen.line);
  for (let line = last; line >= page.top; line--) {
    const offset = offsetAt(
      page.open.document,
      lines,
      { line, column: line === last ? seen.column : Infinity },
      part,
    );
    if (offset !== undefined) return offset;
  }
  return undefined;
}
