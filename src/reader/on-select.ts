/**
 * Choosing lines of an essay, to copy them.
 */
import { pageHeight } from "./geometry.ts";
import type { Action } from "./keymap.ts";
import { movedTo } from "./page.ts";
import { cites, linesPassage } from "../page/passage.ts";
import { keepInView, moveCursor } from "./scroll.ts";
import type { Updated } from "./messages.ts";
import type { PageScreen, Screen, State } from "./state.ts";
import { ask, only } from "./updated.ts";

type SelectScreen = Extract<Screen, { kind: "select" }>;

/** Begins at the first line on the screen that has text. */
export function selecting(under: PageScreen, { size }: State): Screen {
  const { page } = under;
  const shown = page.lines.slice(page.top, page.top + pageHeight(size));
  const first =
    page.top +
    Math.max(
      0,
      shown.findIndex((line) => line.spans.length > 0),
    );
  return { kind: "select", page, under, anchor: first, cursor: first };
}

/** First and last of the chosen lines. */
export function selected({ anchor, cursor }: Pick<SelectScreen, "anchor" | "cursor">): [number, number] {
  return [Math.min(anchor, cursor), Math.max(anchor, cursor)];
}

export function onSelect(state: State, screen: SelectScreen, action: Action, count: number): Updated {
  const { page } = screen;
  const under: PageScreen = { ...screen.under, page };
  const [first, last] = selected(screen);
  if (action === "back") return only({ ...state, screen: under });
  if (action === "copy") {
    const text = linesPassage(page, first, last);
    const lines = last - first + 1;
    return ask(
      { ...state, screen: under },
      {
        kind: "copy",
        text,
        what: `${lines} ${lines === 1 ? "line" : "lines"}, with ${cites(page, first, last) ? "notes and " : ""}source`,
      },
    );
  }
  const height = pageHeight(state.size);
  const cursor = moveCursor(action, count, screen.cursor, height, page.own);
  if (cursor === undefined) return only(state);
  const top = keepInView(cursor, page.top, height, page.lines.length);
  return only({ ...state, screen: { ...screen, cursor, page: movedTo(page, top) } });
}
