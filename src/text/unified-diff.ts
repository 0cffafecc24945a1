/**
 * A unified diff (GNU diffutils, "Unified Format") of two texts with the same number of lines, for `git apply` and `patch -p1`.
 */
import { append } from "./append.ts";

const AROUND = 3;

/** The diff; empty if the texts are equal. `path` starts in the folder in which the patch is to be applied. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changed = old.flatMap((line, at) => (line === now[at] ? [] : [at]));
  if (changed.length === 0) return "";
  const hunks = hunksAround(changed, old.length).map(({ start, end }) => hunk(old, now, start, end));
  return `--- a/${path}\n+++ b/${path}\n${hunks.join("")}`;
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  // A final line feed ends the last line; it does not begin another one.
  return lines.at(-1) === ""
    ? lines.slice(0, -1)
    : [...lines.slice(0, -1), `${lines.at(-1)!}\n\\ No newline at end of file`];
}

/** Runs of changed lines with the context that a hunk shows; runs that touch are joined. */
function hunksAround(changed: readonly number[], count: number): { start: number; end: number }[] {
  const hunks: { start: number; end: number }[] = [];
  for (const at of changed) {
    const [start, end] = [Math.max(0, at - AROUND), Math.min(count, at + AROUND + 1)];
    const last = hunks.at(-1);
    if (last && start <= last.end) last.end = end;
    else hunks.push({ start, end });
  }
  return hunks;
}

function hunk(old: readonly string[], now: readonly string[], start: number, end: number): string {
  const range = `${start + 1},${end - start}`;
  const rows: string[] = [];
  let added: string[] = [];
  for (let at = start; at < end; at++) {
    if (old[at] === now[at]) {
      append(rows, [...added, ` ${old[at]}\n`]);
      added = [];
    } else {
      rows.push(`-${old[at]}\n`);
      added.push(`+${now[at]}\n`);
    }
  }
  return `@@ -${range} +${range} @@\n${[...rows, ...added].join("")}`;
}
