/**
 * The whole screen as rows: exactly its number of rows, none wider than its columns.
 */
import { cutLine } from "../layout/cut.ts";
import { type Row, span } from "../layout/line.ts";
import { filled } from "./bars.ts";
import { bottomRows } from "./bottom.ts";
import { isTooSmall, LEAST } from "./geometry.ts";
import { moduleOf } from "./screens/modules.ts";
import { popped } from "./stack.ts";
import type { State } from "./state.ts";

export function view(state: State): Row[] {
  const { columns, rows } = state.size;
  const lines = isTooSmall(state.size) ? tooSmall() : seen(state);
  return Array.from({ length: rows }, (_, row) => cutLine(lines[row] ?? { spans: [] }, columns));
}

function seen(state: State): Row[] {
  const { screen, size } = state;
  const module = moduleOf(screen);
  const bottom = bottomRows(state, module.context(screen), module.bottom(state, screen));
  return [...filled(rowsAbove(state), size.rows - bottom.length), ...bottom];
}

/** The rows above the bottom, including those of a screen that is visible below. */
function rowsAbove(state: State): Row[] {
  return moduleOf(state.screen).view(state, state.screen, () =>
    rowsAbove(popped({ ...state, message: "", progress: undefined })),
  );
}

function tooSmall(): Row[] {
  return [`ibid needs`, `${LEAST.columns}×${LEAST.rows}`].map((text) => ({ spans: [span(text)] }));
}
