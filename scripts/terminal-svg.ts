/**
 * Draws the screen of a terminal as SVG, cell by cell, exactly as the terminal holds it.
 */
import type { IBufferCell, Terminal } from "@xterm/headless";

/** The colours of a terminal. The sixteen are those of ECMA-48, 8.3.117, with the bright ones last. */
export interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly colors: readonly string[];
}

/** The size of a cell, in pixels. */
const CELL = { width: 9, height: 20 };
const MARGIN = 20;
const BASELINE = 15;
const DIM = 0.65;

/** Neighbouring cells with the same look. */
interface Run {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
  readonly look: Look;
}

interface Look {
  readonly color: string;
  /** The colour behind the text, or undefined for the terminal's own. */
  readonly ground: string | undefined;
  /** The attributes of a `text` element. */
  readonly attributes: string;
}

/** The screen of a terminal, with a margin around it. */
export function terminalSvg(terminal: Terminal, palette: Palette): string {
  const width = terminal.cols * CELL.width + 2 * MARGIN;
  const height = terminal.rows * CELL.height + 2 * MARGIN;
  const rows = Array.from({ length: terminal.rows }, (_, row) =>
    runsOf(terminal, row, palette)
      .map((run) => runSvg(run, row, palette))
      .join(""),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="DejaVu Sans Mono,Menlo,Consolas,monospace" font-size="15">`,
    `<rect width="100%" height="100%" rx="8" fill="${palette.background}"/>`,
    `<g fill="${palette.foreground}" xml:space="preserve">`,
    ...rows.filter((row) => row !== ""),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

/** Letters of these scripts are drawn one by one: a viewer would reorder a run of them, which the terminal holds in visual order. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function runsOf(terminal: Terminal, row: number, palette: Palette): Run[] {
  const line = terminal.buffer.active.getLine(terminal.buffer.active.viewportY + row);
  const runs: Run[] = [];
  if (!line) return runs;
  for (let column = 0; column < terminal.cols;) {
    const cell = line.getCell(column);
    if (!cell) break;
    const text = cell.getChars() || " ";
    const columns = Math.max(1, cell.getWidth());
    const look = lookOf(cell, palette);
    const last = runs.at(-1);
    if (last && isSameLook(last.look, look) && !RIGHT_TO_LEFT.test(text + last.text.slice(-1)))
      runs[runs.length - 1] = { ...last, columns: last.columns + columns, text: last.text + text };
    else runs.push({ column, columns, text, look });
    column += columns;
  }
  return runs;
}

function isSameLook(a: Look, b: Look): boolean {
  return a.color === b.color && a.ground === b.ground && a.attributes === b.attributes;
}

function lookOf(cell: IBufferCell, palette: Palette): Look {
  const own = colorOf(cell.getFgColor(), cell.isFgRGB(), cell.isFgPalette(), palette) ?? palette.foreground;
  const behind = colorOf(cell.getBgColor(), cell.isBgRGB(), cell.isBgPalette(), palette);
  const isInverse = cell.isInverse() !== 0;
  const lines = [cell.isUnderline() ? "underline" : "", cell.isStrikethrough() ? "line-through" : ""];
  const decoration = lines.filter((line) => line !== "").join(" ");
  const attributes = [
    cell.isBold() ? ' font-weight="bold"' : "",
    cell.isItalic() ? ' font-style="italic"' : "",
    decoration === "" ? "" : ` text-decoration="${decoration}"`,
    cell.isDim() ? ` opacity="${DIM}"` : "",
  ];
  return {
    color: isInverse ? (behind ?? palette.background) : own,
    ground: isInverse ? own : behind,
    attributes: attributes.join(""),
  };
}

/** A colour of a cell, or undefined for the terminal's own. */
function colorOf(value: number, isRgb: boolean, isPalette: boolean, { colors }: Palette): string | undefined {
  if (isRgb) return `#${value.toString(16).padStart(6, "0")}`;
  return isPalette ? colorOfPalette(value, colors) : undefined;
}

const CUBE = [0, 95, 135, 175, 215, 255];

/** The 256 colours of xterm: 16 of the terminal, a cube of 216, and 24 greys. */
function colorOfPalette(value: number, colors: readonly string[]): string {
  if (value < 16) return colors[value % colors.length]!;
  if (value >= 232) return rgb(...([0, 0, 0].map(() => 8 + 10 * (value - 232)) as [number, number, number]));
  const at = value - 16;
  return rgb(CUBE[Math.floor(at / 36)]!, CUBE[Math.floor(at / 6) % 6]!, CUBE[at % 6]!);
}

function rgb(...parts: [number, number, number]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Each text gets the length of its cells, so that the viewer's font does not matter. */
function runSvg({ column, columns, text, look }: Run, row: number, palette: Palette): string {
  const x = MARGIN + column * CELL.width;
  const top = MARGIN + row * CELL.height;
  const width = columns * CELL.width;
  const ground =
    look.ground === undefined
      ? ""
      : `<rect x="${x}" y="${top}" width="${width}" height="${CELL.height}" fill="${look.ground}"/>`;
  const shown = text.trimEnd();
  if (shown.trim() === "") return ground;
  const lead = shown.length - shown.trimStart().length;
  const trailing = text.length - shown.length;
  const left = x + lead * CELL.width;
  const length = width - (lead + trailing) * CELL.width;
  const fill = look.color === palette.foreground ? "" : ` fill="${look.color}"`;
  return `${ground}<text x="${left}" y="${top + BASELINE}" textLength="${length}"${fill}${look.attributes}>${escaped(shown.trimStart())}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
