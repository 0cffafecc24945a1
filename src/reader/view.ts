/**
 * The whole screen as rows: exactly its number of rows, none wider than its columns.
 */
import { type Row, span } from "../layout/line.ts";
import { wholeScreen } from "./bars.ts";
import { bottomRows } from "./bottom.ts";
import { isTooSmall, LEAST } from "./geometry.ts";
import { moduleOf } from "./screens/modules.ts";
import { popped } from "./stack.ts";
import type { State } from "./state.ts";

export function view(state: State): Row[] {
  const { screen, size } = state;
  if (isTooSmall(size)) return wholeScreen(tooSmall(), [], size);
  const module = moduleOf(screen);
  const bottom = bottomRows(state, module.context(screen), module.bottom(state, screen));
  return wholeScreen(rowsAbove(state), bottom, size);
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
