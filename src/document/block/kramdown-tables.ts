/**
 * Tables as kramdown and PHP Markdown Extra allow them beyond GitHub's form, as an extension of marked's lexer (kramdown, "Tables"):
 * a line of hyphens above the header, plus signs in it, lines that part the body, a footer, and no header at all.
 *
 *     |-----+-------|
 *     | bell| weight|
 *     |:----+------:|
 *     | a   |      1|
 *     |=====+=======|
 *     | all |      1|
 *
 * Each becomes a table of GitHub's form.
 */
import type { MarkedExtension } from "marked";
import { beginsWith } from "./block-rules.ts";
import { cellsIn, withoutBars } from "./table-rows.ts";
import { afterLine } from "../../text/lines.ts";

const ROW = /^ {0,3}\|[^\n]*(?:\n|$)/;
const SIGNS = /^ {0,3}\|[ \t:|+=-]*$/;
/** A cell between parts of a table. */
const PART = /^[ \t]*:?(?:-+|=+):?[ \t]*$/;

const mayBegin = beginsWith("|");

export const kramdownTables: MarkedExtension = {
  extensions: [
    {
      name: "table",
      level: "block",
      tokenizer(src) {
        const raw = mayBegin(src) ? rowsAt(src) : "";
        const written = raw === "" ? undefined : usualForm(raw.trimEnd().split("\n"));
        if (written === undefined) return undefined;
        const [token] = this.lexer.blockTokens(written, []);
        return token?.type === "table" ? { ...token, raw } : undefined;
      },
    },
  ],
};

/** The lines at the start of `src` that begin with a bar. */
function rowsAt(src: string): string {
  let end = 0;
  while (end < src.length && ROW.test(src.slice(end, end + 5))) end = afterLine(src, end);
  return src.slice(0, end);
}

/** The table in GitHub's form; undefined if it has that form already, or is no table. */
function usualForm(lines: readonly string[]): string | undefined {
  const first = isRule(lines[0]!);
  // Further down, single hyphens are data.
  const rules = lines.map((line, nth) => isRule(line) && (nth < (first ? 3 : 2) || /--|==/.test(line)));
  const header = rules.indexOf(false);
  if (!rules.includes(true) || header < 0) return undefined;
  const isUsual = !first && rules[1] && rules.lastIndexOf(true) === 1 && !lines[1]!.includes("+");
  const rows = lines.filter((_, nth) => !rules[nth]);
  const columns = rows.reduce((most, row) => Math.max(most, cellsIn(row)), 0);
  const fitting = cellsIn(lines[1] ?? "");
  if (isUsual && cellsIn(withoutBars(lines[0]!, fitting)) === fitting) return undefined;
  const below = rules.indexOf(true, header);
  const isHeaded = below > 0 && !lines[below]!.includes("=");
  const cells = partsOf(isHeaded ? lines[below]! : first ? lines[0]! : "");
  const parts = Array.from({ length: columns }, (_, nth) => aligned(cells[nth]?.trim() ?? ""));
  const [head = "", ...body] = isHeaded ? rows : ["|".repeat(columns + 1), ...rows];
  return [filled(head, columns), `|${parts.join("|")}|`, ...body].join("\n");
}

/** Whether a line parts a table: each of its cells consists of hyphens or equals signs. */
function isRule(line: string): boolean {
  return SIGNS.test(line) && partsOf(line).every((part) => PART.test(part));
}

/** The cells between bars or plus signs. */
function partsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||[|+]$/g, "")
    .split(/[|+]/);
}

function aligned(cell: string): string {
  return `${cell.startsWith(":") ? ":" : ""}---${cell.length > 1 && cell.endsWith(":") ? ":" : ""}`;
}

/** A header with as many cells as the table has columns. */
function filled(row: string, columns: number): string {
  const missing = columns - cellsIn(row);
  const closed = /\|\s*$/.test(row) ? row.trimEnd() : `${row} |`;
  return missing > 0 ? closed + " |".repeat(missing) : closed;
}
