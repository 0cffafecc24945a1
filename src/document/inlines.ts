/**
 * Small functions that make inlines: text with decoded entities and visible control characters.
 */
import { visible } from "../text/visible.ts";
import { decode } from "../text/entities.ts";
import { once } from "../text/once.ts";
import type { Inline } from "./document.ts";
import { trimmedLines } from "../text/trim.ts";

/** A line break between characters of scripts without blanks disappears (CSS Text 3, 4.1.3). */
const breakWithinCjk = once(
  () =>
    /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef])[ \t]*\n[ \t]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef])/gu,
);
/** A line break beside a character that may belong to such a script, which is much faster to look for. */
const PERHAPS_WITHIN_CJK = /[\u2e80-\uffff][ \t]*\n/;

/** The text to show for Markdown or HTML text: entities decoded once, line feeds as blanks. */
export function shownText(raw: string): string {
  return visible(decode(raw.includes("\n") ? trimmedLines(withoutBreaksInCjk(raw)).join(" ") : raw));
}

function withoutBreaksInCjk(raw: string): string {
  return PERHAPS_WITHIN_CJK.test(raw) ? raw.replace(breakWithinCjk(), "") : raw;
}

export function text(content: string): Inline {
  return { type: "text", text: content };
}

/** Joins neighbouring texts, so that line breaking and searching see whole words. */
export function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === "text" && last?.type === "text")
      joined[joined.length - 1] = text(last.text + inline.text);
    else if (inline.type !== "text" || inline.text !== "") joined.push(inline);
  }
  return joined;
}
