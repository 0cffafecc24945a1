/**
 * What is laid over the lines of an open essay: matches, the focus, a selection, and the signs in the gutter.
 */
import type { LineDecoration, TextDecoration } from "../../../layout/decoration.ts";
import type { Line } from "../../../layout/line.ts";
import { matchDecorations } from "../../../page/matches.ts";
import { focusDecorations, spotOf } from "../../../page/spots.ts";
import { markSign } from "../../mark-sign.ts";
import type { Page, PageMode } from "../../state.ts";
import { aloudDecorations, aloudSign } from "./aloud-view.ts";
import { selected } from "./select.ts";
import { wordDecorations } from "./words-view.ts";

/** Decorations of the visible text: matches, the focused link or mark, a sentence, a selection. */
export function textDecorations(
  page: Page,
  mode: PageMode,
  seen: readonly Line[],
  height: number,
): TextDecoration[] {
  const { top, matches, here, spots, focus } = page;
  return [
    ...matchDecorations(matches, here, [top, top + height]),
    ...focusDecorations(spotOf(spots, focus), seen, top),
    ...(mode.kind === "aloud" ? aloudDecorations(mode) : []),
    ...(mode.kind === "words" ? wordDecorations(page, mode, height) : []),
  ];
}

/** Signs in the gutter: beside selected, highlighted and changed lines, and beside the sentence that is read. */
export function lineDecorations(
  { top, changed }: Page,
  mode: PageMode,
  seen: readonly Line[],
): LineDecoration[] {
  const signs: LineDecoration[] = [];
  if (mode.kind === "select") {
    const [first, last] = selected(mode);
    signs.push({ first, last, sign: "┃", role: "changed" });
  }
  if (mode.kind === "aloud") signs.push(aloudSign(mode));
  seen.forEach((line, index) => {
    const at = top + index;
    const sign = markSign(line);
    if (sign !== undefined) signs.push({ first: at, last: at, sign, role: "citation" });
  });
  seen.forEach(({ spans, block }, index) => {
    const at = top + index;
    if (spans.length > 0 && changed.has(block))
      signs.push({ first: at, last: at, sign: "▎", role: "changed" });
  });
  return signs;
}
