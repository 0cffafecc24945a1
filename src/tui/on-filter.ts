/**
 * Typing into the filter: each key narrows or widens it at once.
 */
import { rearranged } from "./rearrange.ts";
import type { State } from "./state.ts";

/** The state after a key that no action is bound to. */
export function typed(state: State, key: string): State {
  const { query } = state.shelf;
  const changed = edited(query, key);
  return changed === query ? state : rearranged(state, { query: changed });
}

function edited(query: string, key: string): string {
  if (key === "backspace") return Array.from(query).slice(0, -1).join("");
  if (key === "ctrl+u") return "";
  if (key === "ctrl+w") return query.replace(/\S*\s*$/, "");
  if (key === "space") return `${query} `;
  return Array.from(key).length === 1 ? query + key : query;
}
