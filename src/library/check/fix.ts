/**
 * Applies fixes that are beyond doubt: each has the text at its place, and the text that replaces it.
 */
import type { Finding } from "./finding.ts";

export interface Mended {
  readonly text: string;
  /** The findings that were fixed. */
  readonly fixed: readonly Finding[];
}

/** Fixes the findings in a file's text that have a fix, if the text at their place is still the same. */
export function mended(text: string, findings: readonly Finding[]): Mended {
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  const fixed: Finding[] = [];
  // From the end, so that the columns of earlier findings stay valid.
  for (const finding of findings.toSorted((a, b) => b.line - a.line || b.column - a.column)) {
    const { line, column, fix } = finding;
    const own = lines[line - 1];
    if (!fix || own === undefined) continue;
    const at = offsetOf(own, column);
    if (!own.startsWith(fix.remove, at)) continue;
    lines[line - 1] = own.slice(0, at) + fix.insert + own.slice(at + fix.remove.length);
    fixed.push(finding);
  }
  return { text: lines.join(""), fixed };
}

/** The offset in UTF-16 code units of a column, which counts characters from 1. */
function offsetOf(line: string, column: number): number {
  let at = 0;
  for (let left = column - 1; left > 0 && at < line.length; left--)
    at += line.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}
