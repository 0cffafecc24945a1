/**
 * Handles essays that are opened, saved again, or laid out again.
 */
import type { Essay } from "../../../essay/essay.ts";
import type { Mark } from "../../../marks/mark.ts";
import { findBlock, firstWords } from "../../../document/text-place.ts";
import { textPlaceOf } from "../../../page/laid-essay.ts";
import { changedBlocks } from "../../../page/changed.ts";
import { lineOf, placeOf } from "../../../page/place.ts";
import { label } from "../../../text/visible.ts";
import { isSame, withCursorOn } from "../../arrange.ts";
import { ask, type Message, only, type Updated } from "../../messages.ts";
import { lastTop } from "../../spread.ts";
import { pushed } from "../../stack.ts";
import type { Page, PageMode, PageScreen, Screen, State } from "../../state.ts";
import { pageAtSentence, relaidAloud } from "./aloud.ts";
import { relayBoxes } from "./box.ts";
import { matchInView } from "./find.ts";
import { withStopsBox } from "./follow.ts";
import { landed } from "./landing.ts";
import { lostWords } from "./lost.ts";
import { relaidNote, withRoom } from "./note-field.ts";
import { pageAtCursor, relaidWords } from "./words.ts";
import {
  isFresh,
  movedTo,
  openPage,
  relayPage,
  relayPageInView,
  withAround,
  withLineInView,
  withMarks,
} from "./page.ts";

type Opened = Extract<Message, { kind: "opened" }>;

/** Shows an essay at the landing, at the place where the user stopped, or at its beginning. */
export function opened(state: State, { open, landing, marks = [] }: Opened): Updated {
  const { essay } = open;
  // A found note is shown even if notes are hidden.
  const isHidden = landing?.kind === "match" && landing.note !== undefined && state.notes === "none";
  const shows = isHidden ? { ...state, notes: "inline" as const } : state;
  const shelved = withCursorOn(shows, essay);
  const opening = openPage(open, shelved, marks);
  const { page, message } = landing ? landed(opening, landing, shelved) : { page: opening, message: "" };
  const isResumed = landing?.kind === "text" && page.top > 0;
  const words = [isResumed ? resumedWords(state) : message, lostWords(page, state.keymap)];
  const next = { ...over(shelved, page), message: words.filter((own) => own !== "").join(" · ") };
  const whole = landing?.kind === "stop" ? withStopsBox(next, landing.stop) : next;
  return ask(whole, { kind: "around", essay });
}

/** The state with the page on top. An essay takes the place of another; any other screen stays under it. */
function over(state: State, page: Page): State {
  const { screen } = state;
  const own: PageScreen = { kind: "page", page, mode: { kind: "read" }, trail: [] };
  if (screen.kind === "page") return { ...state, screen: { ...own, trail: screen.trail } };
  const under: Screen = screen.kind === "shelf" ? { kind: "shelf", isTyping: false } : screen;
  return pushed({ ...state, screen: under }, own);
}

function resumedWords({ keymap: keys }: State): string {
  const key = keys.page.find(({ action }) => action === "top")?.keys[0];
  return `where you stopped${key === undefined ? "" : `; ${key} goes to the beginning`}`;
}

/** Shows a saved essay again at the same place, with its changes marked. */
export function changed(state: State, { open, marks }: Extract<Message, { kind: "changed" }>): Updated {
  const { essay } = open;
  let isShown = false;
  let lost = "";
  const next = eachPage(state, (screen) => {
    if (!isSame(screen.page.essay, essay)) return screen;
    isShown = true;
    const page = savedAgain(screen.page, open, marks ?? screen.page.marks, state);
    lost ||= lostWords(page, state.keymap, screen.page);
    return relaidPage(screen, page, state);
  });
  if (!isShown) return only(state);
  const words = [`${label(essay.path)} was changed`, ...(lost === "" ? [] : [lost])];
  return ask({ ...next, message: words.join("; ") }, { kind: "settle" });
}

/** The state after a change of the user's marks. */
export function annotated(state: State, message: Extract<Message, { kind: "annotated" }>): Updated {
  const { path, marks, undo, words, latest } = message;
  const next = eachPage(state, (screen) => {
    if (screen.page.essay.path !== path) return screen;
    const page = withMarks(screen.page, marks, state);
    const unmarkedAt = latest === undefined ? page.top : undefined;
    return relaidPage(
      screen,
      { ...page, latest, unmarkedAt, undo: [...page.undo, ...(undo ? [undo] : [])].slice(-LONGEST_UNDO) },
      state,
    );
  });
  return only({ ...next, message: words });
}

/** The state with marks whose essays are not found, which can be attached to words of an open essay. */
export function withHomeless(state: State, homeless: readonly Mark[]): State {
  return eachPage(state, (screen) => ({ ...screen, page: { ...screen.page, homeless } }));
}

/** The state with the marks of an essay as they are now; the same state if the pages have them. */
export function withMarksAgain(state: State, essay: Essay, marks: readonly Mark[]): State {
  let isChanged = false;
  const next = eachPage(state, (screen) => {
    if (!isSame(screen.page.essay, essay) || hasMarks(screen.page, marks)) return screen;
    isChanged = true;
    return relaidPage(screen, withMarks(screen.page, marks, state), state);
  });
  return isChanged ? next : state;
}

function hasMarks({ marks: own }: Page, marks: readonly Mark[]): boolean {
  const isOwn = ({ id, changed }: Mark, index: number): boolean =>
    own[index]?.id === id && own[index].changed === changed;
  return own.length === marks.length && marks.every(isOwn);
}

const LONGEST_UNDO = 100;

function savedAgain(page: Page, open: Opened["open"], marks: Page["marks"], state: State): Page {
  const anew = openPage(open, state, marks);
  const was = page.held ?? textPlaceOf(page.document, page.place);
  const block = findBlock(anew.document, was);
  const own: Page = {
    ...anew,
    find: page.find,
    around: page.around,
    undo: page.undo,
    draft: page.draft,
    latest: page.latest,
    focus: page.focus,
    hasSkipped: page.hasSkipped,
    place: { block, note: was.note, offset: was.offset, blank: page.place.blank },
    held: was,
    changed: changedBlocks(page.document, anew.document),
  };
  return relayPage(own, state);
}

/** The state with the essays around an essay at its end. */
export function surrounded(state: State, { essay, around }: Extract<Message, { kind: "around" }>): State {
  return eachPage(state, (screen) => {
    const { page } = screen;
    if (!isSame(page.essay, essay)) return screen;
    const next = withAround(page, around, state);
    // At the end of the essay, the user wants to see the afterword.
    const isAtEnd = page.top > 0 && page.top === lastTop(page.lines, state);
    if (!isAtEnd) return { ...screen, page: next };
    const { hasSkipped } = page;
    return { ...screen, page: { ...movedTo(next, lastTop(next.lines, state)), hasSkipped } };
  });
}

/** The state without signs of change. */
export function settled(state: State): State {
  return eachPage(state, (screen) => ({ ...screen, page: { ...screen.page, changed: new Set() } }));
}

/** Applies `change` to the visible page and to those under other screens. */
function eachPage(state: State, change: (screen: PageScreen) => PageScreen): State {
  const visit = (screen: Screen): Screen => (screen.kind === "page" ? change(screen) : screen);
  return { ...state, screen: visit(state.screen), below: state.below.map(visit) };
}

/** The page laid out for the present state. */
export function relaidPageScreen(state: State, screen: PageScreen, before: State): PageScreen {
  if (isFresh(screen.page, state)) return screen;
  return relaidPage(screen, relayPageInView(screen.page, before, state), state);
}

/** The screen with a new layout of its page. A selection, a search and a box go along. */
function relaidPage(screen: PageScreen, page: Page, state: State): PageScreen {
  const mode = relaidMode(screen.mode, screen.page, page, state);
  if (mode.kind === "select") return { ...screen, mode, page: withLineInView(page, mode.cursor, state) };
  if (mode.kind === "note") return { ...screen, mode, page: withRoom(page, mode, state) };
  if (mode.kind === "words") return { ...screen, mode, page: pageAtCursor(page, mode, state) };
  if (mode.kind === "aloud") return { ...screen, mode, page: pageAtSentence(page, mode, state) };
  // While the user types, the match stays on the screen.
  if (mode.kind === "find") return { ...screen, mode, page: matchInView(page, state) };
  return { ...screen, mode, page };
}

function relaidMode(mode: PageMode, before: Page, now: Page, state: State): PageMode {
  switch (mode.kind) {
    case "read":
      return mode;
    case "select": {
      const line = (was: number): number => sameLine(before, now, was);
      return { ...mode, anchor: line(mode.anchor), cursor: line(mode.cursor) };
    }
    case "note": {
      const top = lineOf(now.lines, mode.from.place);
      const from = { ...mode.from, top: Math.min(top, lastTop(now.lines, state)) };
      return relaidNote({ ...mode, from }, before, now);
    }
    case "words":
      return relaidWords(mode, before, now);
    case "find": {
      const top = lineOf(now.lines, mode.from.place);
      return { ...mode, from: { ...mode.from, top: Math.min(top, lastTop(now.lines, state)) } };
    }
    case "aloud":
      return relaidAloud(mode, before, now, state);
    case "box":
      return relayBoxes(mode, now, state);
  }
}

/** The present line of the text that was on a line before. */
function sameLine(before: Page, now: Page, line: number): number {
  const place = placeOf(before.lines, line);
  const words = firstWords(before.document, place.block);
  const isSameTree = before.open.document === now.open.document;
  const block = isSameTree ? place.block : findBlock(now.document, { ...place, words });
  return lineOf(now.lines, { ...place, block });
}
