/**
 * Finding in an essay: typing the text, and going from match to match.
 */
import { lineOfBlock } from "../../../page/laid-essay.ts";
import type { Find, FoundMatch } from "../../../page/matches.ts";
import type { Action } from "../../keymap.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { lastTyped } from "../../history.ts";
import { findText, matchLandedOn } from "../../query-find.ts";
import { stepped } from "../../scroll.ts";
import type { MatchLanding, Page, PageMode, PageScreen, Position, State } from "../../state.ts";
import { findInPage, isInView, positionOf, withLineInView } from "./page.ts";

type FindMode = Extract<PageMode, { kind: "find" }>;
type Look = Pick<State, "size" | "spread">;

/** The page while a text is typed. */
export function finding(screen: PageScreen): PageScreen {
  return { ...screen, mode: { kind: "find", text: "", from: positionOf(screen.page) } };
}

/** Shows the changed text of the field, and requests a search. */
export function typedFind(
  state: State,
  screen: PageScreen,
  mode: FindMode,
  change: (text: string) => string,
): Updated {
  const text = change(mode.text);
  if (text === mode.text) return only(state);
  return ask({ ...state, screen: { ...screen, mode: { ...mode, text } } }, { kind: "seek" });
}

/** The search for the typed text, from the earlier position of the page. */
export function sought(state: State): State {
  const { screen } = state;
  if (screen.kind !== "page" || screen.mode.kind !== "find") return state;
  return { ...state, screen: soughtIn(screen, screen.mode, state) };
}

function soughtIn(screen: PageScreen, { text, from }: FindMode, state: State): PageScreen {
  const { page } = screen;
  if (text === (page.find?.text ?? "")) return screen;
  const find = text.trim() === "" ? undefined : findText(text);
  const found = findInPage({ ...page, ...from }, find);
  return { ...screen, page: atFirstFrom(found, from.top, state) };
}

export function onFind(
  state: State,
  typing: PageScreen,
  mode: FindMode,
  action: Action,
  count: number,
): State {
  const { from, text } = mode;
  const screen = action === "clear" ? typing : soughtIn(typing, mode, state);
  const { page } = screen;
  const read = { ...screen, mode: { kind: "read" as const } };
  switch (action) {
    case "clear":
      return { ...state, screen: { ...read, page: findInPage({ ...page, ...from }, undefined) } };
    case "accept":
      // As in less, an empty text repeats the last search.
      if (text.trim() === "") return soughtAgain(state, read, from, count);
      return { ...state, screen: { ...read, page }, message: foundWords(page) };
    case "nextMatch":
    case "previousMatch": {
      const next = atMatch(page, action === "nextMatch" ? count : -count, state);
      return { ...state, screen: { ...screen, page: next } };
    }
    default:
      return state;
  }
}

/** The next match of the last search, in this essay or another one. */
function soughtAgain(state: State, read: PageScreen, from: Position, count: number): State {
  const last = lastTyped(state, "find");
  const find = from.find ?? (last === undefined ? undefined : findText(last));
  const page = findInPage({ ...read.page, ...from }, find);
  return toMatch(state, { ...read, page: { ...page, here: from.here } }, count);
}

/** The state `step` matches further on. After the last match comes the first. */
export function toMatch(state: State, screen: PageScreen, step: number): State {
  const { page } = screen;
  if (!page.find) return { ...state, screen, message: "nothing to find again yet; / finds in the essay" };
  const moved = atMatch(page, step, state);
  const isWrapped = page.here >= 0 && page.matches.length > 1 && step > 0 === moved.here <= page.here;
  const words = isWrapped ? (step > 0 ? ", from the top" : ", from the end") : "";
  return { ...state, screen: { ...screen, page: moved }, message: foundWords(moved) + words };
}

/** `3 of 17 for ship`, or `ship: not in this essay`. */
export function foundWords({ find, matches, here }: Page): string {
  if (!find) return "";
  if (matches.length === 0) return `${find.text}: not in this essay`;
  return `${here + 1} of ${matches.length} for ${find.text}`;
}

/** The page at the match that a search led to; at its block, if no word there is marked. */
export function landOn(page: Page, find: Find, landing: MatchLanding, look: Look): Page {
  const marked = findInPage(page, find);
  const there = matchLandedOn(marked.lines, marked.matches, landing);
  if (there >= 0) return at(marked, there, look);
  return landing.block < 0 ? marked : withLineInView(marked, lineOfBlock(marked.lines, landing.block), look);
}

/** The page `step` matches further on, counted from the current match or from the top of the screen. */
function atMatch(page: Page, step: number, look: Look): Page {
  const { matches, here, top } = page;
  if (matches.length === 0) return page;
  const isSeen = here >= 0 && isInView(page, matches[here]!.line, look);
  const from = isSeen ? here : beforeTop(matches, top, step);
  return at(page, stepped(from, step, matches.length).index, look);
}

/** The index of the match before the nearest one, in the direction of `step`. */
function beforeTop(matches: readonly FoundMatch[], top: number, step: number): number {
  const below = matches.findIndex(({ line }) => line >= top);
  const first = below < 0 ? matches.length : below;
  return step > 0 ? first - 1 : first;
}

function atFirstFrom(page: Page, line: number, look: Look): Page {
  const first = page.matches.findIndex((match) => match.line >= line);
  return page.matches.length === 0 ? page : at(page, Math.max(0, first), look);
}

/** The page moved so far that its match is on the screen. */
export function matchInView(page: Page, look: Look): Page {
  return at(page, page.here, look);
}

/** The page at a match, moved only if the match is not on the screen. */
function at(page: Page, index: number, look: Look): Page {
  const match = page.matches[index];
  return match ? withLineInView({ ...page, here: index, latest: undefined }, match.line, look) : page;
}
