/**
 * Themes as data: what each role looks like. Colours are the terminal's own unless a theme names others.
 */
import type { Role } from "../layout/line.ts";

/** A colour of the terminal's palette by its number (0–15). */
export type Color = number;

export interface Style {
  readonly foreground?: Color;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  readonly strikethrough?: boolean;
}

export type Theme = Readonly<Partial<Record<Role, Style>>>;

const RED = 1;
const GREEN = 2;
const YELLOW = 3;
const BLUE = 4;
const MAGENTA = 5;
const CYAN = 6;

/** The terminal's palette: readable on light and on dark, because its owner chose the colours. */
export const terminalTheme: Theme = {
  title: { bold: true },
  meta: { dim: true },
  heading: { bold: true, foreground: BLUE },
  headingRule: { dim: true, foreground: BLUE },
  emphasis: { italic: true },
  strong: { bold: true },
  strikethrough: { strikethrough: true },
  underline: { underline: true },
  highlight: { inverse: true },
  keyboard: { bold: true },
  code: { foreground: YELLOW },
  codeBlock: {},
  codeKeyword: { foreground: MAGENTA },
  codeString: { foreground: GREEN },
  codeNumber: { foreground: YELLOW },
  codeComment: { dim: true, italic: true },
  codeName: { foreground: BLUE },
  link: { underline: true },
  image: { foreground: MAGENTA, italic: true },
  imageName: { foreground: MAGENTA, italic: true },
  citation: { foreground: CYAN, bold: true },
  note: { dim: true },
  noteNumber: { foreground: CYAN, bold: true },
  quote: { italic: true },
  quoteBar: { dim: true },
  bullet: { foreground: CYAN },
  tableHeader: { bold: true },
  rule: { dim: true },
  match: { inverse: true },
  selected: { inverse: true },
  tag: { foreground: GREEN },
  problem: { foreground: RED },
  quiet: { dim: true },
};
