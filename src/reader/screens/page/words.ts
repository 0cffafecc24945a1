/**
 * Selects words of an essay, to highlight them, write a note on them, or copy them.
 */
import { type Galley, galleyOf } from "../../../marks/galley.ts";
import { anchorOf } from "../../../marks/anchor.ts";
import { withWholeFormulas } from "../../../marks/formulas.ts";
import type { MarkRange } from "../../../marks/galley.ts";
import { placeOfAnchor } from "../../../marks/place.ts";
import { caretOf, offsetAt } from "../../../page/caret.ts";
import { letterEnd, type Motion, moved } from "../../../page/motions.ts";
import { partAt, type Stretch } from "../../../page/passages.ts";
import { wordsPassage } from "../../../page/words-passage.ts";
import { pageHeight } from "../../geometry.ts";
import type { Action } from "../../keymap.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { pushed } from "../../stack.ts";
import type { Page, PageMode, PageScreen, State } from "../../state.ts";
import { orphansOf } from "../list/marks.ts";
import { newPipe, WHOLE_ESSAY } from "../pipe/new-pipe.ts";
import { currentPassage, languageOf } from "./current-passage.ts";
import { highlighted, removedAt, undone } from "./marking.ts";
import { noteOn } from "./note-field.ts";
import { withLineInView } from "./page.ts";
import { linesFrom } from "./select.ts";

export type WordsMode = Extract<PageMode, { kind: "words" }>;

const MOTIONS: Readonly<Partial<Record<Action, Motion>>> = {
  left: "left",
  right: "right",
  nextWord: "nextWord",
  previousWord: "previousWord",
  wordEnd: "wordEnd",
  nextSentence: "nextSentence",
  previousSentence: "previousSentence",
  top: "top",
  bottom: "bottom",
};

/** Begins a selection with the first word of the sentence under the eye, or with the current match. */
export function choosingWords(state: State, screen: PageScreen): Updated {
  const { page } = screen;
  const here = currentPassage(state, page);
  if (!here) return only({ ...state, message: "no text here to select" });
  const [start, end] = here.isMatch ? here.stretch : [here.stretch[0], undefined];
  const galley = galleyOf(page.open.document);
  const cursor = end === undefined ? moved(galley, start, "wordEnd", 1) : lastLetter(galley, [start, end]);
  return only(inView(state, screen, { kind: "words", anchor: start, cursor, isOffered: true }));
}

function lastLetter(galley: Galley, [start, end]: Stretch): number {
  return Math.max(start, moved(galley, end, "left", 1));
}

/** The selected stretch, including the first and the last letter, with whole formulas. */
export function chosenWords({ open }: Pick<Page, "open">, { anchor, cursor }: WordsMode): Stretch {
  const { text } = galleyOf(open.document);
  const letters: Stretch = [Math.min(anchor, cursor), letterEnd(text, Math.max(anchor, cursor))];
  return withWholeFormulas(open.document, letters);
}

function chosenRange(page: Pick<Page, "open">, mode: WordsMode): MarkRange | undefined {
  return galleyOf(page.open.document).rangeOf(chosenWords(page, mode));
}

export function onWords(
  state: State,
  screen: PageScreen,
  mode: WordsMode,
  action: Action,
  count: number,
): Updated {
  const { page } = screen;
  const read: PageScreen = { ...screen, mode: { kind: "read" } };
  const { anchor, cursor } = mode;
  switch (action) {
    case "back":
      return only({ ...state, screen: read });
    case "begin":
      if (mode.isOffered) return only(state);
      return only({ ...state, screen: { ...screen, mode: { ...mode, anchor: cursor } } });
    case "swapEnds":
      return only(inView(state, screen, { ...mode, anchor: cursor, cursor: anchor, isOffered: false }));
    case "selectLines":
      return only({
        ...state,
        screen: linesFrom(screen, caretOf(page.open.document, ownLines(page), cursor)),
      });
    case "highlight":
      return highlighted({ ...state, screen: read }, page, chosenWords(page, mode));
    case "note":
      return noteOn(state, screen, chosenWords(page, mode));
    case "attach":
      return attaching(state, screen, mode);
    case "unmark":
      return removedAt({ ...state, screen: read }, page, chosenWords(page, mode));
    case "undo":
      return undone(state, page);
    case "copy": {
      const passage = wordsPassage(page, chosenWords(page, mode));
      return ask({ ...state, screen: read }, { kind: "copy", text: passage, what: "the words, with source" });
    }
    case "pipe": {
      const words = { what: "the words", passage: wordsPassage(page, chosenWords(page, mode)) };
      return only(pushed({ ...state, screen: read }, newPipe(page.essay, [words, WHOLE_ESSAY])));
    }
    default: {
      const to = cursorAfter(state, page, mode, action, count);
      return only(
        to === undefined ? state : inView(state, screen, { ...mode, cursor: to, isOffered: false }),
      );
    }
  }
}

/** Opens the list of orphans, to attach one of them to the selected words. */
function attaching(state: State, screen: PageScreen, mode: WordsMode): Updated {
  const { page } = screen;
  const range = chosenRange(page, mode);
  const anchor = range && anchorOf(page.open, range);
  const orphans = anchor && orphansOf(screen, anchor);
  if (!orphans) return only({ ...state, message: "no orphaned marks in this essay" });
  return only(pushed({ ...state, screen: { ...screen, mode: { kind: "read" } } }, orphans));
}

function cursorAfter(
  state: State,
  page: Page,
  { anchor, cursor }: WordsMode,
  action: Action,
  count: number,
): number | undefined {
  const galley = galleyOf(page.open.document);
  const motion = MOTIONS[action];
  if (motion) return moved(galley, cursor, motion, count, languageOf(page, state));
  const rows = rowsOf(action, state);
  if (rows === undefined && action !== "lineStart" && action !== "lineEnd") return undefined;
  const caret = caretOf(page.open.document, ownLines(page), cursor);
  if (!caret) return undefined;
  const part = partAt(galley, anchor);
  const at = (line: number, column: number): number | undefined =>
    offsetAt(page.open.document, ownLines(page), { line, column }, part);
  if (rows === undefined) return at(caret.line, action === "lineStart" ? 0 : Infinity);
  const step = rows < 0 ? -1 : 1;
  let found: number | undefined;
  let left = Math.abs(rows) * count;
  for (let line = caret.line + step; line >= 0 && line < page.own && left > 0; line += step) {
    const there = at(line, caret.column);
    if (there === undefined) continue;
    found = there;
    left--;
  }
  return found;
}

/** The number of rows of text by which an action moves. */
function rowsOf(action: Action, { size }: State): number | undefined {
  const height = pageHeight(size);
  const half = Math.max(1, Math.floor(height / 2));
  const rows: Readonly<Partial<Record<Action, number>>> = {
    down: 1,
    up: -1,
    halfDown: half,
    halfUp: -half,
    pageDown: height,
    pageUp: -height,
  };
  return rows[action];
}

/** The lines of the essay itself. */
export function ownLines({ lines, own }: Pick<Page, "lines" | "own">): Page["lines"] {
  return lines.slice(0, own);
}

function inView(state: State, screen: PageScreen, mode: WordsMode): State {
  return { ...state, screen: { ...screen, mode, page: pageAtCursor(screen.page, mode, state) } };
}

/** The page, moved until the letter under the cursor is on the screen. */
export function pageAtCursor(page: Page, { cursor }: WordsMode, look: Pick<State, "size" | "spread">): Page {
  const caret = caretOf(page.open.document, ownLines(page), cursor);
  return caret ? withLineInView(page, caret.line, look) : page;
}

/** The same words after an edit of the file; no selection if they are gone. */
export function relaidWords(mode: WordsMode, before: Page, now: Page): PageMode {
  if (before.open.document === now.open.document) return mode;
  const range = chosenRange(before, mode);
  const anchor = range && anchorOf(before.open, range);
  const placed = anchor && placeOfAnchor(anchor, now.open);
  const galley = galleyOf(now.open.document);
  const stretch = placed && galley.stretchOf(placed.range);
  if (!stretch) return { kind: "read" };
  const [first, last] = [stretch[0], lastLetter(galley, stretch)];
  return mode.anchor <= mode.cursor
    ? { kind: "words", anchor: first, cursor: last }
    : { kind: "words", anchor: last, cursor: first };
}
