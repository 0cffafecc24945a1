/**
 * The whole screen as lines: as many as it has rows, none wider than it has columns.
 */
import { cutLine } from "../../layout/cut.ts";
import { type Line, span } from "../../layout/line.ts";
import { isTooSmall, LEAST } from "../geometry.ts";
import type { State } from "../state.ts";
import { helpView } from "./help.ts";
import { menuView } from "./menu.ts";
import { boxView, pageView } from "./page.ts";
import { searchView } from "./search.ts";
import { shelfView } from "./shelf.ts";
import { tagsView } from "./tags.ts";

export function view(state: State): Line[] {
  const { columns, rows } = state.size;
  const lines = isTooSmall(state.size) ? tooSmall() : screenView(state);
  const filled = Array.from({ length: rows }, (_, row): Line => lines[row] ?? { spans: [], block: 0 });
  return filled.map((line) => cutLine(line, columns));
}

function screenView(state: State): Line[] {
  const { screen } = state;
  switch (screen.kind) {
    case "shelf":
    case "filter":
      return shelfView(state);
    case "tags":
      return tagsView(state, screen.list);
    case "search":
      return searchView(state, screen.search);
    case "page":
    case "find":
    case "select":
      return pageView(state, screen);
    case "box":
      return boxView(state, screen);
    case "outline":
    case "bookmarks":
    case "citing":
    case "recent":
      return menuView(state, screen);
    case "help":
      return helpView(state, screen.under.kind, screen.top);
  }
}

function tooSmall(): Line[] {
  return [`ibid needs`, `${LEAST.columns}×${LEAST.rows}`].map((text) => ({ spans: [span(text)], block: 0 }));
}
