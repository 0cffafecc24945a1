/**
 * Rows and cells of comma-separated values (RFC 4180), also with the semicolons or tabs that spreadsheets write where the comma is the decimal
 * sign.
 */

export interface CsvRow {
  readonly cells: readonly string[];
  /** The line of the file, from 1, on which it begins: a cell in quotation marks may hold line feeds. */
  readonly line: number;
}

/** The signs that may separate cells. */
const SEPARATORS = [",", ";", "\t"];

/** The rows, divided by the first separator whose first row is a header. Without one, the cells are divided by commas. */
export function csvRows(text: string, isHeader: (cells: readonly string[]) => boolean): CsvRow[] {
  // Excel's own first line: it names the separator.
  const named = /^\ufeff?sep=([^\r\n])(?:\r\n?|\n|$)/i.exec(text);
  const start = named ? named[0].length : text.startsWith("\ufeff") ? 1 : 0;
  const separator = named?.[1] ?? SEPARATORS.find((sign) => isHeader(rowAt(text, start, sign)[0]));
  return rowsOf(text, start, named ? 2 : 1, separator ?? ",");
}

/** One pass over the text. */
function rowsOf(text: string, start: number, first: number, separator: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = first;
  for (let at = start; at < text.length;) {
    const [cells, next] = rowAt(text, at, separator);
    rows.push({ cells, line });
    line += text.slice(at, next).match(/\r\n?|\n/g)?.length ?? 0;
    at = next;
  }
  return rows;
}

/** The row at an offset, and the offset of the next one. */
function rowAt(text: string, start: number, separator: string): [cells: string[], next: number] {
  const cells: string[] = [];
  for (let at = start; ;) {
    const [value, end] = cellAt(text, at, separator);
    cells.push(value);
    if (text[end] !== separator) return [cells, end + (text.startsWith("\r\n", end) ? 2 : 1)];
    at = end + 1;
  }
}

/** A cell, and the offset of the sign that ends it. */
function cellAt(text: string, start: number, separator: string): [value: string, end: number] {
  const [quoted, from] = text[start] === '"' ? quotedAt(text, start) : ["", start];
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\r" && text[end] !== "\n") end++;
  return [quoted + text.slice(from, end), end];
}

/** A text in quotation marks, and the offset after them. */
function quotedAt(text: string, start: number): [value: string, end: number] {
  const parts: string[] = [];
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    parts.push(text.slice(at, end));
    if (text[end + 1] !== '"') return [parts.join(""), Math.min(text.length, end + 1)];
    parts.push('"');
    at = end + 2;
  }
}
