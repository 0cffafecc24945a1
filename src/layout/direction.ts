/**
 * The direction of a paragraph: the direction of its first strong character (UAX #9, P2 and P3), or right to left if most of
 * its letters are right-to-left. Persian paragraphs often begin with a name in Latin letters.
 */
import type { Block, Inline } from "../document/document.ts";
import { plainText } from "../document/spelling.ts";
import { blocksIn, inlineRuns } from "../document/walk.ts";
import { width } from "../text/width.ts";
import { type Span, span } from "./line.ts";
import { once } from "../text/once.ts";

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE. */
const ISOLATE = "\u2068";
const ISOLATE_END = "\u2069";

const strongCharacter = once(
  () => /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{L}/u,
);
const rightToLeft = once(
  () => /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u,
);

/** Letters of right-to-left scripts, their presentation forms, and the marks of direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]|\ud802|\ud803|\ud83a|\ud83b/;

/** Whether a part of a text may run from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Whether a character is a letter of a right-to-left script. */
export function isRightToLeftLetter(character: string): boolean {
  return rightToLeft().test(character);
}

const letterPattern = once(() => /\p{L}/u);
const lettersPattern = once(() => /\p{L}/gu);

export function isRightToLeft(spans: readonly Span[]): boolean {
  if (!spans.some(({ text }) => rightToLeft().test(text))) return false;
  const whole = spans.map((own) => own.text).join("");
  const outer = withoutIsolates(whole);
  // A text of isolated parts alone has the direction of these.
  const text = letterPattern().test(outer) ? outer : whole;
  const first = strongCharacter().exec(text);
  if (first && rightToLeft().test(first[0])) return true;
  const letters = text.match(lettersPattern()) ?? [];
  return letters.filter((letter) => rightToLeft().test(letter)).length > letters.length / 2;
}

/** Text outside of isolates, whose letters do not decide about the direction (UAX #9, P2). */
function withoutIsolates(text: string): string {
  if (!text.includes(ISOLATE)) return text;
  const [first = "", ...others] = text.split(ISOLATE);
  return first + others.map((part) => part.slice(part.indexOf(ISOLATE_END) + 1)).join("");
}

/**
 * Whether the first text in blocks is right-to-left, or `otherwise` if none has a letter. Code and the names of files have no
 * direction.
 */
export function isRightToLeftFlow(blocks: readonly Block[], otherwise = false): boolean {
  for (const block of blocksIn(blocks)) {
    // Each cell of a table has its own direction.
    for (const run of block.type === "table" ? [] : inlineRuns(block)) {
      const text = plainText(run);
      if (hasLetters(text)) return isRightToLeft([span(text)]);
    }
  }
  return otherwise;
}

/** Whether a text can have a direction of its own. */
export function hasLetters(text: string): boolean {
  return letterPattern().test(text);
}

/** Whether inlines of a paragraph, a heading or a title are right-to-left, or `otherwise` if they have no letter. */
export function isRightToLeftText(inlines: readonly Inline[], otherwise: boolean): boolean {
  return isRightToLeftFlow([{ type: "paragraph", children: inlines }], otherwise);
}

/** Parts of one line, each of them ordered by itself, in its own direction (UAX #9, 2.4.2), if one runs from right to left. */
export function isolates(parts: readonly string[]): readonly string[] {
  return parts.some((part) => rightToLeft().test(part))
    ? parts.map((part) => `${ISOLATE}${part}${ISOLATE_END}`)
    : parts;
}

/** Text within other text, ordered by itself if it has letters that run from right to left. */
export function isolated(text: string): string {
  return isolates([text])[0]!;
}

/** Spans at the edge of a width at which their text begins. */
export function alignStart(spans: readonly Span[], columns: number): Span[] {
  return isRightToLeft(spans) ? alignRight(spans, columns) : [...spans];
}

/** Moves spans to the right edge of a width. */
export function alignRight(spans: readonly Span[], columns: number): Span[] {
  const free = columns - spans.reduce((sum, one) => sum + width(one.text), 0);
  return free > 0 && Number.isFinite(columns) ? [span(" ".repeat(free)), ...spans] : [...spans];
}
