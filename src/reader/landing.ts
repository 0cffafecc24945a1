/**
 * Where in an essay one lands.
 */
import { findHeading } from "../document/anchor.ts";
import { findBlock, firstWords, type TextPlace } from "../document/text-place.ts";
import { label } from "../text/visible.ts";
import { findQuery } from "./find.ts";
import { atStop } from "./follow.ts";
import { foundWords, landOn } from "./on-find.ts";
import { lastTop, lineOfBlock, movedTo } from "./page.ts";
import { lineOf } from "../page/place.ts";
import { clamp } from "./scroll.ts";
import type { Landing, Page, State } from "./state.ts";

/** The page where the landing is, and what there is to say of it. */
export function landed(page: Page, landing: Landing, state: State): { page: Page; message: string } {
  switch (landing.kind) {
    case "match": {
      const found = landOn(page, findQuery(landing.query), landing, state);
      return { page: found, message: foundWords(found) };
    }
    case "heading": {
      const heading = findHeading(page.document, landing.heading);
      const message = heading ? "" : `no heading #${label(landing.heading)} here; this is the beginning`;
      return { page: heading ? atLine(page, lineOfBlock(page.lines, heading.block), state) : page, message };
    }
    case "text":
      return { page: atLine(page, lineOfText(page, landing.place), state), message: "" };
    case "stop":
      return { page: atStop(page, landing.stop, state), message: "" };
    case "block": {
      const line = landing.block < 0 ? 0 : lineOfBlock(page.lines, landing.block);
      return { page: atLine(page, line, state), message: "" };
    }
  }
}

function atLine(page: Page, line: number, state: State): Page {
  return movedTo(page, clamp(line, 0, lastTop(page.lines, state)));
}

/** The place at the top of the screen, by its words. */
export function textPlaceOf({ document, place }: Pick<Page, "document" | "place">): TextPlace {
  const { block, note, offset } = place;
  return { block, words: firstWords(document, block), note, offset };
}

/** The line on which a place that is remembered by its words now is. */
export function lineOfText({ document, lines }: Pick<Page, "document" | "lines">, place: TextPlace): number {
  const block = findBlock(document, place);
  const { note, offset } = place;
  return lineOf(lines, { block, note, offset, blank: false });
}
