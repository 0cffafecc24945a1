/**
 * The last row of an open essay: the keys of its mode, the field of a search, or the place in the essay.
 */
import { titleLabel } from "../../../essay/title-label.ts";
import { minutes } from "../../../text/words.ts";
import type { Bottom } from "../../bottom.ts";
import { hint } from "../../keymap.ts";
import { seenRows } from "../../spread.ts";
import type { Box, Page, PageScreen, State } from "../../state.ts";
import { aloudHints, aloudPlace as place } from "./aloud-view.ts";
import { besideBox, topBox } from "./box.ts";
import { noteHints } from "./note-view.ts";
import { percent } from "./page.ts";
import { selected } from "./select.ts";
import { wordHints } from "./words-view.ts";

/** The field of a search, the selection, or the place in the essay. */
export function pageBottom(state: State, { page, mode }: PageScreen): Bottom {
  const { keymap } = state;
  switch (mode.kind) {
    case "read":
      return readBottom(state, page);
    case "note":
      return { kind: "status", hints: noteHints(state), leave: ["clear", "back"], place: [] };
    case "words":
      return { kind: "status", hints: wordHints(state, page, mode), leave: ["back", "back"], place: [] };
    case "select": {
      const [first, last] = selected(mode);
      const hints = [`${last - first + 1} selected`, ...hint(keymap, "select", "copy", "copy")];
      return { kind: "status", hints, leave: ["back", "back"], place: [] };
    }
    case "find": {
      const isSought = mode.text === (page.find?.text ?? "");
      const found = mode.text.trim() === "" ? [] : [isSought ? count(page) : "…"];
      const hints = [...hint(keymap, "find", "accept", "keep"), ...hint(keymap, "find", "nextMatch", "next")];
      return { kind: "field", sign: "/", text: mode.text, hints, leave: ["clear", "back"], place: found };
    }
    case "aloud":
      return { kind: "status", hints: aloudHints(state, mode), leave: ["back", "end"], place: [place(mode)] };
    case "box":
      return { kind: "status", hints: boxHints(state, topBox(mode)), leave: ["back", "close"], place: [] };
  }
}

function boxHints({ keymap }: State, box: Box): string[] {
  const { holds, focus, spots } = box;
  const { isLeft, isRight } = besideBox(box);
  return [
    ...(holds.kind === "address" ? hint(keymap, "box", "follow", "open in the browser") : []),
    ...(focus === undefined ? [] : hint(keymap, "box", "follow", "follow")),
    ...(spots.length > 1 ? hint(keymap, "box", "nextLink", "links") : []),
    ...(isLeft || isRight ? hint(keymap, "box", "toRight", "right") : []),
    ...(isLeft || isRight ? hint(keymap, "box", "toLeft", "left") : []),
    ...hint(keymap, "box", "copy", "copy"),
  ];
}

function count({ matches, here }: Page): string {
  return matches.length === 0 ? "not in this essay" : `${here + 1} of ${matches.length}`;
}

/** The title, and the progress. */
function readBottom(state: State, page: Page): Bottom {
  const done = percent(page, seenRows(state));
  const title = titleLabel(page.essay);
  const leave = ["back", state.library.alone ? "quit" : "back"] as const;
  return { kind: "status", title, hints: [], leave, place: [minutesLeft(page, done), `${done} %`] };
}

function minutesLeft(page: Page, done: number): string {
  if (done === 100) return "the end";
  return `${minutes((page.essay.words * (100 - done)) / 100)} min left`;
}
