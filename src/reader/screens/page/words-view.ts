/**
 * The view of a selection of words: the words, the letter under the cursor, and the keys below.
 */
import type { TextDecoration } from "../../../layout/decoration.ts";
import type { Line } from "../../../layout/line.ts";
import { galleyOf } from "../../../marks/galley.ts";
import { textsOfRange } from "../../../page/marked.ts";
import { letterEnd } from "../../../page/motions.ts";
import type { Stretch } from "../../../page/passages.ts";
import { countWords } from "../../../text/words.ts";
import { hint } from "../../keymap.ts";
import type { Page, State } from "../../state.ts";
import { chosenWords, ownLines, type WordsMode } from "./words.ts";
import { counted } from "../../../text/counted.ts";

/** Decorations of the visible part of the selection, and of the letter under the cursor. */
export function wordDecorations(page: Page, mode: WordsMode, height: number): TextDecoration[] {
  const { document } = page.open;
  const galley = galleyOf(document);
  const lines = linesAround(ownLines(page), page.top, height);
  const over = (stretch: Stretch, role: "selected" | "focus"): TextDecoration[] => {
    const range = galley.rangeOf(stretch);
    return (range ? textsOfRange(document, lines, range) : []).map((text) => ({ ...text, role }));
  };
  const { cursor } = mode;
  return [
    ...over(chosenWords(page, mode), "selected"),
    ...over([cursor, letterEnd(galley.text, cursor)], "focus"),
  ];
}

/** The visible lines, and the rest of their blocks. */
function linesAround(lines: readonly Line[], top: number, height: number): readonly Line[] {
  let first = Math.min(top, Math.max(0, lines.length - 1));
  let last = Math.min(lines.length, top + height) - 1;
  while (first > 0 && lines[first - 1]!.block === lines[first]!.block) first--;
  while (last + 1 < lines.length && lines[last + 1]!.block === lines[last]!.block) last++;
  return lines.slice(first, last + 1);
}

export function wordHints({ keymap }: State, page: Page, mode: WordsMode): string[] {
  const words = countWords(galleyOf(page.open.document).text.slice(...chosenWords(page, mode)));
  return [
    counted(words, "word"),
    ...hint(keymap, "words", "highlight", "highlight"),
    ...hint(keymap, "words", "copy", "copy"),
    ...hint(keymap, "words", "swapEnds", "other end"),
    ...hint(keymap, "words", "begin", "begin here"),
  ];
}
