/**
 * Typing into the filter: each key narrows or widens it at once.
 */
import { editText } from "./edit-text.ts";
import { rearranged } from "./rearrange.ts";
import type { State } from "./state.ts";

/** The state after a key that no action is bound to. */
export function typedFilter(state: State, key: string): State {
  const { query } = state.shelf;
  const changed = editText(query, key);
  return changed === query ? state : rearranged(state, { query: changed });
}
