/**
 * Decides once, from flags, environment and stream, whether output is coloured.
 *
 * Sources: no-color.org; bixense.com/clicolors; force-color.org.
 */
import { tableOf } from "../text/own.ts";

export type ColorChoice = "auto" | "always" | "never";

/** How many colours a terminal has: its palette's 16, xterm's 256, all, or none. */
export type ColorDepth = 16 | 256 | "all" | "none";

export interface ColorSupport {
  /** Whether text may be bold, italic and so on. */
  readonly looks: boolean;
  readonly depth: ColorDepth;
  /** Whether links may carry OSC 8. */
  readonly hyperlinks: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

const NONE: ColorSupport = { looks: false, depth: "none", hyperlinks: false };

/** In order of precedence: the flag, NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, whether the stream is a terminal. */
export function colorSupport(choice: ColorChoice, env: Env, isTerminal: boolean): ColorSupport {
  const hyperlinks = isTerminal && knowsHyperlinks(env);
  if (choice === "never") return NONE;
  if (choice === "always" || (!env["NO_COLOR"] && isForced(env)))
    return { looks: true, depth: depthOf(env), hyperlinks };
  if (env["NO_COLOR"] || env["FORCE_COLOR"] === "0" || env["CLICOLOR"] === "0") return NONE;
  return isTerminal && env["TERM"] !== "dumb" ? { looks: true, depth: depthOf(env), hyperlinks } : NONE;
}

/** FORCE_COLOR may give a level (1, 2, 3); COLORTERM means all colours, TERM may mean 256. */
function depthOf(env: Env): ColorDepth {
  const forced = tableOf<ColorDepth>({ "1": 16, "2": 256, "3": "all" });
  const level = forced[env["FORCE_COLOR"] ?? ""];
  if (level !== undefined) return level;
  if (/^(?:truecolor|24bit)$/i.test(env["COLORTERM"] ?? "") || (env["TERM"] ?? "").endsWith("-direct"))
    return "all";
  return /256/.test(env["TERM"] ?? "") ? 256 : 16;
}

function isForced(env: Env): boolean {
  const force = env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  const clicolor = env["CLICOLOR_FORCE"];
  return clicolor !== undefined && clicolor !== "" && clicolor !== "0";
}

/** Most terminals that do not know OSC 8 ignore it; the Linux console, dumb terminals and old versions of screen print it. */
function knowsHyperlinks(env: Env): boolean {
  const term = env["TERM"] ?? "";
  return term !== "" && term !== "dumb" && term !== "linux" && !/^(?:vt|screen)/.test(term);
}

/** Whether a terminal may take text for the clipboard (OSC 52) without printing it, as the Linux console and dumb terminals would. */
export function knowsClipboard(env: Env): boolean {
  const term = env["TERM"] ?? "";
  return term !== "" && term !== "dumb" && term !== "linux" && !term.startsWith("vt");
}
