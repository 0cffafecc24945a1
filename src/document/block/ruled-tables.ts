/**
 * Tables whose columns are marked only by a line of hyphens: simple tables, and tables whose cells have
 * several lines (Pandoc's manual).
 *
 * In CommonMark such a line is a thematic break. It marks the columns of a table if the hyphens form at least
 * two groups, the longest with three or more, and each line above and below has a blank before each column.
 */
import type { Alignment } from "../document.ts";
import { cellText, columnsOf, type DrawnTable } from "./drawn-lines.ts";
import type { Limits } from "../limits.ts";
import { largest, smallest } from "../../text/extremes.ts";
import { lineAt } from "../../text/lines.ts";

/** A line of a table: its characters by columns, and where it ends in the source. */
interface Line {
  readonly signs: readonly string[];
  readonly text: string;
  readonly end: number;
}

/** A column: the beginning and the end of its hyphens. */
type Group = readonly [start: number, end: number];

const FULL = /^ {0,3}-{3,}$/;
/** The most lines of a header, and the longest line that may mark columns. */
const MOST_HEADER = 10;
const LONGEST = 1_000;

/** The table at the start of `src`; undefined if there is none. */
export function ruledTableAt(src: string, limits: Limits): DrawnTable | undefined {
  const begun = beginning(src);
  if (!begun || !limits.isPatient) return undefined;
  const { header, rule, isLong } = begun;
  const groups = groupsIn(rule.text)!;
  const { rows, end } = header.length > 0 && !isLong ? rowsToBlank(src, rule.end) : rowsToRule(src, rule.end);
  const all = [...header, ...rows.flat()];
  if (rows.length === 0 || !all.every((line) => isParted(line, groups))) {
    limits.soughtInVain(Math.min(src.length, Math.max(end, 100)));
    return undefined;
  }
  const cellsOf = (lines: readonly Line[]): string[] =>
    groups.map((_, column) => cellText(lines.map((line) => partOf(line, groups, column))));
  // Without a header, the first row decides the alignment of the columns.
  const aligned = header.length > 0 ? header : rows[0]!.slice(0, 1);
  return {
    align: groups.map((group, column) => alignmentOf(aligned, groups, group, column)),
    header: cellsOf(header),
    rows: rows.map(cellsOf),
    end,
  };
}

interface Beginning {
  readonly header: readonly Line[];
  readonly rule: Line;
  /** Whether a row may have several lines. */
  readonly isLong: boolean;
}

/** The header, if there is one, and the line that marks the columns. */
function beginning(src: string): Beginning | undefined {
  const first = lineOf(src, 0);
  if (groupsIn(first.text)) return { header: [], rule: first, isLong: true };
  if (!FULL.test(first.text.trimEnd())) {
    const rule = lineOf(src, first.end);
    return groupsIn(rule.text) && first.text.trim() !== ""
      ? { header: [first], rule, isLong: false }
      : undefined;
  }
  const header: Line[] = [];
  for (let at = first.end; header.length <= MOST_HEADER;) {
    const line = lineOf(src, at);
    if (groupsIn(line.text)) return header.length > 0 ? { header, rule: line, isLong: true } : undefined;
    if (line.text.trim() === "") return undefined;
    header.push(line);
    at = line.end;
  }
  return undefined;
}

/** The rows of a simple table: one line each, up to a blank line. */
function rowsToBlank(src: string, from: number): { readonly rows: Line[][]; readonly end: number } {
  const rows: Line[][] = [];
  let end = from;
  while (end < src.length) {
    const line = lineOf(src, end);
    if (line.text.trim() === "") break;
    end = line.end;
    // A line of hyphens may end it, too.
    if (groupsIn(line.text) || FULL.test(line.text.trimEnd())) break;
    rows.push([line]);
  }
  return { rows, end };
}

/**
 * The rows up to a line of hyphens: one line each, or groups of lines if blank lines separate the rows; none without
 * that line.
 */
function rowsToRule(src: string, from: number): { readonly rows: Line[][]; readonly end: number } {
  const rows: Line[][] = [[]];
  for (let at = from; at < src.length;) {
    const line = lineOf(src, at);
    at = line.end;
    if (groupsIn(line.text) || FULL.test(line.text.trimEnd())) {
      const said = rows.filter((row) => row.length > 0);
      const isParted = rows.length > 1;
      return { rows: isParted ? said : said.flat().map((one) => [one]), end: at };
    }
    if (line.text.trim() === "") {
      // Two blank lines end any table.
      if (rows.at(-1)!.length === 0) return { rows: [], end: at };
      rows.push([]);
    } else rows.at(-1)!.push(line);
  }
  return { rows: [], end: src.length };
}

function lineOf(src: string, at: number): Line {
  const text = lineAt(src, at);
  return { signs: columnsOf(text), text, end: Math.min(src.length, at + text.length + 1) };
}

/** The columns that a line of hyphens marks; undefined if it marks none. */
function groupsIn(line: string): Group[] | undefined {
  if (!line.trimStart().startsWith("--") || line.length > LONGEST || !/^[- ]+$/.test(line)) return undefined;
  const groups = Array.from(line.matchAll(/-+/g), ({ 0: hyphens, index }): Group => [
    index,
    index + hyphens.length,
  ]);
  const lengths = groups.map(([start, end]) => end - start);
  return groups.length > 1 && smallest(lengths) > 1 && largest(lengths) > 2 ? groups : undefined;
}

/** Whether a line has a blank before each column except the first, or ends before it. */
function isParted({ signs }: Line, groups: readonly Group[]): boolean {
  return groups.every(([start], column) => column === 0 || (signs[start - 1] ?? " ") === " ");
}

/** The text of a line in a column, up to the beginning of the next column. */
function partOf({ signs }: Line, groups: readonly Group[], column: number): string {
  const start = column === 0 ? 0 : groups[column]![0];
  return signs.slice(start, groups[column + 1]?.[0]).join("");
}

/** The alignment of a column: whether the header's text reaches one end of its hyphens, both, or neither. */
function alignmentOf(
  lines: readonly Line[],
  groups: readonly Group[],
  [start, end]: Group,
  column: number,
): Alignment {
  const from = column === 0 ? 0 : start;
  const parts = lines.map((line) => partOf(line, groups, column)).filter((part) => part.trim() !== "");
  if (parts.length === 0) return undefined;
  const isLeft = parts.some((part) => from + part.search(/\S/) <= start);
  const isRight = parts.some((part) => from + part.trimEnd().length >= end);
  if (isLeft === isRight) return isLeft ? undefined : "center";
  return isLeft ? "left" : "right";
}
