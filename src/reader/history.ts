/**
 * The history of the fields: `↑` in a field without a list, or at the top of its list, recalls the texts typed before.
 */
import type { Action } from "./keymap.ts";
import type { Effect } from "./messages.ts";
import type { State } from "./state.ts";
import type { FieldName, Recall, TypedField } from "./typed-field.ts";

/** The most texts of a field; the memory keeps the same number. */
const MOST = 100;

/** The text that an action recalls, and its place in the history; undefined if the action recalls nothing. */
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
  // A text equal to the one in the field would not be a step.
  const next = texts.findLastIndex((text, index) => index < at && text !== field.text);
  return next < 0 ? { text: field.text, recall: { at } } : { text: texts[next]!, recall: { at: next } };
}

/** The text that was typed last in a field; as in less, Enter in an empty field uses it. */
export function lastTyped({ history }: Pick<State, "history">, name: FieldName): string | undefined {
  return history[name]?.at(-1);
}

/** The state with a text as the latest of its field, and the effect that stores it. */
export function remembered(state: State, { name, text }: TypedField): { state: State; effects: Effect[] } {
  if (text.trim() === "") return { state, effects: [] };
  const before = state.history[name] ?? [];
  const texts = [...before.filter((one) => one !== text), text].slice(-MOST);
  return {
    state: { ...state, history: { ...state.history, [name]: texts } },
    effects: [{ kind: "typed", field: name, text }],
  };
}
