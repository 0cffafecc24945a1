/**
 * Whether output is coloured, found out once from flags, environment and stream.
 *
 * Sources: no-color.org; bixense.com/clicolors; force-color.org.
 */

export type ColorChoice = "auto" | "always" | "never";

export interface ColorSupport {
  /** Whether text may have looks (bold, italic, …) at all. */
  readonly looks: boolean;
  /** Whether it may have colours. */
  readonly color: boolean;
  /** Whether links may carry OSC 8. */
  readonly hyperlinks: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/** The flag decides; then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then what the stream is. */
export function colorSupport(choice: ColorChoice, env: Env, isTerminal: boolean): ColorSupport {
  const hyperlinks = isTerminal && knowsHyperlinks(env);
  if (choice === "never") return { looks: false, color: false, hyperlinks: false };
  if (choice === "always") return { looks: true, color: true, hyperlinks };
  if (env["NO_COLOR"]) return { looks: false, color: false, hyperlinks: false };
  if (isForced(env)) return { looks: true, color: true, hyperlinks };
  const looks = isTerminal && env["TERM"] !== "dumb" && env["FORCE_COLOR"] !== "0" && env["CLICOLOR"] !== "0";
  return { looks, color: looks, hyperlinks: looks && hyperlinks };
}

function isForced(env: Env): boolean {
  const force = env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  const clicolor = env["CLICOLOR_FORCE"];
  return clicolor !== undefined && clicolor !== "" && clicolor !== "0";
}

/** Terminals that ignore OSC 8 do no harm, except those that print it: the console, dumb ones, old screens. */
function knowsHyperlinks(env: Env): boolean {
  const term = env["TERM"] ?? "";
  return term !== "" && term !== "dumb" && term !== "linux" && !/^(?:vt|screen)/.test(term);
}
