/**
 * Selects lines of an essay, to copy them, highlight them, or write a note on them.
 */
import { withWholeFormulas } from "../../../marks/formulas.ts";
import { galleyOf } from "../../../marks/galley.ts";
import type { Caret } from "../../../page/caret.ts";
import { rangeOfLines } from "../../../page/marked.ts";
import type { Stretch } from "../../../page/passages.ts";
import { cites, linesPassage } from "../../../page/passage.ts";
import { hasSpread } from "../../geometry.ts";
import type { Action } from "../../keymap.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { keepInView, moveCursor, topPlacing } from "../../scroll.ts";
import { seenRows } from "../../spread.ts";
import { pushed } from "../../stack.ts";
import type { Page, PageMode, PageScreen, State } from "../../state.ts";
import { newPipe, WHOLE_ESSAY } from "../pipe/new-pipe.ts";
import { highlighted, removedAt } from "./marking.ts";
import { noteOn } from "./note-field.ts";
import { movedTo } from "./page.ts";
import { counted } from "../../../text/counted.ts";

const MARKING: ReadonlySet<Action> = new Set(["highlight", "note", "unmark"]);

type SelectMode = Extract<PageMode, { kind: "select" }>;

/** Begins at the first line on the screen that has text. */
export function selecting(screen: PageScreen, state: State): PageScreen {
  const { page } = screen;
  const shown = page.lines.slice(page.top, page.top + seenRows(state));
  const first =
    page.top +
    Math.max(
      0,
      shown.findIndex((line) => line.spans.length > 0),
    );
  return { ...screen, mode: { kind: "select", anchor: first, cursor: first } };
}

/** The first and the last selected line. */
export function selected({ anchor, cursor }: Pick<SelectMode, "anchor" | "cursor">): [number, number] {
  return [Math.min(anchor, cursor), Math.max(anchor, cursor)];
}

/** Begins at a line of the page. */
export function linesFrom(screen: PageScreen, caret: Pick<Caret, "line"> | undefined): PageScreen {
  const line = caret?.line ?? screen.page.top;
  return { ...screen, mode: { kind: "select", anchor: line, cursor: line } };
}

function lineWords(first: number, last: number): string {
  return counted(last - first + 1, "line");
}

/** The essay's text on the selected lines, as a stretch of its galley. */
function stretchOf({ open, lines, own }: Page, mode: SelectMode): Stretch | undefined {
  const [first, last] = selected(mode);
  const range = rangeOfLines(open.document, lines.slice(0, own), first, last);
  const stretch = range && galleyOf(open.document).stretchOf(range);
  return stretch && withWholeFormulas(open.document, stretch);
}

export function onSelect(
  state: State,
  screen: PageScreen,
  mode: SelectMode,
  action: Action,
  count: number,
): Updated {
  const { page } = screen;
  const read: State = { ...state, screen: { ...screen, mode: { kind: "read" } } };
  const [first, last] = selected(mode);
  if (action === "back") return only(read);
  if (action === "swapEnds")
    return only({
      ...state,
      screen: { ...screen, mode: { ...mode, anchor: mode.cursor, cursor: mode.anchor } },
    });
  const stretch = MARKING.has(action) ? stretchOf(page, mode) : undefined;
  if (stretch && action === "highlight") return highlighted(read, page, stretch);
  if (stretch && action === "note") return noteOn(state, screen, stretch);
  if (stretch && action === "unmark") return removedAt(read, page, stretch);
  if (MARKING.has(action)) return only({ ...state, message: "these lines contain no text of the essay" });
  if (action === "copy") {
    const text = linesPassage(page, first, last);
    const notes = cites(page, first, last) ? "notes and " : "";
    return ask(read, {
      kind: "copy",
      text,
      what: `${lineWords(first, last)}, with ${notes}source`,
    });
  }
  if (action === "pipe") {
    const lines = { what: lineWords(first, last), passage: linesPassage(page, first, last) };
    return only(pushed(read, newPipe(page.essay, [lines, WHOLE_ESSAY])));
  }
  const height = seenRows(state);
  const placed = topPlacing(action, mode.cursor, { height, length: page.lines.length });
  if (placed !== undefined) return only({ ...state, screen: { ...screen, page: movedTo(page, placed) } });
  const cursor = moveCursor(action, count, mode.cursor, { height, length: page.own });
  if (cursor === undefined) return only(state);
  const top = hasSpread(state) ? cursor : keepInView(cursor, page.top, { height, length: page.lines.length });
  return only({ ...state, screen: { ...screen, mode: { ...mode, cursor }, page: movedTo(page, top) } });
}
