/**
 * Finds out whether the terminal's background is light or dark. It asks the terminal (OSC 11, xterm's control
 * sequences), with a time limit. Every terminal answers the second question (DA1, ECMA-48 8.3.24), so a terminal that
 * does not know OSC 11 costs no wait.
 */

import type { Screen } from "./screen.ts";

export type Background = "light" | "dark";

const ASK = "\u001b]11;?\u001b\\\u001b[c";
const COLOR = /\u001b\]11;rgba?:([0-9a-f]+)\/([0-9a-f]+)\/([0-9a-f]+)/i;
const ATTRIBUTES = /\u001b\[\?[\d;]*c/;
/** The longest wait, in milliseconds: enough for a distant terminal over ssh. */
const BOUND = 1_000;

/** The background, or undefined if the terminal does not answer. Must run before anything else reads the terminal's input. */
export async function askBackground(screen: Pick<Screen, "ask">): Promise<Background | undefined> {
  return backgroundIn(await screen.ask(ASK, (answer) => ATTRIBUTES.test(answer), BOUND));
}

/** The background in a terminal's answer: light if its relative luminance is above a half. */
export function backgroundIn(answer: string): Background | undefined {
  const found = COLOR.exec(answer);
  if (!found) return undefined;
  const [red, green, blue] = [found[1]!, found[2]!, found[3]!].map(
    (hex) => Number.parseInt(hex, 16) / (16 ** hex.length - 1),
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.5 ? "light" : "dark";
}

/** The background in `COLORFGBG`, which rxvt and others set: foreground and background as palette numbers. */
export function backgroundOf(env: Readonly<Record<string, string | undefined>>): Background | undefined {
  const number = /;(\d+)$/.exec(env["COLORFGBG"] ?? "")?.[1];
  if (number === undefined) return undefined;
  return Number(number) === 7 || Number(number) > 8 ? "light" : "dark";
}
