/**
 * Grid tables (Pandoc's manual, "Grid tables"; also in Docutils). The text of a cell over several
 * columns is in the first of them.
 *
 *     +---+---+
 *     | A | B |
 *     +===+===+
 *     | 1 | 2 |
 *     +---+---+
 */
import type { Alignment } from "../document.ts";
import { cellText, columnsOf, type DrawnTable } from "./drawn-lines.ts";
import type { Limits } from "../limits.ts";
import { lineAt } from "../../text/lines.ts";

/** A line between rows: `+---+:==:+`. */
const RULE = /^\+(?:[-=:]+\+)+$/;
const BORDER = new Set(["|", "+"]);

/** The grid table at the start of `src`; undefined if there is none. */
export function gridTableAt(src: string, limits: Limits): DrawnTable | undefined {
  if (!limits.isPatient || !RULE.test(lineAt(src, 0).trimEnd())) return undefined;
  const { lines, end } = linesOf(src);
  const last = lines.findLastIndex((line) => RULE.test(line));
  if (last < 2 || last < lines.length - 1) {
    limits.soughtInVain(end);
    return undefined;
  }
  const borders = bordersOf(lines.filter((line) => RULE.test(line)));
  if (!limits.holds("cells", (borders.length - 1) * lines.length)) return undefined;
  return { ...tableOf(lines, borders), end };
}

/** The lines that begin like lines of a grid, and the offset after them. */
function linesOf(src: string): { readonly lines: string[]; readonly end: number } {
  const lines: string[] = [];
  let end = 0;
  while (src[end] === "+" || src[end] === "|") {
    const line = lineAt(src, end);
    lines.push(line.trimEnd());
    end += line.length + 1;
  }
  return { lines, end: Math.min(end, src.length) };
}

/** Where any of the rules has a corner. */
function bordersOf(rules: readonly string[]): number[] {
  const corners = new Set<number>();
  for (const rule of new Set(rules))
    for (let at = rule.indexOf("+"); at >= 0; at = rule.indexOf("+", at + 1)) corners.add(at);
  return [...corners].sort((one, other) => one - other);
}

function tableOf(lines: readonly string[], borders: readonly number[]): Omit<DrawnTable, "end"> {
  const rows: string[][] = [];
  let cells: string[][] | undefined;
  let header: string[] | undefined;
  let aligned = lines[0]!;
  const count = borders.length - 1;
  for (const line of lines) {
    if (RULE.test(line)) {
      if (cells) rows.push(cells.map(cellText));
      cells = undefined;
      if (line.includes("=") && !header && rows.length > 0) {
        header = joined(rows.splice(0), count);
        aligned = line;
      }
      continue;
    }
    cells ??= Array.from({ length: count }, () => []);
    partsOf(line, borders).forEach((part, column) => cells![column]!.push(part));
  }
  return {
    align: borders.slice(1).map((border, column) => alignmentOf(aligned.slice(borders[column]! + 1, border))),
    header: header ?? Array.from({ length: count }, () => ""),
    rows,
  };
}

/** Rows above the header's rule as one. */
function joined(rows: readonly string[][], count: number): string[] {
  return Array.from({ length: count }, (_, column) =>
    rows
      .map((row) => row[column]!)
      .filter((text) => text !== "")
      .join("\n\n"),
  );
}

/** What a line has for each column. If the bars are not below the corners, they separate the columns if their number is right. */
function partsOf(line: string, borders: readonly number[]): string[] {
  const count = borders.length - 1;
  const signs = columnsOf(line);
  const isDrawn = signs.length === borders.at(-1)! + 1;
  const bars = signs.flatMap((sign, at) => (BORDER.has(sign) ? [at] : []));
  const parts = Array.from({ length: count }, () => "");
  if (!isDrawn && bars.length === borders.length) {
    return parts.map((_, column) => signs.slice(bars[column]! + 1, bars[column + 1]).join(""));
  }
  let start = borders[0]! + 1;
  let column = 0;
  for (let nth = 1; nth <= count; nth++) {
    const border = borders[nth]!;
    if (nth < count && !BORDER.has(signs[border] ?? "")) continue;
    const isLast = nth === count;
    const inner = signs.slice(start, isLast ? undefined : border).join("");
    parts[column] = withoutRule(isLast && BORDER.has(inner.at(-1) ?? "") ? inner.slice(0, -1) : inner);
    start = border + 1;
    column = nth;
  }
  return parts;
}

/** Removes a rule that ends one cell while the cell beside it continues. */
function withoutRule(part: string): string {
  return /^[-=+]{2,}$/.test(part) ? "" : part;
}

function alignmentOf(rule: string): Alignment {
  const [isLeft, isRight] = [rule.startsWith(":"), rule.endsWith(":")];
  if (isLeft && isRight) return "center";
  return isLeft ? "left" : isRight ? "right" : undefined;
}
