/**
 * A state's rows as the terminal's owner draws them.
 */
import { type AnsiOptions, paintAnsi, seenSpans } from "../formats/ansi.ts";
import { visualRow } from "../layout/bidi.ts";
import { spansWidth } from "../layout/cut.ts";
import type { Row } from "../layout/line.ts";
import type { FrameRow } from "../terminal/frame.ts";
import type { State } from "./state.ts";

export function frameRows(state: State, rows: readonly Row[], looks: Omit<AnsiOptions, "theme">): FrameRow[] {
  const options: AnsiOptions = { ...looks, theme: state.themes[0]?.theme ?? {} };
  // What is not painted does not count: the writer erases what follows a row.
  return rows.map((written) => {
    const row = state.reorders ? visualRow(written) : written;
    const spans = seenSpans(row.spans, options);
    return { text: paintAnsi({ spans }, options), width: spansWidth(spans) };
  });
}
