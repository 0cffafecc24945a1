/**
 * Makes a list narrowable with `/`: the field, its keys, and the way back.
 *
 *     / ─▶ typing ─┬─ Enter ─▶ the screen's own Enter, on the item under the cursor
 *                  ├─ Tab ───▶ narrowed ── Esc ─┐
 *                  └─ Esc ──────────────────────┴─▶ all items, the cursor on the same one
 */
import { isolated } from "../../layout/direction.ts";
import { label } from "../../text/visible.ts";
import type { Bottom, StatusLine } from "../bottom.ts";
import { type Action, hint, type Keymap } from "../keymap.ts";
import { only, type Updated } from "../messages.ts";
import type { Narrowable, Narrowing, Screen, State } from "../state.ts";
import type { ScreenModule } from "./screen.ts";

interface Narrows<Own> {
  /** The screen with another list, with its cursor on the same item as `before`. */
  readonly refit: (state: State, screen: Own, before: Own) => Own;
  /** The action of Enter while the user types; if it is absent, the list stays narrowed. */
  readonly enter?: readonly [action: Action, does: string];
}

/** A module whose list can be narrowed. */
type Listing<Own extends Screen> = Omit<ScreenModule<Own>, "bottom"> & {
  readonly bottom: (state: State, screen: Own) => StatusLine;
};

export function narrowable<Own extends Screen & Narrowable>(
  module: Listing<Own>,
  { refit, enter }: Narrows<Own>,
): ScreenModule<Own> {
  const changed = (state: State, screen: Own, narrowing: Narrowing | undefined): State => ({
    ...state,
    screen: refit(state, { ...screen, narrowing }, screen),
  });
  const kept = (state: State, screen: Own): { state: State; screen: Own } => {
    const words = screen.narrowing?.words.trim() ?? "";
    const own = { ...screen, narrowing: words === "" ? undefined : { words, isTyping: false } };
    return { state: { ...state, screen: own }, screen: own };
  };
  const whileTyping = (state: State, screen: Own, action: Action, count: number): Updated => {
    if (action === "clear") return only(changed(state, screen, undefined));
    if (action !== "accept" && action !== "open") return module.update(state, screen, action, count);
    const now = kept(state, screen);
    return action === "open" && enter ? module.update(now.state, now.screen, enter[0], 1) : only(now.state);
  };
  return {
    ...module,
    context: (screen) => (isTyping(screen) ? "narrow" : module.context(screen)),
    isTyping,
    update(state, screen, action, count) {
      if (isTyping(screen)) return whileTyping(state, screen, action, count);
      const { narrowing } = screen;
      if (action === "filter")
        return only(changed(state, screen, { words: narrowing?.words ?? "", isTyping: true }));
      if (action === "back" && narrowing) return only(changed(state, screen, undefined));
      return module.update(state, screen, action, count);
    },
    typed(state, screen, change) {
      const words = screen.narrowing?.words ?? "";
      const next = change(words);
      return only(next === words ? state : changed(state, screen, { words: next, isTyping: true }));
    },
    bottom: (state, screen) => bottomOf(module.bottom(state, screen), screen, state.keymap, enter?.[1]),
  };
}

function isTyping({ narrowing }: Narrowable): boolean {
  return narrowing?.isTyping === true;
}

function bottomOf(
  own: StatusLine,
  { narrowing }: Narrowable,
  keymap: Keymap,
  enters: string | undefined,
): Bottom {
  if (!narrowing) return own;
  const { words } = narrowing;
  if (!narrowing.isTyping)
    return {
      ...own,
      leave: [own.leave[0], "show all"],
      place: [isolated(`“${label(words)}”`), ...own.place],
    };
  const hints = [
    ...(enters === undefined || own.place.length === 0 ? [] : hint(keymap, "narrow", "open", enters)),
    ...hint(keymap, "narrow", "accept", "keep"),
  ];
  return { kind: "field", sign: "/", text: words, hints, leave: ["clear", "show all"], place: own.place };
}
