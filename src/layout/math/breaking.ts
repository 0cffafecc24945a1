/**
 * Formulas that are too wide for the page, broken as a book does: in display, before relations, and where that is not enough
 * before operators; what continues is indented under what follows the relation.
 *
 *     (a + b)³ = (a + b)(a + b)²
 *              = a³ + 3a²b
 *                + 3ab² + b³
 */
import { beside, blankBox, type Box, stacked, textBox } from "./box.ts";
import type { MathPiece } from "./inline.ts";
import { type Spaced, spacedBox } from "./spacing.ts";
import { width } from "../../text/width.ts";

/** More columns, for those that continue with an operator. */
const HANGING = 2;

/** Columns by which lines are indented that continue one, where its relation stands too far to the right. */
export function indentIn(columns: number): number {
  return Math.min(4, Math.floor(columns / 8));
}

/** The list in lines of at most `columns`, one box under the other; undefined if that can't be. */
export function brokenLines(list: readonly Spaced[], columns: number): Box | undefined {
  // Where the left side is empty, the formula begins with its relation.
  const shown = list.slice(list.findIndex(({ item }) => item.box.columns > 0));
  const parts = partsAt(shown, (at, depth) => depth === 0 && at.item.class === "rel");
  const indent = indentOf(parts, columns);
  const lines: Box[] = [];
  let line: Spaced[] = [];
  let left = 0;
  for (const part of parts) {
    const together = [...line, ...part];
    if (line.length === 0 || left + columnsOf(together) <= columns) line = together;
    else {
      lines.push(...linesOf(line, left, columns));
      left = indent;
      line = part;
    }
  }
  lines.push(...linesOf(line, left, columns));
  if (lines.some((own) => own.columns > columns)) return undefined;
  return stackedLines(lines).box;
}

/** Lines one under the other, and for each the last row that it has in the whole. */
export interface StackedLines {
  readonly box: Box;
  readonly ends: readonly number[];
}

/** Where rows of two lines would meet that are not on their baselines, a blank row parts them. */
export function stackedLines(lines: readonly Box[]): StackedLines {
  const rows: Box[] = [];
  const ends: number[] = [];
  let count = 0;
  lines.forEach((own, index) => {
    const upper = lines[index - 1];
    const isAiry = upper !== undefined && (own.baseline > 0 || upper.baseline < upper.rows.length - 1);
    if (isAiry) rows.push(textBox(""));
    rows.push(own);
    count += own.rows.length + (isAiry ? 1 : 0);
    ends.push(count - 1);
  });
  return { box: stacked(rows, 0, "left"), ends };
}

/** Under the first relation, where that leaves most of the line. */
function indentOf(parts: readonly (readonly Spaced[])[], columns: number): number {
  const first = parts[0] ?? [];
  if (first[0]?.item.class === "rel") return 0;
  if (parts.length < 2 || first.length === 0) return indentIn(columns);
  const under = columnsOf(first) + (parts[1]?.[0]?.gap ?? 0);
  return under <= columns / 3 ? under : indentIn(columns);
}

/** A line that is too wide, broken before its operators, and else wherever it has blanks. */
function linesOf(line: readonly Spaced[], left: number, columns: number): Box[] {
  const whole = indented(line, left);
  if (whole.columns <= columns) return [whole];
  const atOperators = filled(
    partsAt(line, (at, depth) => depth === 0 && at.item.class === "bin"),
    left,
    columns,
  );
  if (atOperators.every((own) => own.columns <= columns)) return atOperators;
  return filled(
    partsAt(line, (at) => at.gap > 0),
    left,
    columns,
  );
}

function filled(parts: readonly (readonly Spaced[])[], left: number, columns: number): Box[] {
  const hanging = left + (left > 0 || parts.length > 1 ? HANGING : 0);
  const lines: Box[] = [];
  let line: Spaced[] = [];
  let used = 0;
  let indent = left;
  for (const part of parts) {
    const more = columnsOf(part) + (line.length > 0 ? (part[0]?.gap ?? 0) : 0);
    if (line.length > 0 && indent + used + more > columns) {
      lines.push(indented(line, indent));
      line = [];
      used = 0;
      indent = Math.min(hanging, Math.floor(columns / 2));
    }
    used += line.length === 0 ? columnsOf(part) : more;
    line.push(...part);
  }
  if (line.length > 0) lines.push(indented(line, indent));
  return lines;
}

/** The list in parts, a new one beginning where `isBreak` says so; brackets are counted. */
function partsAt(list: readonly Spaced[], isBreak: (at: Spaced, depth: number) => boolean): Spaced[][] {
  const parts: Spaced[][] = [[]];
  let depth = 0;
  list.forEach((at, index) => {
    if (at.item.class === "close" && depth > 0) depth--;
    if (index > 0 && isBreak(at, depth)) parts.push([]);
    parts.at(-1)!.push(at);
    if (at.item.class === "open" && at.item.rightClass === undefined) depth++;
  });
  return parts;
}

/** Columns of a list without the gap before it. */
function columnsOf(list: readonly Spaced[]): number {
  return list.reduce((sum, { item, gap }, index) => sum + item.box.columns + (index === 0 ? 0 : gap), 0);
}

function indented(list: readonly Spaced[], left: number): Box {
  const [first, ...rest] = list;
  if (first === undefined) return blankBox(left);
  return beside([blankBox(left), spacedBox([{ ...first, gap: 0 }, ...rest])]);
}

/** A formula on one row in lines of at most `columns`, as in a paragraph; undefined if a piece of it is wider. */
export function brokenText(pieces: readonly MathPiece[], columns: number): Box | undefined {
  const indent = indentIn(columns);
  const lines: string[] = [];
  let line = "";
  for (const word of pieces.flatMap(({ text }) => text.split(/(?<= )(?! )/))) {
    const begun = lines.length === 0 && line === "" ? "" : " ".repeat(indent);
    if (line.trim() !== "" && width((line + word).trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = " ".repeat(indent) + word;
    } else line = line === "" ? begun + word : line + word;
  }
  lines.push(line.trimEnd());
  if (lines.some((own) => width(own) > columns)) return undefined;
  return stacked(lines.map(textBox), 0, "left");
}
