/**
 * Reads the user's own theme from the values of a file. A role that the file does not name looks as in the base theme.
 *
 *     base = "dark"
 *     heading = { color = "#ffcc00", bold = true }
 *     note = { color = 8, italic = true }
 */
import type { Role } from "../layout/line.ts";
import { nearest } from "../text/nearest.ts";
import type { Color } from "./color.ts";
import { isThemeName, type Style, type Theme, themes } from "./theme.ts";

export interface ThemeFile {
  readonly theme: Theme;
  /** The problems of the file. The rest of the theme is valid. */
  readonly complaints: readonly string[];
}

const ROLES = new Set<string>(Object.keys(themes.terminal));
const LOOKS = ["bold", "dim", "italic", "underline", "inverse", "strikethrough"] as const;

/** A theme from the values of its file; what it does not set is that of the theme on which it is based. It never throws. */
export function readTheme(values: Readonly<Record<string, unknown>>): ThemeFile {
  const complaints: string[] = [];
  const { base = "terminal", ...rest } = values;
  const known = typeof base === "string" && isThemeName(base);
  if (!known) complaints.push(`base: not one of ${Object.keys(themes).join(", ")}`);
  const theme: Partial<Record<Role, Style>> = { ...themes[known ? base : "terminal"] };
  for (const [role, value] of Object.entries(rest)) {
    if (!ROLES.has(role)) complaints.push(unknownRole(role));
    else theme[role as Role] = { ...uncoloredOf(theme[role as Role]), ...readStyle(role, value, complaints) };
  }
  return { theme, complaints };
}

/** What sets a role apart without colours; a file names only what it adds. */
function uncoloredOf({ uncolored }: Style = {}): Style {
  return uncolored === undefined ? {} : { uncolored };
}

function unknownRole(role: string): string {
  const near = nearest(role, [...ROLES])[0];
  const hint = near === undefined ? `there are ${[...ROLES].sort().join(", ")}` : `did you mean ${near}?`;
  return `${role}: no such role; ${hint}`;
}

function readStyle(role: string, value: unknown, complaints: string[]): Style {
  const style: { -readonly [Key in keyof Style]: Style[Key] } = {};
  if (typeof value !== "object" || value === null) {
    complaints.push(`${role}: write it as { color = 3, bold = true }`);
    return style;
  }
  for (const [key, given] of Object.entries(value)) {
    const look = LOOKS.find((one) => one === key);
    if (look && typeof given === "boolean") style[look] = given;
    else if (key === "color" && isColor(given)) style.foreground = given;
    else if (key === "background" && isColor(given)) style.background = given;
    else if (look) complaints.push(`${role}.${key}: true or false`);
    else if (key === "color" || key === "background")
      complaints.push(`${role}.${key}: 0 to 15, or "#rrggbb"`);
    else complaints.push(`${role}.${key}: no such key; there are color, background, ${LOOKS.join(", ")}`);
  }
  return style;
}

function isColor(value: unknown): value is Color {
  if (typeof value === "string") return /^#[0-9a-f]{6}$/i.test(value);
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 16;
}
