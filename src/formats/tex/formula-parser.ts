/**
 * The parser of an essay's formulas, with the macros that any of them defines, and the numbers of labelled
 * formulas. This module loads the parser of TeX.
 */
import type { Formula } from "../../document/walk.ts";
import { isProblem, type TexParser } from "../../layout/math/parser.ts";
import { texParser } from "./tex.ts";
import { ownMacros } from "./macros.ts";

/** A command that defines a macro. */
const DEFINES =
  /\\(?:(?:re)?newcommand|providecommand|g?def|xdef|let|global|DeclareMathOperator)(?![a-zA-Z])/;

/**
 * `read`, applied in the order of the document if a formula defines commands: a formula that is read a second time would find them
 * defined already, so that `\let\old\phi \def\phi{\varphi}` would make both the same. What `read` returned is kept, unless
 * it is refused (the command may be defined later, as before a note) or has a reference to a formula that may stand below.
 */
export function inOrder<Read>(
  formulas: readonly Formula[],
  read: (tex: string, display: boolean) => Read,
  isRefused: (own: Read) => boolean,
): (tex: string, display: boolean) => Read {
  if (!formulas.some(({ tex }) => DEFINES.test(tex))) return read;
  const kept = new Map<string, Read>();
  for (const { tex, display } of formulas) {
    const key = keyOf(tex, display);
    if (kept.has(key) || REFERS.test(tex)) continue;
    const own = read(tex, display);
    if (!isRefused(own)) kept.set(key, own);
  }
  return (tex, display) => kept.get(keyOf(tex, display)) ?? read(tex, display);
}

const REFERS = /\\(?:eqref|ref)(?![a-zA-Z])/;

/** What tells a formula apart from others: its TeX, and whether it is a display. */
export function keyOf(tex: string, display: boolean): string {
  return `${display ? "$$" : "$"}${tex}`;
}

/** A parser that knows the macros of all `formulas`, and the numbers of those with a label. */
export function formulaParser(formulas: Iterable<Formula>, macros = ownMacros()): TexParser {
  const parser = texParser(macros);
  const all = [...formulas];
  const numbers = numbersOf(all);
  for (const [label, number] of numbers) macros[`\\label@${label}`] = `(${number})`;
  const numbering: TexParser = (tex, display) => {
    const numbered = withNumbers(tex, numbers);
    const parsed = numbered === tex ? undefined : parser(numbered, display);
    // A formula in which TeX allows no number is parsed without one.
    return parsed && !isProblem(parsed) ? parsed : parser(tex, display);
  };
  return inOrder(all, numbering, isProblem);
}

const LABEL = /\\label\s{0,3}\{([^{}]{1,100})\}/g;

/** The labels of a formula and its rows. */
export function labelsIn(tex: string): string[] {
  return Array.from(tex.matchAll(LABEL), ([, label = ""]) => label);
}

/** Numbers by label, in document order, of displays or rows with a label and without a tag (LaTeX's `equation`). */
export function numbersOf(formulas: readonly Formula[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { tex, display } of formulas) {
    if (!display || !tex.includes("\\label")) continue;
    for (const row of untagged(tex))
      for (const label of labelsIn(row)) if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
  }
  return numbers;
}

const TAG = /\\tag\b/;

function untagged(tex: string): string[] {
  return rowsOf(tex).filter((row) => !TAG.test(row));
}

/** The TeX with a `\tag` for each label that has a number. */
export function withNumbers(tex: string, numbers: ReadonlyMap<string, number>): string {
  if (!tex.includes("\\label")) return tex;
  return rowsOf(tex)
    .map((row) => (TAG.test(row) ? row : numberedRow(row, numbers)))
    .join("");
}

function numberedRow(row: string, numbers: ReadonlyMap<string, number>): string {
  return row.replace(LABEL, (written, label: string) => {
    const number = numbers.get(label);
    return number === undefined ? written : `\\tag{${number}}${written}`;
  });
}

/** The rows of a display or of its outermost environment, each with the `\\` at its end. */
function rowsOf(tex: string): string[] {
  const rows: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { 0: sign, index } of tex.matchAll(/\\(?:begin|end)(?![a-zA-Z])|\\[^]/g)) {
    if (sign === "\\begin") depth++;
    else if (sign === "\\end") depth--;
    else if (sign === "\\\\" && depth <= 1) {
      rows.push(tex.slice(start, index + 2));
      start = index + 2;
    }
  }
  return [...rows, tex.slice(start)];
}
