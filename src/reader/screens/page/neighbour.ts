/**
 * The essays before and after the open one, in the order of the shelf.
 */
import type { Essay } from "../../../essay/essay.ts";
import { isSame, withCursor } from "../../arrange.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { clamp } from "../../scroll.ts";
import type { PageScreen, State } from "../../state.ts";
import { withStop } from "./follow.ts";

/** Opens the essay `step` places further on the shelf. The cursor of the shelf follows. */
export function neighbour(state: State, screen: PageScreen, step: number): Updated {
  const { entries } = state.shelf;
  const essays = entries.flatMap((entry, index) =>
    entry.kind === "essay" ? [{ essay: entry.essay, index }] : [],
  );
  const { essay } = screen.page;
  const target = essays[clamp(besideOn(state, essays, essay, step), 0, essays.length - 1)];
  if (!target || isSame(target.essay, essay)) return only({ ...state, message: endWords(state, step) });
  const left = { ...state, screen: { ...screen, trail: withStop(screen) } };
  return ask(withCursor(left, target.index), { kind: "open", essay: target.essay });
}

/** The number of the essay `step` places further; from the cursor, if the shelf does not list the open one. */
function besideOn(
  { shelf }: State,
  essays: readonly { readonly essay: Essay; readonly index: number }[],
  essay: Essay,
  step: number,
): number {
  const here = essays.findIndex((entry) => isSame(entry.essay, essay));
  if (here >= 0) return here + step;
  // The cursor is on the essay that took its place, which is the next one.
  return essays.findIndex(({ index }) => index === shelf.cursor) + step - (step > 0 ? 1 : 0);
}

function endWords({ shelf, library }: State, step: number): string {
  const what = shelf.shown < library.essays.length ? "match" : "essay";
  const which = shelf.shown < 2 ? "only" : step > 0 ? "last" : "first";
  return `this is the ${which} ${what}`;
}
