/**
 * Goes to an essay from any screen: jumps within the open essay, or opens another one. From an
 * essay, the user can go back.
 */
import type { Essay } from "../../../essay/essay.ts";
import { isSame } from "../../arrange.ts";
import { ask, only, type Updated } from "../../messages.ts";
import type { Landing, Page, State } from "../../state.ts";
import { jumpedTo, withStop } from "./follow.ts";
import { landed } from "./landing.ts";
import { relaidPageScreen } from "./opened.ts";

/** Goes to an essay; without a landing, to the place where the user stopped. */
export function going(state: State, essay: Essay, landing?: Landing): Updated {
  const { screen } = state;
  const effect = { kind: "open", essay, ...(landing && { landing }) } as const;
  if (screen.kind !== "page") return ask(state, effect);
  const under = relaidPageScreen(state, screen, state);
  if (isSame(under.page.essay, essay)) {
    if (!landing) return only(state);
    const { page, message } = landed(under.page, landing, state);
    return only(
      landing.kind === "mark"
        ? pointedTo(jumpedTo(state, under, page.top), page, message)
        : jumpedTo(state, under, page.top),
    );
  }
  return ask({ ...state, screen: { ...under, mode: { kind: "read" }, trail: withStop(under) } }, effect);
}

/** The state with the mark that the user went to, until the next move. */
function pointedTo(state: State, { pointed }: Pick<Page, "pointed">, message: string): State {
  const { screen } = state;
  if (screen.kind !== "page") return state;
  return { ...state, message, screen: { ...screen, page: { ...screen.page, pointed } } };
}
