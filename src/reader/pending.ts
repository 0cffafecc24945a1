/**
 * Keys that wait for another key: the digits of a count, and the first of two keys, as in `3zt`. Escape only
 * cancels them. A key that does not continue the first one is discarded together with it, as in vi.
 */
import { type Action, actionOf, beginsSequence, type Context, type Keymap, keyName } from "./keymap.ts";
import type { State } from "./state.ts";

type Waiting = Pick<State, "keymap" | "count" | "lastKey">;

/** Whether a key has no action alone, but is the first of two keys that are bound together. */
function isFirstOfTwo(keymap: Keymap, context: Context, key: string): boolean {
  return actionOf(keymap, context, key) === undefined && beginsSequence(keymap, context, key);
}

/** The waiting keys as typed; empty if there are none. */
export function pendingKeys({ keymap, count, lastKey }: Waiting, context: Context): string {
  return count + (isFirstOfTwo(keymap, context, lastKey) ? keyName(lastKey) : "");
}

/** The actions that are performed at once, even while keys wait. */
const AT_ONCE: ReadonlySet<Action | undefined> = new Set(["interrupt", "suspend", "redraw"]);

/**
 * The message for a key that is discarded together with the waiting keys; undefined if it continues
 * them, or if no keys wait.
 */
export function swallowed(waiting: Waiting, context: Context, key: string): string | undefined {
  if (pendingKeys(waiting, context) === "") return undefined;
  if (key === "esc") return "";
  const { keymap, lastKey } = waiting;
  const isOther =
    isFirstOfTwo(keymap, context, lastKey) &&
    actionOf(keymap, context, `${lastKey} ${key}`) === undefined &&
    !AT_ONCE.has(actionOf(keymap, context, key));
  return isOther ? `${keyName(`${lastKey} ${key}`)}: no action has these keys` : undefined;
}
