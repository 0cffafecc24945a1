/**
 * Peeking at the target of a link or a mark.
 */
import { type Spot, spotOf } from "../../../page/spots.ts";
import { only, type Updated } from "../../messages.ts";
import type { PageScreen, State } from "../../state.ts";
import { lookedAt } from "../peek/peeking.ts";
import { withBox } from "./box.ts";
import { isInView } from "./page.ts";

/** Peeks at the link or mark that has the focus. */
export function peekAtFocus(state: State, screen: PageScreen): Updated {
  const spot = spotOf(screen.page.spots, screen.page.focus);
  if (!spot || !isInView(screen.page, spot.line, state))
    return only({ ...state, message: "Tab goes to a link, a note or a mark, i peeks at it" });
  return peekAt(state, screen, spot);
}

/** Peeks at a spot of the page, or of the box over it. */
export function peekAt(state: State, screen: PageScreen, { target }: Spot): Updated {
  if (target.kind === "citation" || target.kind === "note")
    return only({ ...state, screen: withBox(screen, { kind: "note", number: target.number }, state) });
  if (target.kind === "formula") return only({ ...state, screen: withBox(screen, target, state) });
  const { page } = screen;
  return lookedAt(state, page.open, target.link, page.ends.get(target.link));
}
