/**
 * The direction of a paragraph: that of its first strong character (UAX #9, P2 and P3).
 */
import type { Block } from "../document/document.ts";
import { plainText } from "../document/document.ts";
import { blocksIn, inlineRuns } from "../document/walk.ts";
import { width } from "../text/width.ts";
import { type Span, span } from "./line.ts";

const STRONG = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export function isRightToLeft(spans: readonly Span[]): boolean {
  for (const { text } of spans) {
    const strong = STRONG.exec(text);
    if (strong) return RIGHT_TO_LEFT.test(strong[0]);
  }
  return false;
}

/** The direction of the first text in blocks; code has none of its own. */
export function isRightToLeftFlow(blocks: readonly Block[]): boolean {
  for (const block of blocksIn(blocks)) {
    // A table's cells have each a direction of their own.
    const [run] = block.type === "table" ? [] : inlineRuns(block);
    if (run) return isRightToLeft([span(plainText(run))]);
  }
  return false;
}

/** Spans moved to the right edge of so many columns. */
export function alignRight(spans: readonly Span[], columns: number): Span[] {
  const free = columns - spans.reduce((sum, one) => sum + width(one.text), 0);
  return free > 0 && Number.isFinite(columns) ? [span(" ".repeat(free)), ...spans] : [...spans];
}
