/**
 * The place in an essay that a landing leads to.
 */
import { findAnchor } from "../../../document/anchor.ts";
import { caretOf } from "../../../page/caret.ts";
import { lineOfBlock, lineOfText } from "../../../page/laid-essay.ts";
import { label } from "../../../text/visible.ts";
import { findQuery } from "../../query-find.ts";
import type { Landing, Page, State } from "../../state.ts";
import { foundWords, landOn } from "./find.ts";
import { atStop } from "./follow.ts";
import { passageOf } from "./marking.ts";
import { atLine } from "./page.ts";

/** The page at the landing, and a message. */
export function landed(page: Page, landing: Landing, state: State): { page: Page; message: string } {
  switch (landing.kind) {
    case "match": {
      const found = landOn(page, findQuery(landing.query), landing, state);
      const { mark } = landing;
      if (mark !== undefined && !found.matches.some((match) => match.mark === mark))
        return onMark(found, mark, state);
      // The address of a link is not marked on the page.
      const isUnmarked = found.here < 0 && landing.block >= 0;
      return { page: found, message: isUnmarked ? "" : foundWords(found) };
    }
    case "heading": {
      const block = findAnchor(page.document, landing.heading);
      const message =
        block !== undefined ? "" : `no heading #${label(landing.heading)} here; this is the beginning`;
      return {
        page: block === undefined ? page : atLine(page, lineOfBlock(page.lines, block), state),
        message,
      };
    }
    case "text":
      return { page: atLine(page, lineOfText(page.document, page.lines, landing.place), state), message: "" };
    case "stop":
      return { page: atStop(page, landing.stop, state), message: "" };
    case "mark":
      return onMark(page, landing.id, state);
    case "block": {
      const line = landing.block < 0 ? 0 : lineOfBlock(page.lines, landing.block);
      return { page: atLine(page, line, state), message: "" };
    }
  }
}

/** The page at a mark of the user; for an orphan, at its old place with its words as the message. */
function onMark(page: Page, id: string, state: State): { page: Page; message: string } {
  const mark = page.marks.find((one) => one.id === id);
  if (!mark) return { page, message: "that mark is gone" };
  const stretch = passageOf(page, id);
  const caret = stretch && caretOf(page.open.document, page.lines.slice(0, page.own), stretch[0]);
  const place = page.placed.find((one) => one.mark.id === id);
  const words = `“${label(mark.anchor.words)}”`;
  if (caret) {
    const message = place?.placed?.isExact === false ? `edited since you marked it; it was ${words}` : "";
    return { page: { ...atLine(page, caret.line, state), pointed: id, latest: undefined }, message };
  }
  const block = Math.min(mark.anchor.start.block, page.document.blocks.length - 1);
  return {
    page: atLine(page, block < 0 ? 0 : lineOfBlock(page.lines, block), state),
    message:
      place?.lost === "uncertain"
        ? `these words are here, but which were marked is uncertain: ${words}`
        : `not found any more: ${words}`,
  };
}
