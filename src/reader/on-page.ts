/**
 * What keys do in an essay.
 */
import { firstWords, textOfBlock } from "../document/text-place.ts";
import type { Essay } from "../essay/essay.ts";
import { label } from "../text/visible.ts";
import { focusMoved, followFocus, goBack, withStop } from "./follow.ts";
import { listHeight, pageHeight, pageShape } from "./geometry.ts";
import type { Action } from "./keymap.ts";
import { textPlaceOf } from "./landing.ts";
import { findInPage, lineOfBlock, movePage, relayPage } from "./page.ts";
import { addressOf, blockPassage } from "../page/passage.ts";
import { clamp, keepInView } from "./scroll.ts";
import { toMatch } from "./on-find.ts";
import { outline } from "./on-menu.ts";
import { newSearch } from "./on-search.ts";
import { selecting } from "./on-select.ts";
import { isSame } from "./rearrange.ts";
import { spotOf } from "../page/spots.ts";
import type { Updated } from "./messages.ts";
import type { Page, PageScreen, State } from "./state.ts";
import { ask, only } from "./updated.ts";

const NOTES: readonly State["notes"][] = ["auto", "inline", "margin", "end", "none"];
const MEASURE_STEP = 4;
const NARROWEST = 20;
const WIDEST = 200;

export function onPage(state: State, screen: PageScreen, action: Action, count: number): Updated {
  const { page, under } = screen;
  switch (action) {
    case "clear":
      if (!page.find) return onPage(state, screen, "back", count);
      return only({ ...state, screen: { ...screen, page: findInPage(page, undefined, state) } });
    case "back":
      if (state.library.alone) return ask(state, { kind: "quit", code: 0 });
      return only({ ...state, screen: under });
    case "find":
      return only({ ...state, screen: { kind: "find", page, under: screen, text: "", from: page } });
    case "nextMatch":
    case "previousMatch":
      return only(toMatch(state, screen, action === "nextMatch" ? count : -count));
    case "search":
      return only({ ...state, screen: newSearch(state.screen) });
    case "nextLink":
    case "previousLink":
      return only(focusMoved(state, screen, action === "nextLink" ? count : -count));
    case "follow":
      return followFocus(state, screen);
    case "goBack":
      return goBack(state, screen, count);
    case "outline":
      return only({ ...state, screen: outline(screen, state) });
    case "citing":
    case "bookmarks":
    case "recent":
      return ask(state, { kind: "list", what: action, essay: page.essay });
    case "bookmark":
      return bookmarked(state, page);
    case "copy":
      return copied(state, page);
    case "copyAddress": {
      const text = addressOf(page.essay);
      return ask(state, { kind: "copy", text, what: text });
    }
    case "select":
      return only({ ...state, screen: selecting(screen, state) });
    case "edit":
      return edited(state, page);
    case "notes":
      return only(withNotesMoved(state, screen));
    case "wider":
    case "narrower": {
      const step = action === "wider" ? MEASURE_STEP : -MEASURE_STEP;
      const measure = clamp(state.measure + step * count, NARROWEST, WIDEST);
      return only(relaid({ ...state, measure }, screen, `measure: ${measure} columns`));
    }
    case "theme":
      return only(nextTheme(state));
    case "nextEssay":
    case "previousEssay":
      return neighbour(state, screen, action === "nextEssay" ? count : -count);
    default: {
      const moved = movePage(page, action, count, state);
      if (!moved) return only(state);
      // A leap is one that one may want to take back.
      const isLeap = LEAPS.has(action) && moved.top !== page.top;
      const trail = isLeap ? withStop(screen) : screen.trail;
      const isStuck = HEADINGS.has(action) && moved.top === page.top;
      const message = isStuck ? `no heading ${action === "nextHeading" ? "further on" : "before"}` : "";
      return only({ ...state, screen: { ...screen, page: moved, trail }, message });
    }
  }
}

const LEAPS: ReadonlySet<Action> = new Set(["top", "bottom", "line"]);
const HEADINGS: ReadonlySet<Action> = new Set(["nextHeading", "previousHeading"]);

function withNotesMoved(state: State, screen: PageScreen): State {
  const next = { ...state, notes: NOTES[(NOTES.indexOf(state.notes) + 1) % NOTES.length]! };
  const hasNotes = screen.page.document.notes.length > 0;
  return relaid(next, screen, hasNotes ? `footnotes ${noteWords(next)}` : "no footnotes here");
}

function nextTheme(state: State): State {
  const [used, ...others] = state.themes;
  const turned = used ? [...others, used] : others;
  return { ...state, themes: turned, message: `theme: ${turned[0]?.name ?? ""}` };
}

function relaid(state: State, screen: PageScreen, message: string): State {
  return { ...state, screen: { ...screen, page: relayPage(screen.page, state) }, message };
}

/** Where notes stand, and where they would if the window were wide enough. */
function noteWords(state: State): string {
  const words = { inline: "under the paragraph", margin: "in the margin", end: "at the end", none: "hidden" };
  const shown = words[pageShape(state).notes];
  if (state.notes === "auto") return `${shown} (auto)`;
  return state.notes === "margin" && shown !== words.margin ? `${shown} (no room for a margin)` : shown;
}

/** What a key is about that names no line: the line with the focus, else the first paragraph on the screen. */
function lineHere(state: State, page: Page): number {
  const bottom = Math.min(page.own, page.top + pageHeight(state.size));
  const spot = spotOf(page.spots, page.focus);
  if (spot && spot.line >= page.top && spot.line < bottom) return spot.line;
  for (let line = page.top; line < bottom; line++) {
    const { block, note } = page.lines[line]!;
    if (block >= 0 && note === undefined && lineOfBlock(page.lines, block) === line) return line;
  }
  return page.top;
}

function blockHere(state: State, page: Page): { block: number; note: number | undefined } {
  const { block, note } = page.lines[lineHere(state, page)] ?? { block: 0, note: undefined };
  return { block: clamp(block, 0, Math.max(0, page.document.blocks.length - 1)), note };
}

function copied(state: State, page: Page): Updated {
  const { block, note } = blockHere(state, page);
  const text = blockPassage(page, block, note);
  const what = note === undefined ? `“${firstWords(page.document, block)}”` : `note ${note}`;
  const shown = { ...page, changed: new Set([block]) };
  const screen = state.screen.kind === "page" ? { ...state.screen, page: shown } : state.screen;
  return ask({ ...state, screen }, { kind: "copy", text, what }, { kind: "settle" });
}

function bookmarked(state: State, page: Page): Updated {
  const { block } = blockHere(state, page);
  const line = textOfBlock(page.document, block);
  const place = {
    ...textPlaceOf(page),
    block,
    words: firstWords(page.document, block),
    note: undefined,
    offset: 0,
  };
  return ask(state, { kind: "bookmark", essay: page.essay, place, line });
}

/** The editor is opened where the screen begins. */
function edited(state: State, page: Page): Updated {
  const { block } = blockHere(state, page);
  const words = (page.lines[lineHere(state, page)]?.spans ?? [])
    .filter(({ roles }) => !roles.includes("bullet") && !roles.includes("quoteBar"))
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

/** The essay so many places further on the shelf, which moves along. */
function neighbour(state: State, screen: PageScreen, step: number): Updated {
  const { entries } = state.shelf;
  const essays = entries.flatMap((entry, index) =>
    entry.kind === "essay" ? [{ essay: entry.essay, index }] : [],
  );
  const here = essays.findIndex((entry) => isSame(entry.essay, screen.page.essay));
  const target = essays[clamp(here + step, 0, essays.length - 1)];
  if (here < 0 || !target || isSame(target.essay, screen.page.essay)) {
    return only({ ...state, message: step > 0 ? "this is the last essay" : "this is the first essay" });
  }
  const left = { ...state, screen: { ...screen, trail: withStop(screen) } };
  return ask(shelfAt(left, target.index), { kind: "open", essay: target.essay });
}

/** The shelf with its cursor on another row. */
function shelfAt(state: State, cursor: number): State {
  const { shelf } = state;
  const top = keepInView(cursor, shelf.top, listHeight(state.size), shelf.entries.length);
  return { ...state, shelf: { ...shelf, cursor, top } };
}

/** The shelf with its cursor on an essay, if it is there: so that one comes back to where one has been. */
export function shelfOn(state: State, essay: Essay): State {
  const { entries, cursor } = state.shelf;
  const under = entries[cursor];
  if (under?.kind === "essay" && isSame(under.essay, essay)) return state;
  const index = entries.findIndex((entry) => entry.kind === "essay" && isSame(entry.essay, essay));
  return index < 0 ? state : shelfAt(state, index);
}
