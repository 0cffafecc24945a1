/**
 * An essay on the screen: its lines in the middle, and below where the user is in it.
 */
import { titleLabel } from "../../../layout/math/title.ts";
import { cutLine, spansWidth, spread, windowOf } from "../../../layout/cut.ts";
import { decorated, type LineDecoration, type TextDecoration } from "../../../layout/decoration.ts";
import { type Line, type Row, type Span, span } from "../../../layout/line.ts";
import { matchDecorations } from "../../../page/matches.ts";
import { headAbove } from "../../../page/table-head.ts";
import { AGAIN, endOfScreen } from "../../../page/turning.ts";
import { focusDecorations, spotOf } from "../../../page/spots.ts";
import { truncate, width } from "../../../text/width.ts";
import { minutes } from "../../../text/words.ts";
import { prompt, statusLine } from "../../bars.ts";
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
  if (mode.kind === "box") layBox(rows, state, page, topBox(mode));
  if (mode.kind === "note") layNote(rows, state, page, mode);
  return [...rows, bottom(state, page, mode)];
}

/** Puts a box over the rows of a page. */
function layBox(rows: Row[], { size }: State, page: Page, box: Box): void {
  const { row, column, inner } = boxFrame(size, page, box);
  const seen = box.lines.slice(box.top, box.top + inner.rows);
  const focus = focusDecorations(spotOf(box.spots, box.focus), seen, box.top);
  const { isLeft, isRight } = besideBox(box, size);
  const more = [
    ...(isLeft ? ["at the left"] : []),
    ...(isRight ? ["at the right"] : []),
    ...(box.top + inner.rows < box.lines.length ? ["below"] : []),
  ];
  const foot = more.length === 0 ? "" : `more ${more.join(", ")}`;
  const lines = seen.map((line) => windowOf(decorated(line, focus), box.left, inner.columns));
  layFramed(rows, { title: boxTitle(box.holds), rows: lines, foot, inner }, { row, column });
}

/** The rows of the page that is seen, or of the two side by side. */
function pageRows(state: State, page: Page, mode: PageMode, height: number): Row[] {
  const rows = seenRows(state);
  const seen = page.lines.slice(page.top, page.top + rows);
  const text = textDecorations(page, mode, seen, rows);
  const signs = lineDecorations(page, mode, seen);
  const pages = pagesSeen(state, page);
  const head = hasSpread(state) ? [] : headOver(page, mode);
  const end = hasSpread(state) ? Infinity : endSeen(page, mode, height);
  return Array.from({ length: height }, (_, row): Row => {
    const spans: Span[] = [];
    for (const { column, top } of pages) {
      const line = top + row < end ? (head[row] ?? page.lines[top + row]) : undefined;
      const sign = signs.find(({ first, last }) => top + row >= first && top + row <= last);
      if (!line || (line.spans.length === 0 && !sign)) continue;
      const blanks = column - 1 - spansWidth(spans);
      if (blanks > 0) spans.push(span(" ".repeat(blanks)));
      if (column > 0) spans.push(span(sign?.sign ?? " ", sign?.role ?? "changed"));
      for (const own of decorated(line, text).spans) spans.push(own);
    }
    return { spans };
  });
}

/**
 * The end of what is shown. After the turn of a page, and at the top, the rows that wait for the next screen stay blank; a search
 * and a focus need every row, and so does a move by lines.
 */
function endSeen({ lines, top, turnedTo, find, focus }: Page, { kind }: PageMode, height: number): number {
  const isTurned = top === 0 || top === turnedTo;
  return isTurned && kind === "read" && !find && focus === undefined
    ? endOfScreen(lines, top, height)
    : Infinity;
}

/**
 * The header of a table that goes on from above, laid over its first rows on the screen. Those have been seen: the user comes to
 * them from above, and a page turns so that two rows are seen again. Where they hold a note, what is sought or chosen, they
 * stay.
 */
function headOver(page: Page, { kind }: PageMode): readonly Row[] {
  const { lines, top, document, matches, here, spots, focus } = page;
  const head = top === 0 || kind !== "read" ? [] : headAbove(document, lines, top);
  if (head.length === 0 || head.length > AGAIN) return [];
  const covered = lines.slice(top, top + head.length);
  const isOfTable = covered.every(({ block }) => block === lines[top]!.block);
  const hasNote = covered.some(({ spans }) => spans.some(({ roles }) => roles.includes("note")));
  const lastCovered = top + head.length - 1;
  const isWanted = [matches[here]?.line, spotOf(spots, focus)?.line].some(
    (line) => line !== undefined && line >= top && line <= lastCovered,
  );
  if (!isOfTable || hasNote || isWanted) return [];
  return head.map(({ spans }) => ({ spans: spans.filter(({ roles }) => !roles.includes("note")) }));
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
    if (spans.some(({ mine }) => mine !== undefined))
      signs.push({ first: at, last: at, sign: "▐", role: "citation" });
  });
  seen.forEach(({ spans, block }, index) => {
    const at = top + index;
    if (spans.length > 0 && changed.has(block))
      signs.push({ first: at, last: at, sign: "▎", role: "changed" });
  });
  return signs;
}

/** The last row: the field of a search, the selection, or the position in the essay. */
function bottom(state: State, page: Page, mode: PageMode): Row {
  const { size, keymap, message } = state;
  switch (mode.kind) {
    case "read":
      return status(state, page, seenRows(state));
    case "note":
      return statusLine(message, noteHints(state), "", size.columns);
    case "words":
      return statusLine(message, wordHints(state, page, mode), "", size.columns);
    case "select": {
      const [first, last] = selected(mode);
      const hints = [...hint(keymap, "select", "copy", "copy"), ...hint(keymap, "select", "back", "back")];
      return statusLine(message, [`${last - first + 1} selected`, ...hints], "", size.columns);
    }
    case "find": {
      const isSought = mode.text === (page.find?.text ?? "");
      const found = mode.text.trim() === "" ? "" : isSought ? count(page) : "…";
      const hints = [
        ...hint(keymap, "find", "accept", "keep"),
        ...hint(keymap, "find", "nextMatch", "next"),
        ...hint(keymap, "find", "clear", "back"),
      ];
      return prompt({ sign: "/", text: mode.text, hints, right: found, columns: size.columns });
    }
    case "aloud":
      return statusLine(message, aloudHints(state, mode), place(mode), size.columns);
    case "box":
      return statusLine(message, boxHints(state, topBox(mode)), "", size.columns);
  }
}

function boxTitle(holds: Box["holds"]): string {
  if (holds.kind === "note") return `note ${holds.number}`;
  return holds.kind === "formula" ? "formula" : "to the browser";
}

function boxHints({ keymap, size }: State, box: Box): string[] {
  const { holds, focus, spots } = box;
  const { isLeft, isRight } = besideBox(box, size);
  return [
    ...(holds.kind === "address" ? hint(keymap, "box", "follow", "open in the browser") : []),
    ...(focus === undefined ? [] : hint(keymap, "box", "follow", "follow")),
    ...hint(keymap, "box", "back", "close"),
    ...(spots.length > 1 ? hint(keymap, "box", "nextLink", "links") : []),
    ...(isLeft || isRight ? hint(keymap, "box", "toRight", "right") : []),
    ...(isLeft || isRight ? hint(keymap, "box", "toLeft", "left") : []),
    ...hint(keymap, "box", "copy", "copy"),
  ];
}

function count({ matches, here }: Page): string {
  return matches.length === 0 ? "not in this essay" : `${here + 1} of ${matches.length}`;
}

function status(state: State, page: Page, height: number): Row {
  const { columns } = state.size;
  const done = percent(page, height);
  const left = minutesLeft(page, done);
  const [help = ""] = hint(state.keymap, "page", "help", "help");
  const place = placeWords(state.message === "" ? help : "", left, `${done} %`, Math.floor(columns / 2));
  // A message that needs it has the whole line.
  if (state.message !== "" && width(state.message) > columns - width(place) - 4)
    return cutLine({ spans: [span(` ${truncate(state.message, columns - 2)}`)] }, columns);
  const room = columns - width(place) - 4;
  const words =
    state.message === ""
      ? span(` ${truncate(titleLabel(page.essay.title), room)}`, "quiet")
      : span(` ${state.message}`);
  return cutLine(spread([words], [span(`${place} `, "quiet")], columns), columns);
}

/** The position in the essay and the key of the help, in as many words as fit. */
function placeWords(help: string, left: string, done: string, columns: number): string {
  const choices = [[help, left, done], [help, done], [help], [done]].map((parts) =>
    parts.filter((part) => part !== "").join("  ·  "),
  );
  return choices.find((words) => words !== "" && width(words) <= columns) ?? "";
}

function minutesLeft(page: Page, done: number): string {
  if (done === 100) return "the end";
  return `${minutes((page.essay.words * (100 - done)) / 100)} min left`;
}
