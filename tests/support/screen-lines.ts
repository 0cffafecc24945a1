/**
 * What is on a terminal's screen.
 */
import type xterm from "@xterm/headless";

/** Its rows as text, blanks at their ends left out. */
export function screenLines(terminal: xterm.Terminal): string[] {
  const buffer = terminal.buffer.active;
  return Array.from(
    { length: terminal.rows },
    (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? "",
  );
}
