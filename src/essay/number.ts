/**
 * Reads numbers in values that users type or that front matter contains.
 */

/** The finite number in a text; undefined if the text is not a number. */
export function numberIn(text: string): number | undefined {
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) ? number : undefined;
}
