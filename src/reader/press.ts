/**
 * Decides what a key press does, from the keymap, the screen and the keys before it.
 *
 *     3  ─▶ digit      z  ─▶ first      zt  ─▶ act      zq  ─▶ said: no action has these keys
 *
 * In a field, a key is an action of the field, a step in the history, or text.
 */
import { recalled } from "./history.ts";
import { type Action, actionOf, beginsSequence, type Context, keyName } from "./keymap.ts";
import { swallowed } from "./pending.ts";
import { moduleOf } from "./screens/modules.ts";
import type { State } from "./state.ts";
import type { Recall, TypedField } from "./typed-field.ts";

export type Press =
  /** A digit of a count: all its digits so far. */
  | { readonly kind: "digit"; readonly count: string }
  /** The first of two keys. */
  | { readonly kind: "first" }
  /** Nothing is done; the message gives the reason. The next key does not continue this one. */
  | { readonly kind: "said"; readonly message: string }
  /** Text for a field, if there is one. */
  | { readonly kind: "text" }
  /** An earlier text returns to the field. */
  | { readonly kind: "recalled"; readonly text: string; readonly recall: Recall }
  | {
      readonly kind: "act";
      readonly action: Action;
      readonly count: number;
      /** The field whose text is used by the action, and remembered. */
      readonly uses?: TypedField;
      /** Whether the action is bound to two keys, of which this is the second. */
      readonly isSequence?: true;
    };

/** What `key` does in this state. */
export function pressOf(state: State, key: string): Press {
  const module = moduleOf(state.screen);
  const context = module.context(state.screen);
  if (module.isTyping?.(state.screen) === true)
    return inField(state, context, key, module.field?.(state, state.screen));
  return onScreen(state, context, key);
}

function inField(state: State, context: Context, key: string, field: TypedField | undefined): Press {
  const action = singleAction(state, context, key);
  const past = field && recalled(state, field, action);
  if (past) return { kind: "recalled", ...past };
  if (action === undefined) return { kind: "text" };
  const isUsed = action === "accept" || action === "open";
  return { kind: "act", action, count: 1, ...(field && isUsed && { uses: field }) };
}

function onScreen(state: State, context: Context, key: string): Press {
  const { keymap, count, lastKey } = state;
  const message = swallowed(state, context, key);
  if (message !== undefined) return { kind: "said", message };
  const sequence = actionOf(keymap, context, `${lastKey} ${key}`);
  const isDigit = /^[1-9]$/.test(key) || (key === "0" && count !== "");
  if (!sequence && isDigit) return { kind: "digit", count: (count + key).slice(-4) };
  const action = sequence ?? singleAction(state, context, key);
  if (action === undefined)
    return beginsSequence(keymap, context, key) ? { kind: "first" } : { kind: "text" };
  // In vi, `gg` does what `g` does here: the second press has no effect, so that `30gg` stays at line 30.
  if (action === "top" && key === lastKey) return { kind: "said", message: "" };
  if (action === "percent" && count === "")
    return { kind: "said", message: `50${keyName(key)} goes to the middle: type the number first` };
  const isLine = count !== "" && (action === "top" || action === "bottom");
  return {
    kind: "act",
    action: isLine ? "line" : action,
    count: Math.max(1, Number(count)),
    ...(sequence && { isSequence: true }),
  };
}

/** The action of a key alone. A line feed is Enter, unless the screen binds `ctrl+j`. */
function singleAction({ keymap }: State, context: Context, key: string): Action | undefined {
  return (
    actionOf(keymap, context, key) ?? (key === "ctrl+j" ? actionOf(keymap, context, "enter") : undefined)
  );
}
