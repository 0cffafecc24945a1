/**
 * Marks rows that stay together on a screen or a page: a display formula, a row of a table.
 */
import type { Line, Row, Together } from "./line.ts";

/** The lines as rows that stay together if a screen has room for them. */
export function together<Own extends Row>(lines: readonly Own[]): readonly (Own & Pick<Line, "part">)[] {
  return asTogether(lines, { under: 0, most: 1, first: 0 });
}

/** The largest part of a screen that a row of a table takes and stays whole: longer cells are read like text. */
const MOST_OF_ROW = 1 / 3;
/** The fewest lines of a longer row at the end of a screen. */
const LEAST_OF_ROW = 2;

/**
 * The lines of a table's row. The first row has the header, of `head` lines, above it; above the others, it is repeated on another screen.
 * Long rows are parted, because whole ones would leave half of small screens empty.
 */
export function tableRow(lines: readonly Line[], head: number, isFirst: boolean): readonly Line[] {
  const first = LEAST_OF_ROW + (isFirst ? head : 0);
  return asTogether(lines, { under: isFirst ? 0 : head, most: MOST_OF_ROW, first });
}

/** The lines of a table's row that is shown as a record. Its first `lead` lines name it, and are repeated above the others on another screen. */
export function tableRecord(lines: readonly Line[], lead: number): readonly Line[] {
  return asTogether(lines, { under: 0, most: MOST_OF_ROW, first: Math.max(LEAST_OF_ROW, lead + 1), lead });
}

function asTogether<Own extends Row>(
  lines: readonly Own[],
  look: Omit<Together, "row" | "rows">,
): readonly (Own & Pick<Line, "part">)[] {
  const rows = lines.length;
  return rows === 1 ? lines : lines.map((line, row) => ({ ...line, part: { row, rows, ...look } }));
}
