/**
 * Lays out the tables of help in 80 columns.
 */
import { largest } from "../text/extremes.ts";

const PAGE = 80;
const INDENT = 2;
const GAP = 2;
/** The widest term with its meaning beside it; the meaning of a wider one begins on the next line. */
const WIDEST = 28;

/** Rows of terms with their meanings beside them, wrapped. */
export function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const fitting = rows.map(([left]) => left.length).filter((length) => length <= WIDEST);
  const left = largest(fitting, 0);
  const right = left === 0 ? 0 : left + GAP;
  return rows.flatMap(([term, meaning]) => {
    const lines = wrapped(meaning, PAGE - INDENT - right);
    const beside = term.length <= left;
    const first = beside ? lines.slice(0, 1) : [];
    const head = `${" ".repeat(INDENT)}${beside ? term.padEnd(right) : term}${first.join("")}`.trimEnd();
    const rest = lines.slice(first.length).map((line) => " ".repeat(INDENT + right) + line);
    return [head, ...rest];
  });
}

/** Terms with their meanings below, indented and wrapped. */
export function stacked(rows: readonly (readonly [string, string])[]): string[] {
  return rows.flatMap(([term, meaning]) => [
    `${" ".repeat(INDENT)}${term}`,
    ...wrapped(meaning, PAGE - 3 * INDENT).map((line) => " ".repeat(3 * INDENT) + line),
  ]);
}

/** Text in lines of at most `columns`, broken at blanks. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
