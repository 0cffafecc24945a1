/**
 * The first frame: the rows of a screen that shows the shelf, as `view` makes them, without loading the other screens.
 */
import type { Row } from "../layout/line.ts";
import { wholeScreen } from "./bars.ts";
import { bottomRows } from "./bottom.ts";
import { isTooSmall } from "./geometry.ts";
import { shelfBottom, shelfView } from "./screens/shelf/view.ts";
import type { State } from "./state.ts";

/** The rows of a first state; undefined if a screen without the shelf must be made for it. */
export function firstFrame(state: State): Row[] | undefined {
  const { screen, size } = state;
  if (screen.kind !== "shelf" || isTooSmall(size)) return undefined;
  return wholeScreen(shelfView(state), bottomRows(state, "shelf", shelfBottom(state, screen)), size);
}
