/**
 * The last step of every line of the plain reader.
 */
import { closed, visibleLines } from "../../text/visible.ts";
import { width } from "../../text/width.ts";

/**
 * Lines as they are sent to a terminal of so many columns. They are made harmless here whatever they contain: notes and
 * bookmarks, which may have been imported, reach the user by ways of their own.
 */
export function printed(lines: readonly string[], columns: number): string {
  return lines.map((line) => `${wrapped(closed(visibleLines(line)), columns)}\n`).join("");
}

/** Broken at blanks only: what is broken at a hyphen would be heard as two words. */
function wrapped(text: string, columns: number): string {
  let used = 0;
  return text
    .split(" ")
    .map((word, index) => {
      const own = width(word);
      const fits = index === 0 || used + 1 + own <= columns;
      used = fits ? used + own + (index === 0 ? 0 : 1) : own;
      return index === 0 ? word : `${fits ? " " : "\n"}${word}`;
    })
    .join("");
}
