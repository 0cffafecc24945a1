/**
 * Writing a note: a field of several lines under its passage.
 */
import { anchorOf } from "../../../marks/anchor.ts";
import { galleyOf } from "../../../marks/galley.ts";
import { caretOf } from "../../../page/caret.ts";
import { letterBefore } from "../../../page/motions.ts";
import { placeOfAnchor } from "../../../marks/place.ts";
import type { Stretch } from "../../../page/passages.ts";
import {
  changedBefore,
  type Field,
  type FieldMove,
  inserted,
  movedInField,
  pastedText,
} from "../../field.ts";
import { trimmedEnd } from "../../../text/trim.ts";
import { FRAME, frameColumns } from "../../framed.ts";
import { hasSpread, pageHeight } from "../../geometry.ts";
import type { View } from "../../spread.ts";
import type { Action } from "../../keymap.ts";
import { ask, only, type Message, type Updated } from "../../messages.ts";
import type { NotedPassage, Page, PageMode, PageScreen, State } from "../../state.ts";
import { isMatchInTitle } from "./current-passage.ts";
import { latestMark, markOn, passageOf, sentencesHere, TITLE } from "./marking.ts";
import { movedTo, positionOf, withLineInView } from "./page.ts";

export type NoteMode = Extract<PageMode, { kind: "note" }>;

const MOVES: Readonly<Partial<Record<Action, FieldMove>>> = {
  left: "left",
  right: "right",
  up: "up",
  down: "down",
  lineStart: "lineStart",
  lineEnd: "lineEnd",
};

/** Opens the field for a note on the latest mark, on the mark under the eye, or on the passage there. */
export function noteHere(state: State, screen: PageScreen, count: number): Updated {
  const { page } = screen;
  const latest = count === 1 ? latestMark(state, page) : undefined;
  if (latest) return noting(state, screen, { kind: "mark", id: latest.id });
  if (isMatchInTitle(state, page)) return only({ ...state, message: TITLE });
  const stretch = sentencesHere(state, page, count, false);
  if (!stretch) return only({ ...state, message: "no text here for a note" });
  const mark = count === 1 ? markOn(page, stretch) : undefined;
  return noting(state, screen, mark ? { kind: "mark", id: mark.id } : { kind: "passage", stretch });
}

/** Opens the field for a note on a stretch of the galley, or on the mark with exactly that stretch. */
export function noteOn(state: State, screen: PageScreen, stretch: Stretch): Updated {
  const own = screen.page.marks.find(({ id }) => {
    const passage = passageOf(screen.page, id);
    return passage?.[0] === stretch[0] && passage[1] === stretch[1];
  });
  return noting(state, screen, own ? { kind: "mark", id: own.id } : { kind: "passage", stretch });
}

function noting(state: State, screen: PageScreen, on: NotedPassage): Updated {
  const { page } = screen;
  const stretch = stretchOf(page, on);
  if (!stretch) return only({ ...state, message: "no text here for a note" });
  const kept = on.kind === "mark" ? page.marks.find(({ id }) => id === on.id)?.note : undefined;
  const draft = page.draft && isSame(page.draft.on, on) ? page.draft : { text: kept ?? "", over: kept };
  const { text, over } = draft;
  const mode: NoteMode = { kind: "note", on, text, over, at: text.length, from: positionOf(page) };
  return only({ ...state, screen: { ...screen, mode, page: withRoom(page, mode, state) } });
}

function isSame(one: NotedPassage, other: NotedPassage): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The stretch of the passage in the galley; undefined if the passage is gone. */
export function stretchOf(page: Page, on: NotedPassage): Stretch | undefined {
  return on.kind === "passage" ? on.stretch : passageOf(page, on.id);
}

/** Rows that the field has at most. */
export function mostRows({ size }: Pick<State, "size">): number {
  return Math.max(1, Math.min(12, Math.floor(pageHeight(size) / 2) - FRAME.rows));
}

/** The last line of the passage. */
export function passageEnd(page: Page, on: NotedPassage): number | undefined {
  const stretch = stretchOf(page, on);
  if (!stretch) return undefined;
  const document = page.open.document;
  const last = letterBefore(galleyOf(document).text, stretch[1]);
  return caretOf(document, page.lines.slice(0, page.own), last)?.line;
}

/** The page, moved until the end of the passage and the field are on the screen. */
export function withRoom(page: Page, { on }: NoteMode, look: View): Page {
  const line = passageEnd(page, on);
  if (line === undefined) return page;
  if (hasSpread(look)) return withLineInView(page, line, look);
  const lowest = pageHeight(look.size) - mostRows(look) - FRAME.rows - 1;
  const top = Math.min(line, Math.max(page.top, line - Math.max(0, lowest)));
  return top === page.top ? page : movedTo(page, top);
}

export function onNote(state: State, screen: PageScreen, mode: NoteMode, action: Action): Updated {
  const withMode = (field: Field): Updated =>
    only({ ...state, screen: { ...screen, mode: { ...mode, ...field } } });
  const move = MOVES[action];
  if (move) return withMode(movedInField(mode, move, frameColumns(state.size)));
  switch (action) {
    case "newLine":
      return withMode(inserted(mode, "\n"));
    case "compose":
      return ask(state, { kind: "compose", text: mode.text });
    case "accept":
      return kept(state, screen, mode);
    case "clear": {
      const draft = mode.text.trim() === "" ? undefined : { on: mode.on, text: mode.text, over: mode.over };
      const message = draft ? "not saved; your text is there when you come back to it" : "";
      return only({ ...state, screen: left(screen, mode, { draft }), message });
    }
    default:
      return only(state);
  }
}

/** The page at its position before the field was opened. */
function left(screen: PageScreen, { from }: NoteMode, change: Pick<Page, "draft">): PageScreen {
  return { ...screen, mode: { kind: "read" }, page: { ...screen.page, ...from, ...change } };
}

function kept(state: State, screen: PageScreen, mode: NoteMode): Updated {
  const { page } = screen;
  const { on } = mode;
  const note = mode.text.trim() === "" ? undefined : mode.text.trim();
  const read = { ...state, screen: left(screen, mode, { draft: undefined }) };
  const { essay, open } = page;
  if (on.kind === "mark") {
    if (mode.over === note) return only(read);
    return ask(read, { kind: "annotate", essay, change: { do: "note", id: on.id, note, over: mode.over } });
  }
  if (note === undefined) return only({ ...read, message: "nothing was typed: no note" });
  const range = galleyOf(open.document).rangeOf(on.stretch);
  const anchor = range && anchorOf(open, range);
  if (!anchor) return only({ ...read, message: "no words there for a note" });
  return ask(read, { kind: "annotate", essay, change: { do: "add", anchor, note } });
}

/** Changes the text at the cursor. */
export function typedNote(
  state: State,
  screen: PageScreen,
  mode: NoteMode,
  change: (text: string) => string,
): Updated {
  return only({ ...state, screen: { ...screen, mode: { ...mode, ...changedBefore(mode, change) } } });
}

export function pastedNote(state: State, screen: PageScreen, mode: NoteMode, text: string): Updated {
  return only({ ...state, screen: { ...screen, mode: { ...mode, ...inserted(mode, pastedText(text)) } } });
}

/** The state after the editor: the field has the saved text. */
export function composed(state: State, { text, failure }: Extract<Message, { kind: "composed" }>): State {
  const { screen } = state;
  if (failure !== undefined) return { ...state, message: failure };
  if (screen.kind !== "page" || screen.mode.kind !== "note") return state;
  const own = trimmedEnd(pastedText(text), "\n");
  return { ...state, screen: { ...screen, mode: { ...screen.mode, text: own, at: own.length } } };
}

/** The field after a new layout or an edit of the file. The text stays even if its passage is gone. */
export function relaidNote(mode: NoteMode, before: Page, now: Page): PageMode {
  if (before.open.document === now.open.document || mode.on.kind === "mark") return mode;
  const range = galleyOf(before.open.document).rangeOf(mode.on.stretch);
  const anchor = range && anchorOf(before.open, range);
  const stretch = anchor && movedStretch(now, anchor);
  return stretch ? { ...mode, on: { kind: "passage", stretch } } : mode;
}

function movedStretch({ open }: Page, anchor: Parameters<typeof placeOfAnchor>[0]): Stretch | undefined {
  const placed = placeOfAnchor(anchor, open);
  return placed && galleyOf(open.document).stretchOf(placed.range);
}
