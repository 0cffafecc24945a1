/**
 * Essays as they come: opened, saved again, and laid out anew.
 */
import { findBlock, firstWords } from "../document/text-place.ts";
import { label } from "../text/visible.ts";
import { pageUnder, relayBox } from "./box.ts";
import { changedBlocks } from "../page/changed.ts";
import { withStopsBox } from "./follow.ts";
import { listHeight } from "./geometry.ts";
import { landed, textPlaceOf } from "./landing.ts";
import type { Message, Updated } from "./messages.ts";
import { matchInView } from "./on-find.ts";
import { outline } from "./on-menu.ts";
import { shelfOn } from "./on-page.ts";
import {
  lastTop,
  movedTo,
  openPage,
  relayPage,
  relayPageInView,
  withAround as pageWithAround,
  withLineInView,
} from "./page.ts";
import { lineOf, placeOf } from "../page/place.ts";
import { relaidPreview } from "./preview.ts";
import { isSame } from "./rearrange.ts";
import { keepInView } from "./scroll.ts";
import type { Around, Page, PageScreen, Screen, State } from "./state.ts";
import { ask, only } from "./updated.ts";

/** An essay that has been read: where one is led to, or where one stopped, or at its beginning. */
export function opened(state: State, { essay, document, landing }: OpenedMessage): Updated {
  const screen = isOver(state.screen) ? pageBelow(state.screen) : state.screen;
  // From one essay to another: what is under them stays.
  const below =
    screen.kind === "page"
      ? { under: screen.under, trail: screen.trail }
      : { under: screen.kind === "filter" ? { kind: "shelf" as const } : screen, trail: [] };
  // A note that was found is shown, wherever notes are else.
  const isHidden = landing?.kind === "match" && landing.note !== undefined && state.notes === "none";
  const shows = isHidden ? { ...state, notes: "inline" as const } : state;
  const page = openPage(essay, document, shows);
  const { page: at, message } = landing ? landed(page, landing, shows) : { page, message: "" };
  const resumed = landing?.kind === "text" && at.top > 0 ? resumedWords(state) : message;
  const next: State = {
    ...shelfOn(shows, essay),
    screen: { kind: "page", page: at, ...below },
    message: resumed,
  };
  const whole = landing?.kind === "stop" ? withStopsBox(next, landing.stop) : next;
  return ask(whole, { kind: "around", essay });
}

type OpenedMessage = Extract<Message, { kind: "opened" }>;

function resumedWords({ keymap: keys }: State): string {
  const key = keys.page.find(({ action }) => action === "top")?.keys[0];
  return `where you stopped${key === undefined ? "" : `; ${key} goes to the beginning`}`;
}

/** Boxes and the like stand over a page. */
function isOver(screen: Screen): screen is Extract<Screen, { kind: "box" | "find" | "select" }> {
  return screen.kind === "box" || screen.kind === "find" || screen.kind === "select";
}

function pageBelow(screen: Extract<Screen, { kind: "box" | "find" | "select" }>): PageScreen {
  return screen.kind === "box" ? pageUnder(screen) : screen.under;
}

/** The essay's file was saved: it is shown again, at the place where one is, and what changed is marked. */
export function changed(state: State, { essay, document }: Extract<Message, { kind: "changed" }>): Updated {
  let isShown = false;
  const next = eachPage(state, (page) => {
    if (!isSame(page.essay, essay)) return page;
    isShown = true;
    const anew = openPage(essay, document, state);
    const was = page.held ?? textPlaceOf(page);
    const block = findBlock(anew.document, was);
    const own: Page = {
      ...anew,
      find: page.find,
      around: page.around,
      focus: page.focus,
      place: { block, note: was.note, offset: was.offset, blank: page.place.blank },
      held: was,
      changed: changedBlocks(page.document, anew.document),
    };
    return relayPage(own, state);
  });
  if (!isShown) return only(state);
  return ask({ ...next, message: `${label(essay.path)} was changed` }, { kind: "settle" });
}

export function withAround(state: State, { essay, around }: { essay: Page["essay"]; around: Around }): State {
  return eachPage(state, (page) => {
    if (!isSame(page.essay, essay)) return page;
    const next = pageWithAround(page, around, state);
    // At the end, what is said there is what one has come to see.
    const isAtEnd = page.top > 0 && page.top === lastTop(page.lines, state);
    return isAtEnd ? movedTo(next, lastTop(next.lines, state)) : next;
  });
}

/** Every page that is open or lies under what is, as `change` makes it. */
export function eachPage(state: State, change: (page: Page) => Page): State {
  const visit = (screen: Screen): Screen => {
    const below = "under" in screen ? { under: visit(screen.under) } : {};
    const own = "page" in screen ? { page: change(screen.page) } : {};
    const from = "from" in screen ? { from: change(screen.from) } : {};
    const next = { ...screen, ...below, ...own, ...from } as Screen;
    if (next.kind === "select" && screen.kind === "select") {
      const line = (was: number): number => sameLine(screen.page, next.page, was);
      return { ...next, anchor: line(next.anchor), cursor: line(next.cursor) };
    }
    if (next.kind !== "box") return next;
    const { page } = pageUnder(next);
    return { ...next, box: relayBox(next.box, page, state) };
  };
  return { ...state, screen: visit(state.screen) };
}

/** The line of the page as it is now on which stands what stood on a line before. */
function sameLine(before: Page, now: Page, line: number): number {
  const place = placeOf(before.lines, line);
  const words = firstWords(before.document, place.block);
  const block = before.document === now.document ? place.block : findBlock(now.document, { ...place, words });
  return lineOf(now.lines, { ...place, block });
}

/** What is open, laid out anew; what lies under it too. */
export function relaidAll(state: State, before: State = state): State {
  const next = eachPage(state, (page) => relayPageInView(page, before, state));
  const screen = relaidList(next.screen, next);
  switch (screen.kind) {
    case "select":
      return { ...next, screen: { ...screen, page: withLineInView(screen.page, screen.cursor, state) } };
    case "find":
      // While one types, the match stays on the screen.
      return { ...next, screen: { ...screen, page: matchInView(screen.page, state) } };
    default:
      return relaidPreview({ ...next, screen });
  }
}

/** Lists with their cursor on the screen; an outline of what it now is. */
function relaidList(screen: Screen, state: State): Screen {
  const height = listHeight(state.size);
  const own = "under" in screen ? { ...screen, under: relaidList(screen.under, state) } : screen;
  switch (own.kind) {
    case "tags": {
      const { list } = own;
      return { ...own, list: { ...list, top: keepInView(list.cursor, list.top, height, list.tags.length) } };
    }
    case "outline":
    case "bookmarks":
    case "citing":
    case "recent": {
      const page = own.kind === "outline" && own.under.kind === "page" ? own.under : undefined;
      const items = page ? outline(page, state).menu.items : own.menu.items;
      const { cursor, top } = own.menu;
      const menu = { ...own.menu, items, top: keepInView(cursor, top, height, items.length) };
      return { ...own, menu } as Screen;
    }
    default:
      return own as Screen;
  }
}
