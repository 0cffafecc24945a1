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
  for (const [line, own] of Map.groupBy(findings, (finding) => finding.line)) {
    const before = lines[line - 1];
    if (before === undefined) continue;
    const after = mendedLine(before, own);
    lines[line - 1] = after.text;
    for (const finding of after.fixed) fixed.push(finding);
  }
  return { text: lines.join(""), fixed };
}

/** A line is put together from its end, so that of two fixes at one place the first comes last. */
function mendedLine(line: string, findings: readonly Finding[]): Mended {
  const sorted = findings.toSorted((a, b) => b.column - a.column);
  const offsets = offsetsOf(line, sorted);
  const parts: string[] = [];
  const fixed: Finding[] = [];
  let end = line.length;
  for (const finding of sorted) {
    const at = offsets.get(finding.column)!;
    const { fix } = finding;
    if (!fix || at + fix.remove.length > end || !line.startsWith(fix.remove, at)) continue;
    parts.push(line.slice(at + fix.remove.length, end), fix.insert);
    end = at;
    fixed.push(finding);
  }
  parts.push(line.slice(0, end));
  return { text: parts.reverse().join(""), fixed };
}

/** The offset in UTF-16 code units of each column, which counts characters from 1; the last column first. */
function offsetsOf(line: string, findings: readonly Finding[]): Map<number, number> {
  const offsets = new Map<number, number>();
  let [at, column] = [0, 1];
  for (const wanted of findings.map((finding) => finding.column).reverse()) {
    for (; column < wanted && at < line.length; column++) at += line.codePointAt(at)! > 0xffff ? 2 : 1;
    offsets.set(wanted, at);
  }
  return offsets;
}
