/**
 * Numbers in the values that users type and front matter holds.
 */

/** The finite number that a text is; undefined if it is none. */
export function numberIn(text: string): number | undefined {
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) ? number : undefined;
}
