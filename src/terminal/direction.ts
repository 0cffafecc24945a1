/**
 * Which terminals put text from right to left into visual order by themselves. What they are given must be in logical order;
 * for the others the program reorders.
 */

type Env = Readonly<Record<string, string | undefined>>;

/** VTE reorders since 0.58 (GNOME Terminal, Tilix, Xfce's and others). */
const VTE_THAT_REORDERS = 5_800;
const PROGRAMS = new Set(["Apple_Terminal", "mintty"]);

/** Whether the terminal reorders, as far as its environment tells. */
export function reordersItself(env: Env): boolean {
  if (Number(env["VTE_VERSION"] ?? 0) >= VTE_THAT_REORDERS) return true;
  if (env["KONSOLE_VERSION"] !== undefined || env["MLTERM"] !== undefined) return true;
  return PROGRAMS.has(env["TERM_PROGRAM"] ?? "") || /^(?:mlterm|putty)/.test(env["TERM"] ?? "");
}
