/**
 * The view of reading aloud: the marked sentence, the sign beside its lines, and the keys below.
 */
import type { LineDecoration, TextDecoration } from "../../../layout/decoration.ts";
import { hint } from "../../keymap.ts";
import type { State } from "../../state.ts";
import type { AloudMode } from "./aloud.ts";

/** Decorations of the sentence that is read. */
export function aloudDecorations({ places, at }: AloudMode): TextDecoration[] {
  return places[at]!.ranges.map((range) => ({ ...range, role: "spoken" }));
}

/** The sign in the gutter, for terminals without colours. */
export function aloudSign({ places, at, isPaused }: AloudMode): LineDecoration {
  const { first, last } = places[at]!;
  return { first, last, sign: isPaused ? "‖" : "▸", role: "changed" };
}

export function aloudHints({ keymap }: State, { isPaused }: AloudMode): string[] {
  return [
    isPaused ? "paused" : "reading aloud",
    ...hint(keymap, "aloud", "nextSentence", "next"),
    ...hint(keymap, "aloud", "previousSentence", "before"),
    ...hint(keymap, "aloud", "pause", isPaused ? "go on" : "pause"),
  ];
}

/** `12/240` */
export function aloudPlace({ at, heard }: AloudMode): string {
  return `${at + 1}/${heard.length}`;
}
