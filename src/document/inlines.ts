/**
 * Small functions that make inlines: text with decoded entities and visible control characters.
 */
import { visible } from "../text/visible.ts";
import { decode } from "../text/entities.ts";
import type { Inline } from "./document.ts";
import { trimmedLines } from "../text/trim.ts";

/** A line break between characters of scripts without blanks disappears (CSS Text 3, 4.1.3). */
const BREAK_WITHIN_CJK =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef])[ \t]*\n[ \t]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef])/gu;

/** The text to show for Markdown or HTML text: entities decoded once, line feeds as blanks. */
export function shownText(raw: string): string {
  const joined = raw.includes("\n") ? trimmedLines(raw.replace(BREAK_WITHIN_CJK, "")).join(" ") : raw;
  return visible(decode(joined));
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
