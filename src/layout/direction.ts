/**
 * The direction of a paragraph: that of its first strong character (UAX #9, P2 and P3).
 */
import type { Span } from "./line.ts";

const STRONG = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export function isRightToLeft(spans: readonly Span[]): boolean {
  for (const { text } of spans) {
    const strong = STRONG.exec(text);
    if (strong) return RIGHT_TO_LEFT.test(strong[0]);
  }
  return false;
}
