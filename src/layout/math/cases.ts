/**
 * `cases` that are wider than the page: value and condition are broken within their columns, or the
 * condition goes under its value.
 *
 *     ⎧aaaa        if x > 0             ⎧aaaa + bbbb + cccc
 *     ⎪  + bbbb    and y > 0            ⎪    if x > 0 and y > 0
 *     ⎨                          or     ⎨
 *     ⎩cccc        otherwise            ⎩dddd
 *                                           otherwise
 */
import type { NarrowRows } from "./aligned.ts";
import { beside, blankBox, type Box, type Narrowed, stacked, widened } from "./box.ts";
import { indentIn } from "./breaking.ts";
import { stackedLines } from "./lines.ts";
import { narrowed } from "./narrow.ts";
import { largest } from "../../text/extremes.ts";

/** The widest column that is not broken, as a fraction of all. */
const MOST_WHOLE = 0.45;
/** The fewest columns in which the other column is broken: "otherwise" needs 9. */
const FEWEST = 9;

/** Rows of values and conditions with `gap` blanks between them, in at most `columns`. */
export function narrowCases(rows: readonly (readonly Box[])[], gap: number, columns: number): NarrowRows {
  const widths = [0, 1].map((index) =>
    largest(
      rows.map((row) => row[index]?.columns ?? 0),
      0,
    ),
  );
  const [values = 0, conditions = 0] = widths;
  const least = Math.min(values, conditions);
  const room = columns - gap - least;
  if (rows.some((row) => row.length > 2) || least > columns * MOST_WHOLE || room < FEWEST)
    return stackedCases(rows.map((row) => underEachOther(row, columns)));
  const value = values <= conditions ? values : room;
  const condition = values <= conditions ? room : conditions;
  const parts = rows.map((row) => row.map((box, index) => narrowed(box, index === 0 ? value : condition)));
  const taken = largest(
    parts.map((row) => row[0]?.box.columns ?? 0),
    0,
  );
  return stackedCases(
    parts.map(([first, second]) => ({
      box: beside([
        widened(first!.box, second ? taken : 0, "left"),
        ...(second ? [blankBox(gap), second.box] : []),
      ]),
      isCut: first!.isCut || second?.isCut === true,
    })),
  );
}

function underEachOther([value, ...conditions]: readonly Box[], columns: number): Narrowed {
  const indent = indentIn(columns);
  const parts = [
    narrowed(value!, columns),
    ...conditions.map((box) => {
      const { box: own, isCut } = narrowed(box, columns - indent);
      return { box: beside([blankBox(indent), own]), isCut };
    }),
  ];
  // A blank row separates two cases, but not a condition from its value.
  const box = stacked(
    parts.map((part) => part.box),
    0,
    "left",
  );
  return { box, isCut: parts.some(({ isCut }) => isCut) };
}

function stackedCases(rows: readonly Narrowed[]): NarrowRows {
  const { box, baselines, ends } = stackedLines(rows.map((row) => row.box));
  return { box, baselines, ends, isCut: rows.some(({ isCut }) => isCut) };
}
