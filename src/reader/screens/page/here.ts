/**
 * The line and the block that a key acts on.
 */
import { lineOfBlock } from "../../../page/laid-essay.ts";
import { spotOf } from "../../../page/spots.ts";
import { clamp } from "../../scroll.ts";
import { seenRows, type View } from "../../spread.ts";
import type { Page } from "../../state.ts";

/** The line that a key acts on: the line with the focus, otherwise the first paragraph on the screen. */
export function lineHere(state: View, page: Page): number {
  const bottom = Math.min(page.own, page.top + seenRows(state));
  const spot = spotOf(page.spots, page.focus);
  if (spot && spot.line >= page.top && spot.line < bottom) return spot.line;
  for (let line = page.top; line < bottom; line++) {
    const { block, note } = page.lines[line]!;
    if (block >= 0 && note === undefined && lineOfBlock(page.lines, block) === line) return line;
  }
  return page.top;
}

/** The block of that line, and the note that it shows. */
export function blockHere(state: View, page: Page): { block: number; note: number | undefined } {
  const { block, note } = page.lines[lineHere(state, page)] ?? { block: 0, note: undefined };
  return { block: clamp(block, 0, Math.max(0, page.document.blocks.length - 1)), note };
}
