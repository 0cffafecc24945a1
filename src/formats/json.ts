/**
 * JSON for terminals and pipes: it contains nothing that a terminal would obey.
 */

const UNSAFE = /[\u007f-\u009f\u2028\u2029]/g;

/** JSON, indented by two blanks, with every control character escaped, also DEL and C1. */
export function toJson(value: unknown): string {
  return `${safeJson(value, 2)}\n`;
}

/** A line of JSON for each value (jsonlines.org). */
export function toJsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${safeJson(value, 0)}\n`).join("");
}

/** The text around items that come one by one. */
export interface Framing {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  /** Instead, if there are no items. */
  readonly empty: string;
}

/** What is around the items (`jsonItem`) of a list, so that the whole is `toJson({ ...head, [name]: items })`. */
export function jsonFraming(head: Readonly<Record<string, number | string>>, name: string): Framing {
  const [before = "", after = ""] = toJson({ ...head, [name]: [null] }).split("null");
  return { before, between: `,${BREAK}`, after, empty: toJson({ ...head, [name]: [] }) };
}

/** The items of a list in an object are indented by two steps. */
const BREAK = "\n    ";

export function jsonItem(value: unknown): string {
  return safeJson(value, 2).replaceAll("\n", BREAK);
}

function safeJson(value: unknown, indent: number): string {
  const json = JSON.stringify(value, undefined, indent);
  return json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
