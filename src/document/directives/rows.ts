/**
 * The rows of tables that directives write as lists of lists, or with commas.
 */

/** Rows that are the items of a list, each a list of cells: `* - A`, `  - B`. */
export function listRows(body: string): string[][] {
  const rows: string[][] = [];
  for (const line of body.split("\n")) {
    const [, isRow, isCell, text = ""] =
      /^(?:([*+-])[ \t]{1,9}|[ \t]{1,9})([*+-])(?:[ \t]{1,9}([^\n]*))?$/.exec(line) ?? [];
    const row = rows.at(-1);
    if (isRow !== undefined && isCell !== undefined) rows.push([text]);
    else if (isCell !== undefined && row) row.push(text);
    else if (row) row[row.length - 1] += `\n${line.trim()}`;
  }
  return rows;
}

const VALUE = /[ \t]*(?:"((?:[^"]|"")*)"|([^,\n]*))[ \t]*(,|\n|$)/y;

/** Rows of values that commas part, some of them in quotation marks (RFC 4180). */
export function commaRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const value = new RegExp(VALUE);
  while (value.lastIndex < text.length) {
    const match = value.exec(text);
    if (!match) break;
    const [, quoted, plain = "", end] = match;
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain.trim());
    if (end === "\n") rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ""));
}
