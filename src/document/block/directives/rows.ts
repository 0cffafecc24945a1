/**
 * The rows of tables in directives, written as lists of lists, or with commas.
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

/** Rows of values separated by commas, some of them in quotation marks (RFC 4180). */
export function commaRows(text: string): string[][] {
  const rows: string[][] = [[]];
  let value = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      value += '"';
      at++;
    } else if (sign === '"' && (isQuoted || value.trim() === "")) isQuoted = !isQuoted;
    else if (isQuoted || (sign !== "," && sign !== "\n")) value += sign;
    else {
      rows.at(-1)!.push(value.trim());
      value = "";
      if (sign === "\n") rows.push([]);
    }
  }
  rows.at(-1)!.push(value.trim());
  return rows.filter((row) => row.some((cell) => cell !== ""));
}
