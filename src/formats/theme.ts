/**
 * Themes as data: the look of each role. A role without a look takes that of the text around it.
 */
import type { Role } from "../layout/line.ts";
import type { Color } from "./color.ts";

/** A look without colours that sets text apart. */
export type Look = "bold" | "italic" | "underline";

export interface Style {
  readonly foreground?: Color;
  /** The replacement of the colour on a terminal with 16 colours: one of them, or the text's own colour, dim or not. */
  readonly basic?: { readonly foreground?: number; readonly dim?: boolean };
  readonly background?: Color;
  /** For a role without colours, or on a terminal without: the first of these looks that the text around it does not have. */
  readonly uncolored?: readonly Look[];
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  readonly strikethrough?: boolean;
}

export type Theme = Readonly<Partial<Record<Role, Style>>>;

/** A theme by the name that the config file and the status line have for it. */
export interface NamedTheme {
  readonly name: string;
  readonly theme: Theme;
}

/** Looks without colour. Every theme includes them, so that no role depends on colour alone. */
const shape: Theme = {
  title: { bold: true },
  heading: { bold: true },
  emphasis: { italic: true },
  strong: { bold: true },
  strikethrough: { strikethrough: true },
  underline: { underline: true },
  highlight: { inverse: true },
  // As in manual pages, and italic as well in a heading.
  code: { uncolored: ["bold", "italic"] },
  keyboard: { bold: true },
  codeComment: { italic: true },
  link: { underline: true },
  image: { italic: true },
  imageName: { italic: true },
  citation: { bold: true },
  noteNumber: { bold: true },
  quote: {},
  tableHeader: { bold: true },
  match: { inverse: true },
  matchHere: { inverse: true, bold: true, underline: true },
  found: { bold: true, underline: true },
  selected: { inverse: true },
  spoken: { inverse: true },
  focus: { inverse: true, bold: true },
  changed: { bold: true },
  mine: { underline: true },
  mineReworded: { underline: true, italic: true },
  mineInner: { bold: true },
  mineNote: { italic: true },
};

/** The colours of a theme. Several roles share one colour, and they are the same in every theme. */
interface Palette {
  readonly heading: Style;
  readonly accent: Style;
  readonly code: Style;
  readonly keyword: Style;
  readonly string: Style;
  readonly number: Style;
  readonly name: Style;
  readonly image: Style;
  readonly note: Style;
  /** The user's highlights. */
  readonly mine: Style;
  /** A highlight of the user's within another. */
  readonly mineInner: Style;
  readonly quiet: Style;
  readonly problem: Style;
  /** The background of code blocks. */
  readonly ground: Style;
}

function theme(palette: Palette): Theme {
  const { heading, accent, quiet, note } = palette;
  const colors: Theme = {
    title: heading,
    heading,
    headingRule: quiet,
    meta: quiet,
    code: palette.code,
    codeBlock: palette.ground,
    codeLabel: { ...palette.ground, ...quiet },
    codeKeyword: palette.keyword,
    codeString: palette.string,
    codeNumber: palette.number,
    codeName: palette.name,
    codeComment: quiet,
    image: palette.image,
    imageName: palette.image,
    // A note may be dim; its number is not.
    citation: { ...accent, dim: false },
    noteNumber: { ...accent, dim: false },
    bullet: accent,
    changed: accent,
    note,
    mine: palette.mine,
    mineInner: { bold: false, ...palette.mineInner },
    mineReworded: { ...palette.mine, italic: true, underline: true },
    mineNote: note,
    quoteBar: quiet,
    mathSource: quiet,
    caption: { ...note, italic: true },
    rule: quiet,
    quiet,
    tag: palette.string,
    problem: palette.problem,
  };
  const roles = new Set([...Object.keys(shape), ...Object.keys(colors)]) as Set<Role>;
  return Object.fromEntries([...roles].map((role) => [role, { ...shape[role], ...colors[role] }]));
}

const DIM: Style = { dim: true };

/**
 * The terminal's own palette. In the default palettes of most terminals, yellow, green and cyan are hard to read on white, and
 * blue on black. Magenta and red are readable on both.
 */
const terminal = theme({
  heading: {},
  accent: { foreground: 5 },
  code: { foreground: 5 },
  keyword: { bold: true },
  string: { foreground: 5 },
  number: { foreground: 5 },
  name: {},
  image: { foreground: 5 },
  note: DIM,
  mine: { foreground: 0, background: 3 },
  mineInner: { foreground: 0, background: 6 },
  quiet: DIM,
  problem: { foreground: 1 },
  ground: {},
});

/** A colour with its replacement on a terminal with 16 colours. The default replacement is the text's own colour, dim. */
function color(foreground: `#${string}`, basic?: number): Style {
  return { foreground, basic: basic === undefined ? { dim: true } : { foreground: basic } };
}

/** The theme for a light background. The contrast is at least 4.5 to 1 on white, on highlights and on code (WCAG 2.2, 1.4.3). */
const light = theme({
  heading: color("#1d4f91", 4),
  accent: color("#a32407", 1),
  code: color("#7a4d00", 5),
  keyword: color("#84157d", 5),
  string: color("#2e6b30", 4),
  number: color("#8a4b00", 1),
  name: color("#1d4f91", 4),
  image: color("#84157d", 5),
  note: color("#55524a"),
  mine: { background: "#fff2ad" },
  mineInner: { background: "#e2f5c4" },
  quiet: color("#605d55"),
  problem: color("#b3261e", 1),
  ground: { background: "#f3f2ed" },
});

/** The theme for a dark background. The contrast is at least 4.5 to 1 on black, on dark grey, on highlights and on code. */
const dark = theme({
  heading: color("#8fb8ee", 14),
  accent: color("#e8a06a", 11),
  code: color("#dcb566", 3),
  keyword: color("#d29fce", 13),
  string: color("#98c795", 10),
  number: color("#e0b06c", 11),
  name: color("#8fb8ee", 14),
  image: color("#d29fce", 13),
  note: color("#b5b1a6", 7),
  mine: { background: "#3a3312" },
  mineInner: { background: "#1b3824" },
  quiet: color("#a09c92", 7),
  problem: color("#f28b82", 9),
  ground: { background: "#26282c" },
});

/** The theme of high contrast: the terminal's own two colours, and nothing dim. */
const contrast: Theme = {
  ...shape,
  problem: { bold: true },
  tag: { italic: true },
  quoteBar: { bold: true },
  caption: { italic: true },
};

export const themes = { terminal, light, dark, contrast } as const;

export type ThemeName = keyof typeof themes;

export function isThemeName(name: string): name is ThemeName {
  return Object.hasOwn(themes, name);
}
