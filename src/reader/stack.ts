/**
 * The stack of screens: the visible one, and those under it.
 */
import type { Screen, State } from "./state.ts";

/** The most screens under the visible one. Beyond this, the oldest one is dropped, except the shelf at the bottom. */
const DEEPEST = 16;

/** The state with a screen over the visible one. */
export function pushed(state: State, screen: Screen): State {
  const [shelf, ...others] = [...state.below, state.screen];
  return { ...state, screen, below: [shelf, ...others.slice(-(DEEPEST - 1))] };
}

/** The state with the screen under the visible one; `update` adapts it to later changes. */
export function popped(state: State): State {
  const under = state.below.at(-1);
  return under ? { ...state, screen: under, below: state.below.slice(0, -1) } : state;
}

/** The state with only the shelf. */
export function onShelfAlone(state: State, isTyping = false): State {
  const from = isTyping ? { from: state.shelf.cursor } : {};
  return { ...state, screen: { kind: "shelf", isTyping, ...from }, below: [] };
}
