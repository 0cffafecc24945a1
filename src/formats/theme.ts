/**
 * Themes as data: what each role looks like. What a theme leaves out looks like the text around it.
 */
import type { Role } from "../layout/line.ts";
import type { Color } from "./color.ts";

export interface Style {
  readonly foreground?: Color;
  readonly background?: Color;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  readonly strikethrough?: boolean;
}

export type Theme = Readonly<Partial<Record<Role, Style>>>;

/** Looks that need no colour. Themes add theirs, so nothing is told by colour alone. */
const shape: Theme = {
  title: { bold: true },
  heading: { bold: true },
  emphasis: { italic: true },
  strong: { bold: true },
  strikethrough: { strikethrough: true },
  underline: { underline: true },
  highlight: { inverse: true },
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
  mineNote: { italic: true },
};

/** The colours that a theme has; the roles that share one are the same in every theme. */
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
  /** What the reader highlighted. */
  readonly mine: Style;
  readonly quiet: Style;
  readonly problem: Style;
}

function theme(palette: Palette): Theme {
  const { heading, accent, quiet, note } = palette;
  const colors: Theme = {
    title: heading,
    heading,
    headingRule: quiet,
    meta: quiet,
    code: palette.code,
    codeKeyword: palette.keyword,
    codeString: palette.string,
    codeNumber: palette.number,
    codeName: palette.name,
    codeComment: quiet,
    image: palette.image,
    imageName: palette.image,
    // In a note too, which may be dim.
    citation: { ...accent, dim: false },
    noteNumber: { ...accent, dim: false },
    bullet: accent,
    changed: accent,
    note,
    mine: palette.mine,
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
 * The terminal's own palette. Yellow, green and cyan are hard to read on white, and blue on black, in the palettes that most
 * terminals come with; magenta and red are not, on either.
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
  quiet: DIM,
  problem: { foreground: 1 },
});

/** For a light background: contrast of at least 4.5 to 1 on white (WCAG 2.2, 1.4.3). */
const light = theme({
  heading: { foreground: "#1d4f91" },
  accent: { foreground: "#a5360f" },
  code: { foreground: "#7a4d00" },
  keyword: { foreground: "#83357a" },
  string: { foreground: "#2e6b30" },
  number: { foreground: "#8a4b00" },
  name: { foreground: "#1d4f91" },
  image: { foreground: "#83357a" },
  note: { foreground: "#55524a" },
  mine: { background: "#ffe99a" },
  quiet: { foreground: "#6d6a61" },
  problem: { foreground: "#b3261e" },
});

/** For a dark background: contrast of at least 4.5 to 1 on black. */
const dark = theme({
  heading: { foreground: "#8fb8ee" },
  accent: { foreground: "#e8a06a" },
  code: { foreground: "#dcb566" },
  keyword: { foreground: "#d29fce" },
  string: { foreground: "#98c795" },
  number: { foreground: "#e0b06c" },
  name: { foreground: "#8fb8ee" },
  image: { foreground: "#d29fce" },
  note: { foreground: "#b5b1a6" },
  mine: { background: "#3a3312" },
  quiet: { foreground: "#8f8b82" },
  problem: { foreground: "#f28b82" },
});

/** High contrast: no colours but the terminal's own, nothing dimmed. */
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
