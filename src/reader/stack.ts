/**
 * The stack of screens: the one that is seen, and those under it.
 */
import type { Screen, State } from "./state.ts";

/** Screens that can lie under the one that is seen. Beyond it the oldest goes, but not the shelf at the bottom. */
const DEEPEST = 16;

/** The state with a screen over the one that is seen. */
export function pushed(state: State, screen: Screen): State {
  const [shelf, ...others] = [...state.below, state.screen];
  return { ...state, screen, below: [shelf, ...others.slice(-(DEEPEST - 1))] };
}

/** The state with the screen under the one that is seen; `update` makes it fit what has changed meanwhile. */
export function popped(state: State): State {
  const under = state.below.at(-1);
  return under ? { ...state, screen: under, below: state.below.slice(0, -1) } : state;
}

/** The state with the shelf alone. */
export function onShelfAlone(state: State, isTyping = false): State {
  return { ...state, screen: { kind: "shelf", isTyping }, below: [] };
}
