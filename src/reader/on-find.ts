/**
 * Finding in an essay: typing what is sought, and going through what was found.
 */
import type { Line } from "../layout/line.ts";
import { editText } from "./edit-text.ts";
import { type Find, findText, type FoundMatch } from "./find.ts";
import type { Action } from "./keymap.ts";
import { ask, only } from "./updated.ts";
import { findInPage, isInView, type Look, withLineInView } from "./page.ts";
import type { Updated } from "./messages.ts";
import type { Landing, Page, PageScreen, Screen, State } from "./state.ts";

type FindScreen = Extract<Screen, { kind: "find" }>;

/** The state after a key that no action is bound to: what is typed is shown, and then sought. */
export function typedFind(state: State, screen: FindScreen, key: string): Updated {
  const text = editText(screen.text, key);
  if (text === screen.text) return only(state);
  return ask({ ...state, screen: { ...screen, text } }, { kind: "seek" });
}

/** What is typed by now, found from where one was. */
export function sought(state: State): State {
  const { screen } = state;
  return screen.kind === "find" ? { ...state, screen: soughtIn(screen, state) } : state;
}

function soughtIn(screen: FindScreen, state: State): FindScreen {
  const { text, page } = screen;
  if (text === (page.find?.text ?? "")) return screen;
  const find = text.trim() === "" ? undefined : findText(text);
  return { ...screen, page: atFirstFrom(findInPage(screen.from, find, state), screen.from.top, state) };
}

export function onFind(state: State, typing: FindScreen, action: Action, count: number): State {
  const screen = action === "clear" ? typing : soughtIn(typing, state);
  const { page, under, from, text } = screen;
  switch (action) {
    case "clear":
      return { ...state, screen: { ...under, page: findInPage(from, undefined, state) } };
    case "accept":
      // As in less, nothing typed means what was sought before.
      if (text.trim() === "") return toMatch(state, { ...under, page: from }, count);
      return { ...state, screen: { ...under, page }, message: foundWords(page) };
    case "nextMatch":
    case "previousMatch":
      return {
        ...state,
        screen: { ...screen, page: atMatch(page, action === "nextMatch" ? count : -count, state) },
      };
    default:
      return state;
  }
}

/** The state so many matches further on; beyond the last comes the first. */
export function toMatch(state: State, screen: PageScreen, step: number): State {
  const { page } = screen;
  if (!page.find) return { ...state, screen, message: "nothing is sought yet; / finds" };
  const moved = atMatch(page, step, state);
  const isWrapped = page.here >= 0 && page.matches.length > 1 && step > 0 === moved.here <= page.here;
  const words = isWrapped ? (step > 0 ? ", from the top" : ", from the end") : "";
  return { ...state, screen: { ...screen, page: moved }, message: foundWords(moved) + words };
}

/** `3 of 17 for ship`, and where there is none, that. */
export function foundWords({ find, matches, here }: Page): string {
  if (!find) return "";
  if (matches.length === 0) return `${find.text}: not in this essay`;
  return `${here + 1} of ${matches.length} for ${find.text}`;
}

type MatchLanding = Extract<Landing, { kind: "match" }>;

/** The page at the match where a search led, or at its first one. */
export function landOn(page: Page, find: Find, landing: MatchLanding, look: Look): Page {
  const marked = findInPage(page, find, look);
  const lineOf = ({ line }: FoundMatch): Line => marked.lines[line]!;
  const there = marked.matches.findIndex((match) => {
    const { block, note } = lineOf(match);
    return landing.note === undefined ? block === landing.block && note === undefined : note === landing.note;
  });
  // Beside the text, a note's first line may be one of the text's.
  const near = marked.matches.findIndex((match) => lineOf(match).block >= landing.block);
  return at(marked, Math.max(0, there >= 0 ? there : near), look);
}

/** The page so many matches further on from the one it is at, or from the top of the screen. */
function atMatch(page: Page, step: number, look: Look): Page {
  const { matches, here, top } = page;
  if (matches.length === 0) return page;
  const isSeen = here >= 0 && isInView(page, matches[here]!.line, look);
  const from = isSeen ? here : beforeTop(matches, top, step);
  return at(page, (((from + step) % matches.length) + matches.length) % matches.length, look);
}

/** The match from which one step leads to the nearest one on the screen or beyond it. */
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
  return match ? withLineInView({ ...page, here: index }, match.line, look) : page;
}
