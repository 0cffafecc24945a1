/**
 * Pictures of what the program shows, as SVG: an essay in each place for notes, at several widths, on light and
 * on dark. They are made from the cells of a terminal, so they show what is there and not what was meant.
 *
 *     npm run pictures [-- ESSAY [FOLDER]]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import xterm from "@xterm/headless";

const root = join(import.meta.dirname, "..");
const essay = process.argv[2] ?? "marginalia";
const folder = process.argv[3] ?? join(root, "pictures");
const ROWS = 60;

const PALETTES = {
  light: {
    background: "#fdfcf8",
    foreground: "#26241f",
    colors: ["#26241f", "#b3261e", "#2e6b30", "#8a5a00", "#1d4f91", "#83357a", "#0f6a73", "#8b877c"],
  },
  dark: {
    background: "#16181d",
    foreground: "#d8d5cc",
    colors: ["#3a3d45", "#f07f76", "#8fc790", "#e3b566", "#86b4f0", "#d69bd0", "#74c6cf", "#d8d5cc"],
  },
} as const;

type Palette = (typeof PALETTES)[keyof typeof PALETTES];

/** The essay's first rows as a terminal of this width shows them. */
async function screenOf(columns: number, notes: string, theme: string): Promise<xterm.Terminal> {
  const shown = spawnSync(
    process.execPath,
    [
      join(root, "dist/ibid.js"),
      "show",
      essay,
      "--color",
      "always",
      "--theme",
      theme,
      "--notes",
      notes,
      "-w",
      String(columns),
    ],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, COLORTERM: "truecolor" },
    },
  );
  const terminal = new xterm.Terminal({
    cols: columns,
    rows: ROWS,
    convertEol: true,
    allowProposedApi: true,
  });
  const text = shown.stdout
    .split("\n")
    .slice(0, ROWS - 1)
    .join("\n");
  await new Promise<void>((resolve) => terminal.write(text, resolve));
  return terminal;
}

const CELL = { width: 9, height: 20 };
const MARGIN = 24;

function toSvg(terminal: xterm.Terminal, palette: Palette): string {
  const width = terminal.cols * CELL.width + 2 * MARGIN;
  const height = terminal.rows * CELL.height + 2 * MARGIN;
  const rows = Array.from({ length: terminal.rows }, (_, row) => rowToSvg(terminal, row, palette)).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans Mono, monospace" font-size="15">
<rect width="100%" height="100%" fill="${palette.background}"/>
<g xml:space="preserve">
${rows}
</g>
</svg>
`;
}

function rowToSvg(terminal: xterm.Terminal, row: number, palette: Palette): string {
  const line = terminal.buffer.active.getLine(row);
  if (!line) return "";
  const y = MARGIN + row * CELL.height + 15;
  let texts = "";
  for (let column = 0; column < line.length;) {
    const cell = line.getCell(column);
    const characters = cell?.getChars() ?? "";
    const columns = Math.max(1, cell?.getWidth() ?? 1);
    const isDrawn = characters.trim() !== "" || cell?.isUnderline() || cell?.isInverse();
    if (cell && isDrawn)
      texts += cellToSvg(cell, characters || " ", MARGIN + column * CELL.width, y, palette);
    column += columns;
  }
  return texts;
}

function cellToSvg(
  cell: NonNullable<ReturnType<NonNullable<ReturnType<xterm.IBuffer["getLine"]>>["getCell"]>>,
  text: string,
  x: number,
  y: number,
  palette: Palette,
): string {
  const color = colorOf(cell, palette);
  const looks = [
    cell.isBold() ? 'font-weight="bold"' : "",
    cell.isItalic() ? 'font-style="italic"' : "",
    cell.isUnderline()
      ? 'text-decoration="underline"'
      : cell.isStrikethrough()
        ? 'text-decoration="line-through"'
        : "",
    cell.isDim() ? 'opacity="0.6"' : "",
  ].filter((look) => look !== "");
  const wide = cell.getWidth() * CELL.width;
  const behind = cell.isInverse()
    ? `<rect x="${x}" y="${y - 15}" width="${wide}" height="${CELL.height}" fill="${color}"/>`
    : "";
  const fill = cell.isInverse() ? palette.background : color;
  return `${behind}<text x="${x}" y="${y}" fill="${fill}" ${looks.join(" ")}>${escape(text)}</text>`;
}

function colorOf(
  cell: { getFgColor: () => number; isFgPalette: () => boolean; isFgRGB: () => boolean },
  palette: Palette,
): string {
  if (cell.isFgRGB()) return `#${cell.getFgColor().toString(16).padStart(6, "0")}`;
  return cell.isFgPalette()
    ? (palette.colors[cell.getFgColor() % 8] ?? palette.foreground)
    : palette.foreground;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

mkdirSync(folder, { recursive: true });
for (const notes of ["inline", "margin", "end"]) {
  for (const columns of [60, 100, 160]) {
    for (const [name, palette] of Object.entries(PALETTES)) {
      const terminal = await screenOf(columns, notes, name);
      writeFileSync(join(folder, `${essay}.${notes}.${columns}.${name}.svg`), toSvg(terminal, palette));
    }
  }
}
