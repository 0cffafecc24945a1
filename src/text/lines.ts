/**
 * The lines of a text. A line ends before its line feed, or at the end of the text. Offsets are in UTF-16 code units.
 */

/** The offset at which the line with the offset `at` ends. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** The text from `start` to the end of its line. */
export function lineAt(text: string, start: number): string {
  return text.slice(start, endOfLine(text, start));
}

/** The offset of the line below the one with the offset `at`; the length of the text if there is none. */
export function afterLine(text: string, at: number): number {
  return Math.min(text.length, endOfLine(text, at) + 1);
}

/** The number of line feeds in a text, or in a part of it. */
export function lineFeeds(text: string, from = 0, to: number = text.length): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
