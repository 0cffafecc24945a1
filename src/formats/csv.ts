/**
 * Comma-separated values (RFC 4180).
 */
import { label, visibleLines } from "../text/visible.ts";

interface CsvForm {
  /** The end of a row: a line feed for the tools of a shell, CR LF as the RFC has it. */
  readonly end: "\n" | "\r\n";
  /** Whether a cell may have several lines. Otherwise it is a label. */
  readonly hasLines: boolean;
  /**
   * Whether a list (`- an item`) or a name (`@ann`) is unchanged, for a program that would show the apostrophe before it. What could do
   * anything in a spreadsheet has one nevertheless.
   */
  readonly keepsSigns?: boolean;
}

/** Rows as comma-separated values. Control characters are visible. */
export function toCsv(
  rows: readonly (readonly string[])[],
  { end, hasLines, keepsSigns = false }: CsvForm = { end: "\n", hasLines: false },
): string {
  const shown = hasLines ? linesOf : label;
  return rows
    .map((row) => `${row.map((cell) => quoted(unformulated(shown(cell), keepsSigns))).join(",")}${end}`)
    .join("");
}

function linesOf(text: string): string {
  return visibleLines(text.replace(/\r\n?/g, "\n"));
}

/** A cell, in quotation marks if necessary. */
function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const FORMULA = /^'*[-=+@\t]/;
/** Signs without which a formula can neither call a function nor name another program, file or sheet. */
const ACTS = /[(|]|!\S/;
const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;

/** An apostrophe precedes text that a spreadsheet would read as a formula (OWASP, "CSV Injection"); a number is no formula. */
function unformulated(text: string, keepsSigns: boolean): string {
  if (!FORMULA.test(text) || NUMBER.test(text)) return text;
  const isHarmless = keepsSigns && /^[-+@]/.test(text) && !ACTS.test(text);
  return isHarmless ? text : `'${text}`;
}

/** Removes the apostrophe before text that would be a formula. */
export function withFormula(text: string): string {
  return /^'+[-=+@\t]/.test(text) ? text.slice(1) : text;
}
