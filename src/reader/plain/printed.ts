/**
 * The last step of every line of the plain reader.
 */
import { closed, visibleLines } from "../../text/visible.ts";
import { width } from "../../text/width.ts";

/**
 * Lines for a terminal of `columns`. Control characters are made visible here in all lines, because imported
 * notes and bookmarks do not pass through the parser.
 */
export function printed(lines: readonly string[], columns: number): string {
  return lines.map((line) => `${wrapped(closed(visibleLines(line)), columns)}\n`).join("");
}

/** Lines are broken only at blanks: a word broken at a hyphen would sound like two words. */
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
