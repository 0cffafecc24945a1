/**
 * What can be mended without a doubt: each repair says what stands at its place, and what should.
 */
import type { Finding } from "./finding.ts";

export interface Mended {
  readonly text: string;
  /** How many of the findings are mended in it. */
  readonly count: number;
}

/** The text of a file with its findings mended, as far as they can be, and as far as it still says what was found. */
export function mended(text: string, findings: readonly Finding[]): Mended {
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  let count = 0;
  // From the end, so that what stands before keeps its column.
  for (const { line, column, fix } of findings.toSorted((a, b) => b.line - a.line || b.column - a.column)) {
    const own = lines[line - 1];
    if (!fix || own === undefined) continue;
    const at = offsetOf(own, column);
    if (!own.startsWith(fix.remove, at)) continue;
    lines[line - 1] = own.slice(0, at) + fix.insert + own.slice(at + fix.remove.length);
    count++;
  }
  return { text: lines.join(""), count };
}

/** The offset, in UTF-16 code units, of a column in characters, from 1. */
function offsetOf(line: string, column: number): number {
  let at = 0;
  for (let left = column - 1; left > 0 && at < line.length; left--)
    at += line.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}
