/**
 * Recognises terminals that put right-to-left text into visual order by themselves. They must get logical
 * order. */

type Env = Readonly<Record<string, string | undefined>>;

/** The first version of VTE that reorders: 0.58 (GNOME Terminal, Tilix, Xfce's terminal and others). */
const VTE_THAT_REORDERS = 5_800;
const PROGRAMS = new Set(["Apple_Terminal", "mintty"]);

/** Whether the terminal is known to reorder, by its environment. */
export function reordersItself(env: Env): boolean {
  if (Number(env["VTE_VERSION"] ?? 0) >= VTE_THAT_REORDERS) return true;
  if (env["KONSOLE_VERSION"] !== undefined || env["MLTERM"] !== undefined) return true;
  return PROGRAMS.has(env["TERM_PROGRAM"] ?? "") || /^(?:mlterm|putty)/.test(env["TERM"] ?? "");
}
