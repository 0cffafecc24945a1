/**
 * What writes essays one by one, whatever their format.
 */
import type { Framing } from "../formats/json.ts";
import type { Shown } from "./shown.ts";

/** Takes essays one by one. The parts that it returns, in this order, are the output. */
export interface Writer {
  /** Rejects if an essay can't be written; it is then left out. */
  readonly add: (shown: Shown) => Promise<string>;
  /** The last part; all of the output if there is no essay, or in a format that binds them. */
  readonly end: () => string | Uint8Array;
}

export const BLANK_LINE_BETWEEN: Framing = { before: "", between: "\n", after: "", empty: "" };

/** A writer of essays that do not depend on each other. `one` returns the text of an essay; the framing is before, between and after them. */
export function writer(
  one: (shown: Shown) => string | Promise<string>,
  { before, between, after, empty } = BLANK_LINE_BETWEEN,
): Writer {
  let count = 0;
  return {
    async add(shown) {
      const text = await one(shown);
      return (count++ === 0 ? before : between) + text;
    },
    end: () => (count === 0 ? empty : after),
  };
}
