/**
 * `npm run formulas -- FOLDER…`: the formulas of the essays in some folders, and how ibid sets them: how many KaTeX parses, how many
 * of these show a backslash or are cut at 72 columns, how long a formula takes, and whether a terminal counts the same widths.
 * `--list COLUMNS` shows each formula under its TeX instead.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import xterm from "@xterm/headless";
import { UnicodeGraphemesAddon } from "../tests/support/graphemes.ts";
import { markdownFormat, parseDocument } from "../src/document/parse.ts";
import { type Formula, formulasIn } from "../src/document/walk.ts";
import { readSource } from "../src/essay/front-matter.ts";
import { texOf } from "../src/formats/mathematics.ts";
import { displayFormula } from "../src/layout/math/display.ts";
import { inlineText } from "../src/layout/math/inline.ts";
import { isProblem, type TexParser } from "../src/layout/math/parser.ts";
import { width } from "../src/text/width.ts";

const COLUMNS = 72;
/** Wider rows are not compared with the terminal, which has as many columns. */
const MOST_COLUMNS = 2000;

interface Figures {
  formulas: number;
  parsed: number;
  backslash: number;
  cut: number;
  milliseconds: number[];
  widths: number;
  otherwise: number;
}

interface Shown {
  readonly rows: readonly string[];
  readonly isCut: boolean;
}

/** The formula at 72 columns; undefined if the parser does not take it. */
function shown({ tex, display }: Formula, parse: TexParser, columns: number): Shown | undefined {
  const parsed = parse(tex, display);
  if (isProblem(parsed)) return undefined;
  if (!display) return { rows: [inlineText(parsed)], isCut: false };
  return displayFormula(parsed, columns);
}

const terminal = new xterm.Terminal({ cols: MOST_COLUMNS, rows: 2, allowProposedApi: true });
terminal.loadAddon(new UnicodeGraphemesAddon());
terminal.unicode.activeVersion = "15-graphemes";

/** Columns by which a terminal moves its cursor. */
async function terminalWidth(text: string): Promise<number> {
  terminal.reset();
  await new Promise<void>((resolve) => terminal.write(text, resolve));
  return terminal.buffer.active.cursorX;
}

function* essaysIn(folder: string): Generator<{ path: string; formulas: Formula[]; parse: TexParser }> {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    const file = join(folder, path);
    if (!/\.(?:md|markdown|mdx)$/i.test(path) || !statSync(file).isFile()) continue;
    const document = parseDocument(readSource(readFileSync(file, "utf8")).body, markdownFormat(path));
    const formulas = [...formulasIn(document)];
    if (formulas.length > 0) yield { path, formulas, parse: texOf(document) };
  }
}

/** Shows each formula of a folder under its TeX. */
function list(folder: string, columns: number): void {
  for (const { path, formulas, parse } of essaysIn(folder)) {
    process.stdout.write(`\n# ${path}\n`);
    for (const formula of formulas) {
      const own = shown(formula, parse, columns);
      const rows = own?.rows ?? ["(not set)"];
      process.stdout.write(`\n${formula.display ? "$$" : "$"} ${formula.tex.trim()}\n`);
      for (const row of rows) process.stdout.write(`    ${row}\n`);
    }
  }
}

async function count(folder: string, seen: Set<string>): Promise<Figures> {
  const figures: Figures = {
    formulas: 0,
    parsed: 0,
    backslash: 0,
    cut: 0,
    milliseconds: [],
    widths: 0,
    otherwise: 0,
  };
  for (const { formulas, parse } of essaysIn(folder))
    for (const formula of formulas) {
      const from = performance.now();
      const own = shown(formula, parse, COLUMNS);
      figures.milliseconds.push(performance.now() - from);
      figures.formulas++;
      if (own === undefined) continue;
      figures.parsed++;
      if (own.rows.some((row) => row.includes("\\"))) figures.backslash++;
      if (own.isCut) figures.cut++;
      for (const row of own.rows) {
        if (seen.has(row) || width(row) >= MOST_COLUMNS) continue;
        seen.add(row);
        figures.widths++;
        if ((await terminalWidth(row)) !== width(row)) figures.otherwise++;
      }
    }
  return figures;
}

function part(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: "string" } },
});
if (positionals.length === 0) {
  process.stderr.write("npm run formulas -- [--list COLUMNS] FOLDER...\n");
  process.exit(2);
}
if (values.list !== undefined) {
  for (const folder of positionals) list(folder, Number(values.list));
  process.exit(0);
}
const heads = ["formulas", "parsed", "backslash", "cut", "median ms", "p99 ms", "rows", "other width"];
const lines: [string, ...string[]][] = [["folder", ...heads]];
const milliseconds: number[] = [];
const seen = new Set<string>();
for (const folder of positionals) {
  const own = await count(folder, seen);
  for (const one of own.milliseconds) milliseconds.push(one);
  const numbers = [own.formulas, own.parsed, own.backslash, own.cut].map(String);
  const times = [part(own.milliseconds, 0.5), part(own.milliseconds, 0.99)];
  lines.push([folder.split("/").at(-1) ?? folder, ...numbers, ...times, `${own.widths}`, `${own.otherwise}`]);
}
for (const [folder, ...numbers] of lines)
  process.stdout.write(`${folder.padEnd(22)}${numbers.map((one) => one.padStart(12)).join("")}\n`);
process.stdout.write(
  `\n${milliseconds.length} formulas: median ${part(milliseconds, 0.5)} ms, p99 ${part(milliseconds, 0.99)} ms\n`,
);
