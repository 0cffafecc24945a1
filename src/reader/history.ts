/**
 * What was typed in the fields, to be had again: `↑` at the top of a field's list, or wherever there is no list, goes back to
 * what was typed before.
 */
import type { Action } from "./keymap.ts";
import type { Effect } from "./messages.ts";
import type { State } from "./state.ts";
import type { Recall, TypedField } from "./typed-field.ts";

/** Texts that are kept of a field while ibid runs; the memory keeps a hundred, too. */
const MOST = 100;

/** The text that an action recalls, and where that is; undefined if the action means something else. */
export function recalled(
  { history, recall }: State,
  field: TypedField,
  action: Action | undefined,
): { text: string; recall: Recall } | undefined {
  const texts = history[field.name] ?? [];
  const at = recall?.at ?? texts.length;
  if (action === "newer") {
    const next = Math.min(texts.length, at + 1);
    return { text: texts[next] ?? "", recall: { at: next } };
  }
  const isOlder = action === "older" || (action === "up" && field.isAtTop);
  if (!isOlder) return undefined;
  // What is in the field already would be no step.
  const next = texts.findLastIndex((text, index) => index < at && text !== field.text);
  return next < 0 ? { text: field.text, recall: { at } } : { text: texts[next]!, recall: { at: next } };
}

/** The state in which a text is the latest of its field, and what keeps it. */
export function remembered(state: State, { name, text }: TypedField): { state: State; effects: Effect[] } {
  if (text.trim() === "") return { state, effects: [] };
  const before = state.history[name] ?? [];
  const texts = [...before.filter((one) => one !== text), text].slice(-MOST);
  return {
    state: { ...state, history: { ...state.history, [name]: texts } },
    effects: [{ kind: "typed", field: name, text }],
  };
}
