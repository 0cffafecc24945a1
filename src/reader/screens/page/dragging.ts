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
  const down = Math.sign(row - from.row);
  const anchor = before ? mode.anchor : letterAt(state, page, from, down);
  if (anchor === undefined) return only(state);
  const seen = atEdge(state, page, row);
  const part = partAt(galleyOf(page.open.document), anchor);
  const letter = letterAt(state, seen, { row, column }, down < 0 ? 1 : -1, part);
  const cursor = letter ?? (before ? mode.cursor : anchor);
  return only({ ...state, screen: { ...screen, page: seen, mode: { kind: "words", anchor, cursor, from } } });
}

/** The page, moved by a line if the mouse is at the edge of the screen. */
function atEdge(state: State, page: Page, row: number): Page {
  if (hasSpread(state)) return page;
  const step = row <= 0 ? -1 : row >= pageHeight(state.size) - 1 ? 1 : 0;
  const top = clamp(page.top + step, 0, lastTop(page.lines, state));
  return top === page.top ? page : movedTo(page, top);
}

/** A column right of every line. With Infinity, every span of a line would be as far away as the last. */
const FAR_RIGHT = Number.MAX_SAFE_INTEGER;

/**
 * The offset in the galley of the letter in a cell, or of the nearest letter on its line. If the line has
 * no letter, like one between paragraphs, it takes the next line that has one: below for a `step` of 1,
 * above for -1; undefined for 0.
 */
function letterAt(
  state: State,
  page: Page,
  { row, column }: Cell,
  step: number,
  part?: Stretch,
): number | undefined {
  const lines = ownLines(page);
  const seen = lineUnder(state, page, { row: Math.min(row, pageHeight(state.size) - 1), column });
  const first = Math.min(lines.length - 1, seen.line);
  const letter = (line: number, at: number): number | undefined =>
    offsetAt(page.open.document, lines, { line, column: at }, part);
  const own = letter(first, seen.column);
  if (own !== undefined || step === 0) return own;
  const bottom = Math.min(lines.length, page.top + pageHeight(state.size));
  for (let line = first + step; line >= page.top && line < bottom; line += step) {
    const offset = letter(line, step > 0 ? 0 : FAR_RIGHT);
    if (offset !== undefined) return offset;
  }
  return undefined;
}
