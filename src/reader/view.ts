/**
 * The whole screen as rows: as many as it has, none wider than it has columns.
 */
import { cutLine } from "../layout/cut.ts";
import { type Row, span } from "../layout/line.ts";
import { isTooSmall, LEAST } from "./geometry.ts";
import { moduleOf } from "./screens/modules.ts";
import { popped } from "./stack.ts";
import type { State } from "./state.ts";

export function view(state: State): Row[] {
  const { columns, rows } = state.size;
  const lines = isTooSmall(state.size) ? tooSmall() : seen(state);
  return Array.from({ length: rows }, (_, row) => cutLine(lines[row] ?? { spans: [] }, columns));
}

/** The rows of the screen that is seen, and where it lies over another, of that one too. */
function seen(state: State): Row[] {
  return moduleOf(state.screen).view(state, state.screen, () =>
    seen(popped({ ...state, message: "", progress: undefined })),
  );
}

function tooSmall(): Row[] {
  return [`ibid needs`, `${LEAST.columns}×${LEAST.rows}`].map((text) => ({ spans: [span(text)] }));
}
