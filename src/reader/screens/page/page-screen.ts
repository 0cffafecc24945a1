/**
 * An essay on the screen. Finding, selecting and boxes are modes of it: one page, laid out once.
 */
import { titleLabel } from "../../../essay/title-label.ts";
import { pageHeight } from "../../geometry.ts";
import { lineUnder } from "../../spread.ts";
import type { Context } from "../../keymap.ts";
import { only, type Updated } from "../../messages.ts";
import type { PageMode, PageScreen, State } from "../../state.ts";
import type { Click, ScreenModule } from "../screen.ts";
import { onAloud } from "./aloud.ts";
import { onFind, typedFind } from "./find.ts";
import { follow } from "./follow.ts";
import { clickedBox, onBox } from "./on-box.ts";
import { onNote, pastedNote, typedNote } from "./note-field.ts";
import { relaidPageScreen } from "./opened.ts";
import { onRead } from "./read.ts";
import { onSelect } from "./select.ts";
import { spotUnder } from "./spot-under.ts";
import { draggedOver } from "./dragging.ts";
import { onWords } from "./words.ts";
import { pageBottom } from "./page-bottom.ts";
import { pageView, showsItsLine } from "./view.ts";

const CONTEXTS: Readonly<Record<PageMode["kind"], Context>> = {
  read: "page",
  find: "find",
  select: "select",
  words: "words",
  note: "note",
  aloud: "aloud",
  box: "box",
};

export const pageScreen: ScreenModule<PageScreen> = {
  context: ({ mode }) => CONTEXTS[mode.kind],
  isTyping: ({ mode }) => mode.kind === "find" || mode.kind === "note",
  field: (_, { mode }) =>
    mode.kind === "find" ? { name: "find", text: mode.text, isAtTop: true } : undefined,
  title: (_, { page }) => titleLabel(page.essay),
  update(state, screen, action, count) {
    const { mode } = screen;
    switch (mode.kind) {
      case "read":
        return onRead(state, screen, action, count);
      case "find":
        return only(onFind(state, screen, mode, action, count));
      case "note":
        return onNote(state, screen, mode, action);
      case "words":
        return onWords(state, screen, mode, action, count);
      case "select":
        return onSelect(state, screen, mode, action, count);
      case "aloud":
        return onAloud(state, screen, mode, action, count);
      case "box":
        return onBox(state, screen, mode, action, count);
    }
  },
  typed: (state, screen, change) =>
    screen.mode.kind === "find"
      ? typedFind(state, screen, screen.mode, change)
      : screen.mode.kind === "note"
        ? typedNote(state, screen, screen.mode, change)
        : only(state),
  pasted: (state, screen, text) =>
    screen.mode.kind === "note" ? pastedNote(state, screen, screen.mode, text) : undefined,
  click: (state, screen, click) =>
    screen.mode.kind === "box"
      ? clickedBox(state, screen, screen.mode, click)
      : clicked(state, screen, click),
  drag: draggedOver,
  relaid: relaidPageScreen,
  bottom: pageBottom,
  view: pageView,
};

function clicked(state: State, screen: PageScreen, { row, column }: Click): Updated {
  const { page, mode } = screen;
  if (mode.kind !== "read" || row >= pageHeight(state.size)) return only(state);
  if (!showsItsLine(state, screen, row)) return only(state);
  const under = lineUnder(state, page, { row, column });
  const spot = spotUnder(page, under.line, under.column, state.reorders);
  if (!spot) return only(state);
  const focused = { ...screen, page: { ...page, focus: spot.key } };
  return follow({ ...state, screen: focused }, focused, spot);
}
