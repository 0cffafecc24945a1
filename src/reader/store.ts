/**
 * Stores the state, passes messages to `update`, has the effects performed, and notifies its listeners.
 */
import type { Effect, Message } from "./messages.ts";
import type { State } from "./state.ts";
import { update } from "./update.ts";

export interface Store {
  readonly get: () => State;
  readonly send: (message: Message) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export type Perform = (effect: Effect, send: Store["send"]) => void;

export function createStore(initial: State, perform: Perform): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  let isTelling = false;
  // One frame for all keys that have arrived, and for their immediate effects.
  const tell = (): void => {
    isTelling = false;
    for (const listener of listeners) listener();
  };
  const send = (message: Message): void => {
    const updated = update(state, message);
    state = updated.state;
    for (const effect of updated.effects) perform(effect, send);
    if (!isTelling) setImmediate(tell);
    isTelling = true;
  };
  return {
    get: () => state,
    send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
