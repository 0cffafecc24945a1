/**
 * The libraries of the config file: Enter opens one in place of the current library.
 */
import { cutLine } from "../../../layout/cut.ts";
import { type Row, span } from "../../../layout/line.ts";
import { label } from "../../../text/visible.ts";
import { fit, truncate, width } from "../../../text/width.ts";
import { emptyRows, filled, header } from "../../bars.ts";
import { listHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { keepInView, moveInList } from "../../scroll.ts";
import { popped } from "../../stack.ts";
import type { LibrariesScreen, State } from "../../state.ts";
import { clickedRow } from "../list/clicked-row.ts";
import type { ScreenModule } from "../screen.ts";

export const librariesScreen: ScreenModule<LibrariesScreen> = {
  context: () => "libraries",
  title: () => "Libraries",
  update(state, screen, action, count) {
    if (action === "back") return only(popped(state));
    if (action === "open") return changed(state, screen);
    const extent = { height: listHeight(state.size), length: state.libraries.length };
    const moved = moveInList(action, count, screen, extent);
    return only(moved ? { ...state, screen: { ...screen, ...moved } } : state);
  },
  click(state, screen, click) {
    const cursor = clickedRow(screen, state.libraries.length, click, state);
    return cursor === undefined ? only(state) : changed(state, { ...screen, cursor });
  },
  relaid({ size, libraries }, screen) {
    const top = keepInView(screen.cursor, screen.top, { height: listHeight(size), length: libraries.length });
    return { ...screen, top };
  },
  bottom: ({ libraries, keymap }, { cursor }) => ({
    kind: "status",
    hints: libraries.length > 0 ? hint(keymap, "libraries", "open", "open") : [],
    leave: ["back", "back"],
    place: libraries.length > 0 ? [`${cursor + 1}/${libraries.length}`] : [],
  }),
  view: librariesView,
};

/** The list of libraries, the cursor on the current one. */
export function librariesOf({ libraries, library }: State): LibrariesScreen {
  const cursor = libraries.findIndex(({ root }) => root === library.root);
  return { kind: "libraries", cursor: Math.max(0, cursor), top: 0 };
}

function changed(state: State, { cursor }: LibrariesScreen): Updated {
  const library = state.libraries[cursor];
  if (!library) return only(state);
  return library.root === state.library.root ? only(popped(state)) : ask(state, { kind: "change", library });
}

const WIDEST_NAME = 24;
const NONE =
  'No libraries in the config file yet. A table [libraries] names them, with lines like blog = "~/blog"';

function librariesView(state: State, { cursor, top }: LibrariesScreen): Row[] {
  const { size, libraries, library } = state;
  const height = listHeight(size);
  const names = Math.min(WIDEST_NAME, Math.max(0, ...libraries.map(({ name }) => width(label(name)))));
  const rows = libraries.slice(top, top + height).map(({ name, root }, index): Row => {
    const isSelected = top + index === cursor;
    const spans = [
      span(isSelected ? " ▌" : "  ", "bullet"),
      span(root === library.root ? "• " : "  ", "bullet"),
      span(fit(label(name), names), ...(isSelected ? (["strong"] as const) : [])),
      span(`  ${truncate(label(root), Math.max(1, size.columns - names - 7))}`, "quiet"),
    ];
    return cutLine({ spans }, size.columns);
  });
  return [
    ...header("Libraries", "", size),
    ...filled(rows.length > 0 ? rows : emptyRows(NONE, size.columns), height),
  ];
}
