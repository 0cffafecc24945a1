/**
 * The two ends of every update: a state alone, or a state and what is to be done in the world.
 */
import type { Effect, Updated } from "./messages.ts";
import type { State } from "./state.ts";

export function only(state: State): Updated {
  return { state, effects: [] };
}

export function ask(state: State, ...effects: Effect[]): Updated {
  return { state, effects };
}
