/**
 * Makes the frame that the terminal's owner draws from the rows of a state.
 */
import { type AnsiOptions, paintAnsi, seenSpans } from "../formats/ansi.ts";
import { visualRow } from "../layout/bidi.ts";
import { spansWidth } from "../layout/cut.ts";
import type { Row } from "../layout/line.ts";
import type { FrameRow } from "../terminal/frame.ts";
import type { State } from "./state.ts";

export function frameRows(state: State, rows: readonly Row[], looks: Omit<AnsiOptions, "theme">): FrameRow[] {
  const options: AnsiOptions = { ...looks, theme: state.themes[0]?.theme ?? {} };
  // Blanks at the end do not count, because the writer erases the rest of a row.
  return rows.map((written) => {
    const row = state.reorders ? visualRow(written) : written;
    const spans = seenSpans(row.spans, options);
    return { text: paintAnsi({ spans }, options), width: spansWidth(spans) };
  });
}
