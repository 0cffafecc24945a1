/**
 * An essay on the screen: its lines in the middle, and what is laid over them.
 */
import { overlaid, spansWidth, windowOf } from "../../../layout/cut.ts";
import { decorated, type LineDecoration } from "../../../layout/decoration.ts";
import { type Line, type Row, type Span, span } from "../../../layout/line.ts";
import { focusDecorations, spotOf } from "../../../page/spots.ts";
import { headAbove, laidOver } from "../../../page/table-head.ts";
import { layFramed } from "../../framed.ts";
import { hasSpread, pageHeight } from "../../geometry.ts";
import { pagesSeen, seenEnd, seenRows } from "../../spread.ts";
import type { Box, Page, PageMode, PageScreen, Size, State } from "../../state.ts";
import { besideBox, boxFrame, topBox } from "./box.ts";
import { lineDecorations, textDecorations } from "./decorations.ts";
import { layNote } from "./note-view.ts";
import { tableOf } from "../../../text/own.ts";

export function pageView(state: State, { page, mode }: PageScreen): Row[] {
  const height = pageHeight(state.size);
  const rows = pageRows(state, page, mode, height);
  if (mode.kind === "box") layBox(rows, page, topBox(mode), state.size);
  if (mode.kind === "note") layNote(rows, state, page, mode);
  return rows;
}

/** Puts a box over the rows of a page. */
function layBox(rows: Row[], page: Page, box: Box, size: Size): void {
  const { row, column, inner } = boxFrame(page, box);
  const seen = box.lines.slice(box.top, box.top + inner.rows);
  const focus = focusDecorations(spotOf(box.spots, box.focus), seen, box.top);
  const { isLeft, isRight } = besideBox(box);
  const more = [
    ...(isLeft ? ["at the left"] : []),
    ...(isRight ? ["at the right"] : []),
    ...(box.top + inner.rows < box.lines.length ? ["below"] : []),
  ];
  const foot = more.length === 0 ? "" : `more ${more.join(", ")}`;
  const lines = seen.map((line) => windowOf(decorated(line, focus), box.left, inner.columns));
  layFramed(rows, { title: boxTitle(box.holds), rows: lines, foot, inner }, { row, column }, size);
}

/** The rows of the visible page, or of two pages side by side. */
function pageRows(state: State, page: Page, mode: PageMode, height: number): Row[] {
  const rows = seenRows(state);
  const seen = page.lines.slice(page.top, page.top + rows);
  const text = textDecorations(page, mode, seen, rows);
  const signs = lineDecorations(page, mode, seen);
  const pages = pagesSeen(state, page);
  const head = hasSpread(state) ? [] : headOver(page, mode, height);
  const end = mode.kind === "read" ? seenEnd(page, state) : Infinity;
  const shown = Array.from({ length: height }, (_, row): Row => {
    const spans: Span[] = [];
    for (const { column, top } of pages) {
      const line = top + row < end ? (head[row] ?? page.lines[top + row]) : undefined;
      if (!line || line.spans.length === 0) continue;
      const blanks = column - spansWidth(spans);
      if (blanks > 0) spans.push(span(" ".repeat(blanks)));
      for (const own of decorated(line, text).spans) spans.push(own);
    }
    return pages.reduce<Row>(
      (whole, { top, text: [start, after] }) => {
        const sign = signs.find(({ first, last }) => top + row >= first && top + row <= last);
        if (!sign || top + row >= end) return whole;
        const own = page.isMirrored ? { ...sign, sign: TURNED[sign.sign] ?? sign.sign } : sign;
        return withSign(whole, own, page.isMirrored ? after : start - 1, state.size.columns);
      },
      { spans },
    );
  });
  const under = pages.filter(({ top }) => isNoteCut(page.lines, Math.min(end, top + height)));
  return [...shown, under.reduce<Row>((row, { note }) => overlaid(row, note, GOES_ON), { spans: [] })];
}

/** The sign under a note beside the text that goes on with the next screen. It is seen if there is a row for it. */
const GOES_ON = [span("⋮", "quiet")];

/** Whether the screen that ends before a line parts a note beside the text. Two pages never do. */
function isNoteCut(lines: readonly Line[], end: number): boolean {
  const beside = lines[end - 1]?.beside;
  return beside !== undefined && beside === lines[end]?.beside;
}

/** The sign at the right of right-to-left text, which replaces one at the left. */
const TURNED = tableOf<string>({ "▐": "▌", "▎": "▕" });

/** A row with a sign in a column beside the text, if the screen has that column. */
function withSign(row: Row, { sign, role }: LineDecoration, column: number, columns: number): Row {
  if (column < 0 || column >= columns) return row;
  return overlaid(row, column, [span(sign, role)]);
}

/** Whether a row shows its own line of the page, and not a blank or the repeated header of a table. */
export function showsItsLine(state: State, { page, mode }: PageScreen, row: number): boolean {
  if (hasSpread(state)) return true;
  const height = pageHeight(state.size);
  const end = mode.kind === "read" ? seenEnd(page, state) : Infinity;
  return row >= headOver(page, mode, height).length && page.top + row < end;
}

/**
 * The header of a table that continues from above, laid over its first rows on the screen. These rows were
 * visible before, because pages turn so that rows for the header are shown again. Notes beside them stay. Rows with a
 * match or a selection are not covered.
 */
function headOver(page: Page, { kind }: PageMode, height: number): readonly Row[] {
  const { lines, top, matches, here, spots, focus } = page;
  const head = top === 0 || kind !== "read" ? [] : headAbove(lines, top, height);
  if (head.length === 0) return [];
  const covered = lines.slice(top, top + head.length);
  const isOfTable = covered.every(({ block, note }) => block === lines[top]!.block && note === undefined);
  const lastCovered = top + head.length - 1;
  const isWanted = [matches[here]?.line, spotOf(spots, focus)?.line].some(
    (line) => line !== undefined && line >= top && line <= lastCovered,
  );
  if (!isOfTable || isWanted) return [];
  return head.map((row, nth) => laidOver(row, covered[nth]!));
}

function boxTitle(holds: Box["holds"]): string {
  if (holds.kind === "note") return `note ${holds.number}`;
  return holds.kind === "formula" ? "formula" : "to the browser";
}
