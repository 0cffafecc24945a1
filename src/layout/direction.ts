/**
 * The direction of a paragraph: that of its first strong character (UAX #9, P2 and P3), or from right to left where most of its
 * letters run that way: many a Persian paragraph begins with a name in Latin letters.
 */
import type { Block } from "../document/document.ts";
import { plainText } from "../document/document.ts";
import { blocksIn, inlineRuns } from "../document/walk.ts";
import { width } from "../text/width.ts";
import { type Span, span } from "./line.ts";

const STRONG = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const LETTERS = /\p{L}/gu;

export function isRightToLeft(spans: readonly Span[]): boolean {
  if (!spans.some(({ text }) => RIGHT_TO_LEFT.test(text))) return false;
  const text = spans.map((own) => own.text).join("");
  const first = STRONG.exec(text);
  if (first && RIGHT_TO_LEFT.test(first[0])) return true;
  const letters = text.match(LETTERS) ?? [];
  return letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length > letters.length / 2;
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
