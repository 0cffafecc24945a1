/**
 * A peek: a box with the target of a link, over a screen that stays as it is.
 */
import { titleLabel } from "../../../essay/title-label.ts";
import { decorated } from "../../../layout/decoration.ts";
import type { Row } from "../../../layout/line.ts";
import { focusDecorations } from "../../../page/spots.ts";
import { isolated } from "../../../layout/direction.ts";
import { minutes } from "../../../text/words.ts";
import type { Bottom } from "../../bottom.ts";
import { focusedSpot, movedInBox } from "../../boxed.ts";
import { FRAME, frameColumns, type Framed, layFramed } from "../../framed.ts";
import { pageHeight } from "../../geometry.ts";
import { columnOverBelow } from "../../over-text.ts";
import { hint } from "../../keymap.ts";
import { only, type Updated } from "../../messages.ts";
import { popped } from "../../stack.ts";
import type { Landing, Peek, PeekScreen, State } from "../../state.ts";
import { going } from "../page/going.ts";
import type { ScreenModule } from "../screen.ts";
import { lookedAt, noteLookedAt, peekHeight, relaidPeeks } from "./peeking.ts";

export const peekScreen: ScreenModule<PeekScreen> = {
  context: () => "peek",
  isOver: true,
  title: (_, { peeks }) => titleLabel(peeks.at(-1)!.open.essay),
  update(state, screen, action, count) {
    const peek = topPeek(screen);
    switch (action) {
      case "back":
        return only(closed(state, screen));
      case "follow":
        return opened(state, peek);
      case "peek":
        return deeper(state, peek);
      default: {
        const moved = movedInBox(peek, action, count, peekHeight(peek, state));
        return only(
          moved ? { ...state, screen: { ...screen, peeks: [...screen.peeks.slice(0, -1), moved] } } : state,
        );
      }
    }
  },
  click: (state, screen) => only(closed(state, screen)),
  relaid: relaidPeeks,
  bottom: peekBottom,
  view: peekView,
};

/** The peek on top. */
function topPeek(screen: PeekScreen): Peek {
  return screen.peeks.at(-1)!;
}

function closed(state: State, screen: PeekScreen): State {
  const left = screen.peeks.slice(0, -1);
  return left.length > 0 ? { ...state, screen: { ...screen, peeks: left } } : popped(state);
}

function deeper(state: State, peek: Peek): Updated {
  const target = focusedSpot(peek)?.target;
  if (target?.kind === "link") return lookedAt(state, peek.open, target.link);
  if (target?.kind === "citation") return only(noteLookedAt(state, peek, target.number));
  const message =
    peek.spots.length === 0 ? "no links here to peek at" : "Tab goes to a link in the box, i peeks at it";
  return only({ ...state, message });
}

/** Opens the target of the focused link; without a focus, the essay in the box. */
function opened(state: State, peek: Peek): Updated {
  const { essay } = peek.open;
  const target = focusedSpot(peek)?.target;
  if (target?.kind === "citation") return deeper(state, peek);
  if (target?.kind === "link") {
    const to = state.library.targets.resolve(target.link.href, essay.path);
    if (to.kind === "essay") return going(popped(state), to.essay, landingAt(to.heading));
    if (to.kind === "here") return going(popped(state), essay, landingAt(to.heading));
    return lookedAt(state, peek.open, target.link);
  }
  const block = peek.shows.kind === "text" ? peek.shows.block : 0;
  return going(popped(state), essay, { kind: "block", block: block === 0 ? -1 : block });
}

function landingAt(heading: string | undefined): Landing {
  return heading === undefined || heading === ""
    ? { kind: "block", block: -1 }
    : { kind: "heading", heading };
}

function peekView(state: State, screen: PeekScreen, under: () => Row[]): Row[] {
  const { size } = state;
  const rows = under().slice(0, size.rows - 1);
  const peek = topPeek(screen);
  const inner = { columns: frameColumns(size), rows: peekHeight(peek, state) };
  const seen = peek.lines.slice(peek.top, peek.top + inner.rows);
  const focus = focusDecorations(focusedSpot(peek), seen, peek.top);
  const at = {
    row: Math.max(0, pageHeight(size) - inner.rows - FRAME.rows),
    column: columnOverBelow(state, inner.columns),
  };
  const foot = peek.top + inner.rows < peek.lines.length ? "more below" : "";
  layFramed(
    rows,
    { ...titleOf(peek), rows: seen.map((line) => decorated(line, focus)), foot, inner },
    at,
    size,
  );
  return rows;
}

function peekBottom({ keymap }: State, screen: PeekScreen): Bottom {
  const { peeks } = screen;
  const hints = [
    ...hint(keymap, "peek", "follow", "open"),
    ...(topPeek(screen).spots.length > 0
      ? [...hint(keymap, "peek", "nextLink", "links"), ...hint(keymap, "peek", "peek", "peek")]
      : []),
  ];
  const place = peeks.length > 1 ? [`${peeks.length} deep`] : [];
  return { kind: "status", hints, leave: ["back", "close"], place };
}

function titleOf({ open: { essay }, shows }: Peek): Pick<Framed, "title" | "about"> {
  const title = titleLabel(essay);
  return shows.kind === "note"
    ? { title: `note ${shows.number} of ${isolated(title)}` }
    : { title, about: `${minutes(essay.words)} min` };
}
