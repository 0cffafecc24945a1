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

function safeJson(value: unknown, indent: number): string {
  const json = JSON.stringify(value, undefined, indent);
  return json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
