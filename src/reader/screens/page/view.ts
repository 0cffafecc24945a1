/**
 * An essay on the screen: its lines in the middle, and the user's place in it below.
 */
import { titleLabel } from "../../../essay/title-label.ts";
import { overlaid, spansWidth, windowOf } from "../../../layout/cut.ts";
import { decorated, type LineDecoration, type TextDecoration } from "../../../layout/decoration.ts";
import { type Line, type Row, type Span, span } from "../../../layout/line.ts";
import { matchDecorations } from "../../../page/matches.ts";
import { headAbove } from "../../../page/table-head.ts";
import { endOfScreen } from "../../../page/turning.ts";
import { focusDecorations, spotOf } from "../../../page/spots.ts";
import { width } from "../../../text/width.ts";
import { minutes } from "../../../text/words.ts";
import type { Bottom } from "../../bottom.ts";
import { layFramed } from "../../framed.ts";
import { hasSpread, pageHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import type { Box, Page, PageMode, PageScreen, State } from "../../state.ts";
import { aloudDecorations, aloudHints, aloudSign, aloudPlace as place } from "./aloud-view.ts";
import { besideBox, boxFrame, topBox } from "./box.ts";
import { layNote, noteHints } from "./note-view.ts";
import { percent } from "./page.ts";
import { selected } from "./select.ts";
import { wordDecorations, wordHints } from "./words-view.ts";
import { pagesSeen, seenRows } from "../../spread.ts";

export function pageView(state: State, { page, mode }: PageScreen): Row[] {
  const height = pageHeight(state.size);
  const rows = pageRows(state, page, mode, height);
  if (mode.kind === "box") layBox(rows, page, topBox(mode));
  if (mode.kind === "note") layNote(rows, state, page, mode);
  return rows;
}

/** Puts a box over the rows of a page. */
function layBox(rows: Row[], page: Page, box: Box): void {
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
  layFramed(rows, { title: boxTitle(box.holds), rows: lines, foot, inner }, { row, column });
}

/** The rows of the visible page, or of two pages side by side. */
function pageRows(state: State, page: Page, mode: PageMode, height: number): Row[] {
  const rows = seenRows(state);
  const seen = page.lines.slice(page.top, page.top + rows);
  const text = textDecorations(page, mode, seen, rows);
  const signs = lineDecorations(page, mode, seen);
  const pages = pagesSeen(state, page);
  const head = hasSpread(state) ? [] : headOver(page, mode, height);
  const end = hasSpread(state) ? Infinity : endSeen(page, mode, height);
  return Array.from({ length: height }, (_, row): Row => {
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
}

/** The sign at the right of right-to-left text, which replaces one at the left. */
const TURNED: Readonly<Record<string, string>> = { "▐": "▌", "▎": "▕" };

/** A row with a sign in a column beside the text, if the screen has that column. */
function withSign(row: Row, { sign, role }: LineDecoration, column: number, columns: number): Row {
  if (column < 0 || column >= columns) return row;
  return overlaid(row, column, [span(sign, role)]);
}

/**
 * The end of the visible lines. After the turn of a page, and at the top, the rows that move to the next
 * screen stay blank; a search, a focus, and a move by lines need every row.
 */
function endSeen({ lines, top, turnedTo, find, focus }: Page, { kind }: PageMode, height: number): number {
  const isTurned = top === 0 || top === turnedTo;
  return isTurned && kind === "read" && !find && focus === undefined
    ? endOfScreen(lines, top, height)
    : Infinity;
}

/** Whether a row shows its own line of the page, and not a blank or the repeated header of a table. */
export function showsItsLine(state: State, { page, mode }: PageScreen, row: number): boolean {
  if (hasSpread(state)) return true;
  const height = pageHeight(state.size);
  return row >= headOver(page, mode, height).length && page.top + row < endSeen(page, mode, height);
}

/**
 * The header of a table that continues from above, laid over its first rows on the screen. These rows were
 * visible before, because pages turn so that rows for the header are shown again. Rows with a note, a match
 * or a selection are not covered.
 */
function headOver(page: Page, { kind }: PageMode, height: number): readonly Row[] {
  const { lines, top, matches, here, spots, focus } = page;
  const head = top === 0 || kind !== "read" ? [] : headAbove(lines, top, height);
  if (head.length === 0) return [];
  const covered = lines.slice(top, top + head.length);
  const isOfTable = covered.every(({ block }) => block === lines[top]!.block);
  const hasNote = covered.some(({ spans }) => spans.some(({ roles }) => roles.includes("note")));
  const lastCovered = top + head.length - 1;
  const isWanted = [matches[here]?.line, spotOf(spots, focus)?.line].some(
    (line) => line !== undefined && line >= top && line <= lastCovered,
  );
  if (!isOfTable || hasNote || isWanted) return [];
  return head.map(({ spans }) => ({
    spans: spans.map((own) => (own.roles.includes("note") ? blank(own) : own)),
  }));
}

function blank({ text }: Span): Span {
  return span(" ".repeat(width(text)));
}

/** Decorations of the visible text: matches, the focused link or mark, a sentence, a selection. */
function textDecorations(
  page: Page,
  mode: PageMode,
  seen: readonly Line[],
  height: number,
): TextDecoration[] {
  const { top, matches, here, spots, focus } = page;
  return [
    ...matchDecorations(matches, here, [top, top + height]),
    ...focusDecorations(spotOf(spots, focus), seen, top),
    ...(mode.kind === "aloud" ? aloudDecorations(mode) : []),
    ...(mode.kind === "words" ? wordDecorations(page, mode, height) : []),
  ];
}

/** Signs in the gutter: beside selected, highlighted and changed lines, and beside the sentence that is read. */
function lineDecorations({ top, changed }: Page, mode: PageMode, seen: readonly Line[]): LineDecoration[] {
  const signs: LineDecoration[] = [];
  if (mode.kind === "select") {
    const [first, last] = selected(mode);
    signs.push({ first, last, sign: "┃", role: "changed" });
  }
  if (mode.kind === "aloud") signs.push(aloudSign(mode));
  seen.forEach(({ spans }, index) => {
    const at = top + index;
    const own = spans.filter(({ mine }) => mine !== undefined);
    if (own.length === 0) return;
    const isReworded = own.every(({ roles }) => roles.includes("mineReworded"));
    signs.push({ first: at, last: at, sign: isReworded ? "░" : "▐", role: "citation" });
  });
  seen.forEach(({ spans, block }, index) => {
    const at = top + index;
    if (spans.length > 0 && changed.has(block))
      signs.push({ first: at, last: at, sign: "▎", role: "changed" });
  });
  return signs;
}

/** The field of a search, the selection, or the place in the essay. */
export function pageBottom(state: State, { page, mode }: PageScreen): Bottom {
  const { keymap } = state;
  switch (mode.kind) {
    case "read":
      return readBottom(state, page);
    case "note":
      return { kind: "status", hints: noteHints(state), leave: ["clear", "back"], place: [] };
    case "words":
      return { kind: "status", hints: wordHints(state, page, mode), leave: ["back", "back"], place: [] };
    case "select": {
      const [first, last] = selected(mode);
      const hints = [`${last - first + 1} selected`, ...hint(keymap, "select", "copy", "copy")];
      return { kind: "status", hints, leave: ["back", "back"], place: [] };
    }
    case "find": {
      const isSought = mode.text === (page.find?.text ?? "");
      const found = mode.text.trim() === "" ? [] : [isSought ? count(page) : "…"];
      const hints = [...hint(keymap, "find", "accept", "keep"), ...hint(keymap, "find", "nextMatch", "next")];
      return { kind: "field", sign: "/", text: mode.text, hints, leave: ["clear", "back"], place: found };
    }
    case "aloud":
      return { kind: "status", hints: aloudHints(state, mode), leave: ["back", "end"], place: [place(mode)] };
    case "box":
      return { kind: "status", hints: boxHints(state, topBox(mode)), leave: ["back", "close"], place: [] };
  }
}

function boxTitle(holds: Box["holds"]): string {
  if (holds.kind === "note") return `note ${holds.number}`;
  return holds.kind === "formula" ? "formula" : "to the browser";
}

function boxHints({ keymap }: State, box: Box): string[] {
  const { holds, focus, spots } = box;
  const { isLeft, isRight } = besideBox(box);
  return [
    ...(holds.kind === "address" ? hint(keymap, "box", "follow", "open in the browser") : []),
    ...(focus === undefined ? [] : hint(keymap, "box", "follow", "follow")),
    ...(spots.length > 1 ? hint(keymap, "box", "nextLink", "links") : []),
    ...(isLeft || isRight ? hint(keymap, "box", "toRight", "right") : []),
    ...(isLeft || isRight ? hint(keymap, "box", "toLeft", "left") : []),
    ...hint(keymap, "box", "copy", "copy"),
  ];
}

function count({ matches, here }: Page): string {
  return matches.length === 0 ? "not in this essay" : `${here + 1} of ${matches.length}`;
}

/** The title, and the progress. */
function readBottom(state: State, page: Page): Bottom {
  const done = percent(page, seenRows(state));
  const title = titleLabel(page.essay);
  const leave = ["back", state.library.alone ? "quit" : "back"] as const;
  return { kind: "status", title, hints: [], leave, place: [minutesLeft(page, done), `${done} %`] };
}

function minutesLeft(page: Page, done: number): string {
  if (done === 100) return "the end";
  return `${minutes((page.essay.words * (100 - done)) / 100)} min left`;
}
