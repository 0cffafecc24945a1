/**
 * The libraries of the config file: Enter opens one in place of the current library.
 */
import { cutLine, marked } from "../../../layout/cut.ts";
import { type Row, span } from "../../../layout/line.ts";
import { label } from "../../../text/visible.ts";
import { fit, truncate, width } from "../../../text/width.ts";
import { emptyRows, filled, header } from "../../bars.ts";
import { listHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { narrowed, nothingShown, rangesOf, sameItem } from "../../narrowing.ts";
import { type Extent, keepInView, moveInList } from "../../scroll.ts";
import { popped } from "../../stack.ts";
import type { LibrariesScreen, NamedLibrary, State } from "../../state.ts";
import { clickedRow } from "../list/clicked-row.ts";
import { narrowable } from "../narrowable.ts";
import { largest } from "../../../text/extremes.ts";

export const librariesScreen = narrowable<LibrariesScreen>(
  {
    context: () => "libraries",
    title: () => "Libraries",
    update(state, screen, action, count) {
      if (action === "back") return only(popped(state));
      if (action === "open") return changed(state, screen);
      const moved = moveInList(action, count, screen, extentOf(state, screen));
      return only(moved ? { ...state, screen: { ...screen, ...moved } } : state);
    },
    click(state, screen, click) {
      const cursor = clickedRow(screen, shownLibraries(state, screen).length, click, state);
      return cursor === undefined ? only(state) : changed(state, { ...screen, cursor });
    },
    relaid: (state, screen) => inView(state, screen, screen.cursor),
    bottom(state, screen) {
      const { length } = shownLibraries(state, screen);
      return {
        kind: "status",
        hints: length > 0 ? hint(state.keymap, "libraries", "open", "open") : [],
        leave: ["back", "back"],
        place: length > 0 ? [`${screen.cursor + 1}/${length}`] : [],
      };
    },
    view: librariesView,
  },
  {
    refit: (state, screen, before) =>
      inView(
        state,
        screen,
        sameItem(shownLibraries(state, before), before.cursor, shownLibraries(state, screen)),
      ),
    enter: ["open", "open"],
  },
);

function shownLibraries({ libraries }: State, screen: LibrariesScreen): readonly NamedLibrary[] {
  return narrowed(libraries, screen, ({ name, root }) => `${name} ${root}`);
}

function extentOf(state: State, screen: LibrariesScreen): Extent {
  return { height: listHeight(state.size), length: shownLibraries(state, screen).length };
}

function inView(state: State, screen: LibrariesScreen, cursor: number): LibrariesScreen {
  return { ...screen, cursor, top: keepInView(cursor, screen.top, extentOf(state, screen)) };
}

/** The list of libraries, the cursor on the current one. */
export function librariesOf({ libraries, library }: State): LibrariesScreen {
  const cursor = libraries.findIndex(({ root }) => root === library.root);
  return { kind: "libraries", cursor: Math.max(0, cursor), top: 0 };
}

function changed(state: State, screen: LibrariesScreen): Updated {
  const library = shownLibraries(state, screen)[screen.cursor];
  if (!library) return only(state);
  return library.root === state.library.root ? only(popped(state)) : ask(state, { kind: "change", library });
}

const WIDEST_NAME = 24;
const MISSING = "  not found";
const NONE =
  'No libraries in the config file yet. A table [libraries] names them, with lines like blog = "~/blog"';

function librariesView(state: State, screen: LibrariesScreen): Row[] {
  const { size, libraries, library, keymap } = state;
  const { cursor, top } = screen;
  const words = screen.narrowing?.words ?? "";
  const height = listHeight(size);
  const names = Math.min(
    WIDEST_NAME,
    largest(
      libraries.map(({ name }) => width(label(name))),
      0,
    ),
  );
  const rows = shownLibraries(state, screen)
    .slice(top, top + height)
    .map(({ name, root, isMissing }, index): Row => {
      const isSelected = top + index === cursor;
      const own = fit(label(name), names);
      const missing = isMissing ? MISSING : "";
      const folder = truncate(label(root), Math.max(1, size.columns - names - 7 - width(missing)));
      const spans = [
        span(isSelected ? " ▌" : "  ", "bullet"),
        span(root === library.root ? "• " : "  ", "bullet"),
        ...marked(own, rangesOf(words, own), "found", isSelected ? ["strong"] : []),
        span("  "),
        ...marked(folder, rangesOf(words, folder), "found", ["quiet"]),
        span(missing, "problem"),
      ];
      return cutLine({ spans }, size.columns);
    });
  return [
    ...header("Libraries", "", size),
    ...filled(rows.length > 0 ? rows : emptyRows(nothingShown(screen, NONE, keymap), size), height),
  ];
}
