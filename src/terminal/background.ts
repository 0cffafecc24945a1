/**
 * Finds out whether the terminal's background is light or dark. It asks the terminal (OSC 11, xterm's control
 * sequences), with a time limit. Every terminal answers the second question (DA1, ECMA-48 8.3.24), so a terminal that
 * does not know OSC 11 costs no wait.
 */

import type { Screen } from "./screen.ts";

export type Background = "light" | "dark";

const ASK = "\u001b]11;?\u001b\\\u001b[c";
/** GNU Screen does not know OSC 11: it passes the text between these sequences to the terminal in which it runs. */
const [THROUGH, BACK] = ["\u001bP", "\u001b\\"];
const COLOR = /\u001b\]11;rgba?:([0-9a-f]+)\/([0-9a-f]+)\/([0-9a-f]+)/i;
/** Longest wait, in milliseconds: a terminal far away over ssh still answers in it. */
const BOUND = 400;

type Env = Readonly<Record<string, string | undefined>>;

function question({ STY: isInScreen, TMUX: isInTmux }: Env): string {
  if (!isInScreen || isInTmux) return ASK;
  // The escape at the end of OSC 11 would end the passed text.
  return [`\u001b]11;?\u0007`, `\u001b[c`].map((part) => THROUGH + part + BACK).join("");
}

/** The background, or undefined if the terminal does not answer. */
export async function askBackground(screen: Pick<Screen, "ask">, env: Env): Promise<Background | undefined> {
  return backgroundIn(await screen.ask(question(env), BOUND));
}

/** As `askBackground`, for a terminal that ibid holds, while the user types; the reply may take any time. */
export async function inquireBackground(
  screen: Pick<Screen, "inquire">,
  env: Env,
): Promise<Background | undefined> {
  return backgroundIn(await screen.inquire(question(env)));
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
export function backgroundOf(env: Env): Background | undefined {
  const number = /;(\d+)$/.exec(env["COLORFGBG"] ?? "")?.[1];
  if (number === undefined) return undefined;
  return Number(number) === 7 || Number(number) > 8 ? "light" : "dark";
}
