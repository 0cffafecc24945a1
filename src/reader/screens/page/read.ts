/**
 * The actions of keys while the user reads an essay.
 */
import { shape } from "../../../app/flags/shape.ts";
import { firstWords, textOfBlock } from "../../../document/text-place.ts";
import type { NotesPlace } from "../../../layout/measure.ts";
import { textPlaceOf } from "../../../page/laid-essay.ts";
import { addressOf, blockPassage } from "../../../page/passage.ts";
import { spotOf } from "../../../page/spots.ts";
import { isInFile } from "../../../memory/key.ts";
import { label } from "../../../text/visible.ts";
import { columnsForMargin, hasSpread, pageHeight, pageShape, widestText } from "../../geometry.ts";
import { type Action, hint } from "../../keymap.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { clamp, topPlacing } from "../../scroll.ts";
import { popped, pushed } from "../../stack.ts";
import type { Page, PageScreen, State } from "../../state.ts";
import { marksOfEssay } from "../list/marks.ts";
import { outline } from "../list/outline.ts";
import { newPipe, WHOLE_ESSAY } from "../pipe/new-pipe.ts";
import { newSearch } from "../search/new-search.ts";
import { finding, toMatch } from "./find.ts";
import { focusMoved, followFocus, goBack, withStop } from "./follow.ts";
import { findInPage, isInView, lineOfFocus, movedTo, movePage, relayPage } from "./page.ts";
import { readAloud } from "./aloud.ts";
import { blockHere, lineHere } from "./here.ts";
import { peekAtFocus } from "./peek-at.ts";
import { removedHere, sentencesHighlighted, undone } from "./marking.ts";
import { neighbour } from "./neighbour.ts";
import { noteHere } from "./note-field.ts";
import { choosingWords } from "./words.ts";
import { selecting } from "./select.ts";

const NOTES: readonly State["notes"][] = shape.notes.values;
const MEASURE_STEP = 4;
const NARROWEST = 20;
const WIDEST = 200;

type Does = (state: State, screen: PageScreen, count: number, action: Action) => Updated;

/** The handler of each action. An action without one is a move. */
const DOES: { readonly [Own in Action]?: Does } = {
  clear: cleared,
  back,
  find: (state, screen) => only({ ...state, screen: finding(screen) }),
  nextMatch: (state, screen, count) => only(toMatch(state, screen, count)),
  previousMatch: (state, screen, count) => only(toMatch(state, screen, -count)),
  search: (state) => only(pushed(state, newSearch())),
  nextLink: (state, screen, count) => only(focusMoved(state, screen, count)),
  previousLink: (state, screen, count) => only(focusMoved(state, screen, -count)),
  follow: followFocus,
  peek: peekAtFocus,
  goBack,
  outline: (state, screen) => only(pushed(state, outline(screen, state))),
  citing: (state, { page }) => ask(state, { kind: "list", what: "citing", essay: page.essay }),
  bookmarks: (state, { page }) => ask(state, { kind: "list", what: "bookmarks", essay: page.essay }),
  recent: (state, { page }) => ask(state, { kind: "list", what: "recent", essay: page.essay }),
  bookmark: (state, { page }) => bookmarked(state, page),
  copy: copied,
  copyAddress: (state, { page }) => {
    const text = addressOf(page.essay);
    if (text === page.essay.path && !isInFile(page.essay))
      return only({ ...state, message: `${text} has no address or path to copy` });
    return ask(state, { kind: "copy", text, what: text });
  },
  select: choosingWords,
  selectLines: (state, screen) => only({ ...state, screen: selecting(screen, state) }),
  highlight: (state, { page }, count) => sentencesHighlighted(state, page, count),
  note: noteHere,
  marks: (state, screen) => only(pushed(state, marksOfEssay(screen, state))),
  unmark: (state, { page }) => removedHere(state, page),
  undo: (state, { page }) => undone(state, page),
  pipe: piped,
  readAloud,
  edit: (state, { page }) => edited(state, page),
  notes: (state, screen) => only(withNotesMoved(state, screen)),
  wider: (state, screen, count) => only(measured(state, screen, MEASURE_STEP * count)),
  narrower: (state, screen, count) => only(measured(state, screen, -MEASURE_STEP * count)),
  theme: (state) => only(nextTheme(state)),
  spread: (state, screen) => only(spreadOrNot(state, screen)),
  lineToTop: (...asked) => placed(...asked),
  lineToMiddle: (...asked) => placed(...asked),
  lineToBottom: (...asked) => placed(...asked),
  nextEssay: (state, screen, count) => neighbour(state, screen, count),
  previousEssay: (state, screen, count) => neighbour(state, screen, -count),
};

export function onRead(state: State, screen: PageScreen, action: Action, count: number): Updated {
  const does = DOES[action] ?? moved;
  return does(state, screen, count, action);
}

/**
 * Removes the focus, if it is on the screen, or else the matches, or else goes back. It never leaves ibid: a user of vi or less presses
 * Esc once more to be sure.
 */
function cleared(state: State, screen: PageScreen): Updated {
  const { page } = screen;
  const shown = (next: Page): Updated => only({ ...state, screen: { ...screen, page: next } });
  const line = spotOf(page.spots, page.focus)?.line;
  if (line !== undefined && isInView(page, line, state)) return shown({ ...page, focus: undefined });
  if (page.find) return shown(findInPage(page, undefined));
  if (!state.library.alone) return back(state);
  return only({ ...state, message: hint(state.keymap, "page", "back", "leaves ibid").join("") });
}

/** Goes back to the screen below; if there is none, leaves the reader. */
function back(state: State): Updated {
  return state.library.alone ? ask(state, { kind: "quit", code: 0 }) : only(popped(state));
}

/**
 * Moves the line of the match or of the focus to the top, the middle or the bottom of the screen; without either, the first
 * paragraph that begins on the screen.
 */
const placed: Does = (state, screen, _, action) => {
  const { page } = screen;
  const line = lineOfFocus(page) ?? lineHere(state, page);
  const top = hasSpread(state)
    ? line
    : topPlacing(action, line, { height: pageHeight(state.size), length: page.lines.length });
  return only({ ...state, screen: { ...screen, page: movedTo(page, top ?? page.top) } });
};

function moved(state: State, screen: PageScreen, count: number, action: Action): Updated {
  const { page } = screen;
  const next = movePage(page, action, count, state);
  if (!next) return only(state);
  // The user may want to go back after a long move.
  const isLeap = LEAPS.has(action) && next.top !== page.top;
  const trail = isLeap ? withStop(screen) : screen.trail;
  const isStuck = HEADINGS.has(action) && next.top === page.top;
  const message = isStuck ? `no heading ${action === "nextHeading" ? "further on" : "before"}` : "";
  return only({ ...state, screen: { ...screen, page: next, trail }, message });
}

/**
 * The next measure that changes the text's width. It counts from the visible text, because a remembered measure may
 * be wider than this window.
 */
function measured(state: State, screen: PageScreen, step: number): State {
  const { text } = pageShape(state);
  const most = Math.min(WIDEST, widestText(state));
  if (step > 0 && text >= most) return { ...state, message: `measure: ${text} columns, no more fit` };
  let measure = text;
  // Two pages keep the width of their texts over some measures, so that notes are beside them.
  do measure = clamp(measure + step, Math.min(NARROWEST, text), most);
  while (measure < most && measure > NARROWEST && pageShape({ ...state, measure }).text === text);
  const words = `measure: ${measure} columns${measure === most ? ", no more fit" : ""}`;
  return relaid({ ...state, measure }, screen, words);
}

const LEAPS: ReadonlySet<Action> = new Set(["top", "bottom", "line", "percent"]);
const HEADINGS: ReadonlySet<Action> = new Set(["nextHeading", "previousHeading"]);

/** The notes in their next place. A setting that would show them where they are in this window is passed over. */
function withNotesMoved(state: State, screen: PageScreen): State {
  const at = NOTES.indexOf(state.notes);
  const further = [...NOTES.slice(at + 1), ...NOTES.slice(0, at)].map((notes) => ({ ...state, notes }));
  const shown = pageShape(state).notes;
  const next = further.find((one) => pageShape(one).notes !== shown) ?? state;
  const hasNotes = screen.page.document.notes.length > 0;
  return relaid(next, screen, hasNotes ? `footnotes ${noteWords(next)}` : "no footnotes here");
}

function spreadOrNot(state: State, screen: PageScreen): State {
  const next = { ...state, spread: !state.spread };
  const isWanting = next.spread && !hasSpread(next);
  const words = isWanting ? "two pages, from 160 columns on" : next.spread ? "two pages" : "one page";
  return relaid(next, screen, words);
}

function nextTheme(state: State): State {
  if (state.colorless !== undefined) return { ...state, message: `no colours: ${state.colorless}` };
  const [used, ...others] = state.themes;
  const turned = used ? [...others, used] : others;
  return { ...state, themes: turned, isThemeChosen: true, message: `theme: ${turned[0]?.name ?? ""}` };
}

function relaid(state: State, screen: PageScreen, message: string): State {
  return { ...state, screen: { ...screen, page: relayPage(screen.page, state) }, message };
}

/** The place of the notes, and whether the window is too narrow for the place that `auto` prefers. */
function noteWords(state: State): string {
  const words: Readonly<Record<NotesPlace, string>> = {
    inline: "under the paragraph",
    margin: "in the margin",
    end: "at the end",
    none: "hidden",
  };
  const shown = words[pageShape(state).notes];
  if (state.notes !== "auto") return shown;
  return shown === words.margin
    ? `${shown} (auto)`
    : `${shown} (in the margin from ${columnsForMargin(state)} columns on)`;
}

function copied(state: State, screen: PageScreen): Updated {
  const { page } = screen;
  const { block, note } = blockHere(state, page);
  const text = blockPassage(page, block, note);
  const what = note === undefined ? `“${firstWords(page.document, block)}”` : `note ${note}`;
  const shown = { ...page, changed: new Set([block]) };
  return ask(
    { ...state, screen: { ...screen, page: shown } },
    { kind: "copy", text, what },
    { kind: "settle" },
  );
}

/** Offers the essay, and the current paragraph, to a command. */
function piped(state: State, { page }: PageScreen): Updated {
  const { block, note } = blockHere(state, page);
  const what = note === undefined ? `“${firstWords(page.document, block)}”` : `note ${note}`;
  const passage = { what, passage: blockPassage(page, block, note) };
  return only(pushed(state, newPipe(page.essay, [WHOLE_ESSAY, passage])));
}

function bookmarked(state: State, page: Page): Updated {
  const { block } = blockHere(state, page);
  const line = textOfBlock(page.document, block);
  const place = {
    ...textPlaceOf(page.document, page.place),
    block,
    words: firstWords(page.document, block),
    note: undefined,
    offset: 0,
  };
  return ask(state, { kind: "bookmark", essay: page.essay, place, line });
}

/** Opens the editor at the first line of the screen. */
function edited(state: State, page: Page): Updated {
  const { block } = blockHere(state, page);
  const words = (page.lines[lineHere(state, page)]?.spans ?? [])
    .filter(({ roles, hyphen }) => !hyphen && !roles.includes("bullet") && !roles.includes("quoteBar"))
    .map(({ text }) => text)
    .join("")
    .trim();
  return ask(state, {
    kind: "edit",
    essay: page.essay,
    line: page.document.blocks[block]?.line ?? 1,
    end: page.document.blocks[block + 1]?.line ?? Infinity,
    words: label(words),
  });
}
