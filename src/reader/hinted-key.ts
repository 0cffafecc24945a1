/**
 * A click on a hint in the last row presses the key of the hint.
 */
import { width } from "../text/width.ts";
import { type Bottom, bottomRows, lastHints } from "./bottom.ts";
import { type Context, keyName, type Keymap } from "./keymap.ts";
import type { State } from "./state.ts";

/** The key whose hint is at `column` of the last row; undefined if there is none. */
export function hintedKey(state: State, context: Context, own: Bottom, column: number): string | undefined {
  // A message replaces the hints.
  if (own.kind === "status" && state.message !== "") return undefined;
  const row = bottomRows(state, context, own).at(-1);
  const text = row?.spans.map((span) => span.text).join("") ?? "";
  const hints = [...own.hints, ...lastHints(state.keymap, context, own)];
  const hint = hints.find((one) => {
    // The title or the typed text is before the hints, and may contain the same words.
    const at = text.lastIndexOf(one);
    const start = width(text.slice(0, at));
    return at >= 0 && column >= start && column < start + width(one);
  });
  return hint === undefined ? undefined : keyOf(hint, state.keymap, context);
}

/** The key at the beginning of a hint. */
function keyOf(hint: string, keymap: Keymap, context: Context): string | undefined {
  const keys = keymap[context].flatMap((binding) => binding.keys);
  return keys.find((key) => hint.startsWith(`${keyName(key)} `));
}
