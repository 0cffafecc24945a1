/**
 * The palette: it finds actions by their names.
 *
 * The chosen action belongs to the screen below, so `update` performs it.
 */
import { contextTitle, type Context, keyName } from "../../keymap.ts";
import { only } from "../../messages.ts";
import { moveInList } from "../../scroll.ts";
import { popped } from "../../stack.ts";
import type { PaletteScreen, State } from "../../state.ts";
import type { ScreenModule } from "../screen.ts";
import { type ActionItem, type PaletteItem, paletteItems } from "./items.ts";
import { itemAt, paletteBottom, paletteHeight, paletteView } from "./view.ts";

export const paletteScreen: ScreenModule<PaletteScreen> = {
  context: () => "palette",
  isTyping: () => true,
  isOver: true,
  title: () => "Palette",
  field: (_, { query, cursor }) => ({ name: "palette", text: query, isAtTop: cursor === 0 }),
  update(state, screen, action, count) {
    if (action === "back") return only(popped(state));
    const { length } = paletteItems(screen, state);
    const moved = moveInList(action, count, screen, { height: paletteHeight(state.size), length });
    return only(moved ? { ...state, screen: { ...screen, ...moved } } : state);
  },
  typed(state, screen, change) {
    // Backspace in an empty field closes the palette, as in vi.
    const query = change(screen.query);
    if (query === screen.query)
      return only(query === "" && state.lastKey === "backspace" ? popped(state) : state);
    return only({ ...state, screen: { ...screen, query, cursor: 0, top: 0 } });
  },
  click(state, screen, click) {
    const cursor = itemAt(state, screen, click);
    if (cursor === undefined) return only(popped(state));
    return only({ ...state, screen: { ...screen, cursor } });
  },
  bottom: paletteBottom,
  view: paletteView,
};

export function newPalette(about: Context): PaletteScreen {
  return { kind: "palette", query: "", about, cursor: 0, top: 0 };
}

/** The item under the cursor; undefined if none matches. */
export function chosenItem(screen: PaletteScreen, state: State): PaletteItem | undefined {
  return paletteItems(screen, state)[screen.cursor];
}

/** The message for an action of another screen: its key, and the screen. */
export function elsewhereWords({ keys, context, help }: ActionItem): string {
  const [key] = keys;
  const where = contextTitle(context);
  const place = where.charAt(0).toLowerCase() + where.slice(1);
  return key === undefined
    ? `${help}: ${place}, and no key is bound to it`
    : `${help}: ${keyName(key)} ${place}`;
}
