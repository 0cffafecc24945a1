/**
 * The palette: it finds actions by their names, and passes the chosen one on to the screen below.
 */
import { contextTitle, type Context, keyName } from "../../keymap.ts";
import { only, type Updated } from "../../messages.ts";
import { moveInList } from "../../scroll.ts";
import { onShelfAlone, popped } from "../../stack.ts";
import type { PaletteScreen, State } from "../../state.ts";
import { going } from "../page/going.ts";
import type { ScreenModule } from "../screen.ts";
import type { ActionItem } from "./item.ts";
import { paletteItems } from "./items.ts";
import { itemAt, paletteBottom, paletteHeight, paletteView } from "./view.ts";

export const paletteScreen: ScreenModule<PaletteScreen> = {
  context: () => "palette",
  isTyping: () => true,
  isOver: true,
  title: () => "Palette",
  field: (_, { query, cursor }) => ({ name: "palette", text: query, isAtTop: cursor === 0 }),
  update(state, screen, action, count) {
    if (action === "back") return only(popped(state));
    if (action === "accept") return chosen(state, screen);
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
    return chosen(state, { ...screen, cursor });
  },
  bottom: paletteBottom,
  view: paletteView,
};

export function newPalette(about: Context): PaletteScreen {
  return { kind: "palette", query: "", about, cursor: 0, top: 0 };
}

/** Performs the item under the cursor on the screen below; does nothing if no item matches. */
function chosen(state: State, screen: PaletteScreen): Updated {
  const item = paletteItems(screen, state)[screen.cursor];
  if (!item) return only(state);
  const under = popped(state);
  switch (item.kind) {
    case "essay":
      return going(under, item.essay);
    case "said":
      return only({ ...under, message: item.words });
    case "place":
      return { ...only(under), passes: item };
    case "action": {
      if (item.on === "elsewhere") return only({ ...under, message: elsewhereWords(item) });
      const on = item.on === "shelf" ? onShelfAlone(under) : under;
      return { ...only(on), passes: { action: item.action, count: 1 } };
    }
  }
}

/** The message for an action of another screen: its key, and the screen. */
function elsewhereWords({ keys, context, help }: ActionItem): string {
  const [key] = keys;
  const where = contextTitle(context);
  const place = where.charAt(0).toLowerCase() + where.slice(1);
  return key === undefined
    ? `${help}: ${place}, and no key is bound to it`
    : `${help}: ${keyName(key)} ${place}`;
}
