/**
 * Lists from which one goes somewhere: an essay's outline, bookmarks, what cites it, what was read last.
 */
import { headingsOf } from "../document/anchor.ts";
import { label } from "../text/visible.ts";
import { listHeight, pageHeight } from "./geometry.ts";
import { jumpedTo } from "./follow.ts";
import type { Action } from "./keymap.ts";
import { landed } from "./landing.ts";
import { headingLines } from "./page.ts";
import { isSame } from "./rearrange.ts";
import { clamp, keepInView, moveCursor } from "./scroll.ts";
import type { Updated } from "./messages.ts";
import type { Menu, MenuItem, MenuScreen, PageScreen, State } from "./state.ts";
import { ask, only } from "./updated.ts";

/** The headings of the essay, the cursor on the one that one is under. */
export function outline(under: PageScreen, state: State): MenuScreen {
  const { page } = under;
  const headings = headingsOf(page.document).filter(({ text }) => text !== "");
  const least = Math.min(...headings.map(({ depth }) => depth));
  const lines = new Map(headingLines(page).map(({ line, block }) => [block, line]));
  const items = headings.map(({ block, depth, text }): MenuItem => {
    const line = lines.get(block) ?? 0;
    return {
      text: label(text),
      depth: depth - least,
      about: `${Math.floor((100 * line) / Math.max(1, page.own))} %`,
      essay: page.essay,
      landing: { kind: "block", block },
    };
  });
  // A heading on the upper half of the screen is the one whose text is read.
  const eye = page.top + Math.floor(pageHeight(state.size) / 2);
  const here = headings.findLastIndex(({ block }) => (lines.get(block) ?? 0) <= eye);
  const menu = menuOf(`Outline of ${label(page.essay.title)}`, items, "no headings in this essay");
  return opened({ kind: "outline", menu, under }, Math.max(0, here), state);
}

export function menuOf(title: string, items: readonly MenuItem[], empty: string): Menu {
  return { title, items, empty, cursor: 0, top: 0 };
}

function opened(screen: MenuScreen, cursor: number, { size }: State): MenuScreen {
  const { menu } = screen;
  const top = keepInView(cursor, menu.top, listHeight(size), menu.items.length);
  return { ...screen, menu: { ...menu, cursor, top } };
}

export function onMenu(state: State, screen: MenuScreen, action: Action, count: number): Updated {
  const { menu, under } = screen;
  const item = menu.items[menu.cursor];
  if (action === "back") return only({ ...state, screen: under });
  if (action === "open") return item ? go(state, screen, item) : only(state);
  if (action === "remove" && item?.bookmark !== undefined) {
    const items = menu.items.filter((one) => one !== item);
    const cursor = clamp(menu.cursor, 0, Math.max(0, items.length - 1));
    const next = opened({ ...screen, menu: { ...menu, items } }, cursor, state);
    return ask(
      { ...state, screen: next, message: "bookmark removed" },
      { kind: "unbookmark", bookmark: item.bookmark },
    );
  }
  const cursor = moveCursor(action, count, menu.cursor, listHeight(state.size), menu.items.length);
  return only(cursor === undefined ? state : { ...state, screen: opened(screen, cursor, state) });
}

/** Within the essay that is open one jumps; another is opened. */
function go(state: State, { under }: MenuScreen, { essay, landing }: MenuItem): Updated {
  if (under.kind !== "page" || !isSame(under.page.essay, essay))
    return ask({ ...state, screen: under }, { kind: "open", essay, landing });
  const { page } = landed(under.page, landing, state);
  return only(jumpedTo(state, under, page.top));
}
