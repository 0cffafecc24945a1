/**
 * The view of a note's field: a frame under its passage.
 */
import { type Row, type Span, span } from "../../../layout/line.ts";
import { label, visible } from "../../../text/visible.ts";
import { graphemes, truncate } from "../../../text/width.ts";
import { galleyOf } from "../../../marks/galley.ts";
import { cursorRow, fieldRows } from "../../field.ts";
import { FRAME, frameColumns, layFramed } from "../../framed.ts";
import { pageHeight } from "../../geometry.ts";
import { columnOver } from "../../over-text.ts";
import { rowOf } from "../../spread.ts";
import { clamp } from "../../scroll.ts";
import { hint } from "../../keymap.ts";
import type { Page, State } from "../../state.ts";
import { mostRows, type NoteMode, passageEnd, stretchOf } from "./note-field.ts";

/** Puts the field over the rows of a page, right under its passage. */
export function layNote(rows: Row[], state: State, page: Page, mode: NoteMode): void {
  const { size } = state;
  const columns = frameColumns(size);
  const all = fieldRows(mode.text, columns);
  const here = cursorRow(all, mode.at);
  const height = Math.min(mostRows(state), Math.max(2, all.length));
  const first = clamp(here - Math.floor(height / 2), 0, Math.max(0, all.length - height));
  const shown = all.slice(first, first + height).map(({ start, end }, index): Row => ({
    spans: rowSpans(mode, start, end, first + index === here),
  }));
  const blank = Array.from({ length: height - shown.length }, (): Row => ({ spans: [] }));
  const inner = { columns, rows: height };
  const end = passageEnd(page, mode.on) ?? page.top;
  const row = Math.max(0, Math.min(rowOf(state, page, end) + 1, pageHeight(size) - height - FRAME.rows));
  const foot = first + height < all.length ? "more below" : "";
  const at = { row, column: columnOver(state, page, end, columns) };
  layFramed(rows, { title: titleOf(page, mode), rows: [...shown, ...blank], foot, inner }, at, size);
}

/** `✎ your note on “The passage…”`; the frame cuts it to its width. */
function titleOf(page: Page, { on }: NoteMode): string {
  const stretch = stretchOf(page, on);
  const words = stretch && label(galleyOf(page.open.document).text.slice(...stretch));
  return words === undefined ? "✎ your note" : `✎ your note on “${truncate(words, WORDS)}”`;
}

/** Columns of the words by which the field names its passage. */
const WORDS = 50;

/** A row with the letter under the cursor marked. */
function rowSpans({ text, at }: NoteMode, start: number, end: number, isHere: boolean): Span[] {
  if (!isHere) return [span(visible(text.slice(start, end)))];
  const letter = graphemes(text.slice(at, end))[0] ?? "";
  return [
    span(visible(text.slice(start, at))),
    span(letter === "" ? " " : visible(letter), "selected"),
    span(visible(text.slice(at + letter.length, end))),
  ];
}

export function noteHints({ keymap }: State): string[] {
  return [
    ...hint(keymap, "note", "accept", "save"),
    ...hint(keymap, "note", "newLine", "new line"),
    ...hint(keymap, "note", "compose", "in your editor"),
  ];
}
