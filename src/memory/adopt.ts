/**
 * Moves what is remembered along with its essay: marks, the place, the finished state, bookmarks, the queue.
 */
import { existsSync } from "node:fs";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import type { Mark } from "../marks/mark.ts";
import { isInFile, keyOf } from "./key.ts";
import { galleyOf } from "../marks/galley.ts";
import { seenAnew } from "../marks/seen.ts";
import type { Marks } from "./marks.ts";
import type { Memory } from "./memory.ts";
import { arrivedIn, departedFrom, looksLike, type Shelf, type Trace, tracesOf } from "./whereabouts.ts";

/**
 * Returns the marks of an open essay. If the essay was in another file before (its file was renamed, or
 * two files swapped their names), it gets what was remembered of that file; what was remembered of the
 * essay that was in this file before goes to that essay's new file. `at` is the present time in
 * milliseconds of Unix time.
 */
export function adopted(memory: Memory, open: OpenEssay, shelf: Shelf, at: number): Mark[] {
  if (!isInFile(open.essay)) return [];
  const { texts } = memory;
  const traces = texts.traces();
  const arrived = arrivedIn(open, traces, shelf);
  const from = arrived.map(({ file }) => file);
  const departed = departedFrom(open, traces, shelf, from);
  const own = keyOf(open.essay);
  const moves = [
    ...arrived.map(({ file }): [string, string] => [file, own]),
    ...departed.map(({ trace, now }): [string, string] => [trace.file, keyOf(now.essay)]),
  ];
  texts.move(new Map(moves), at);
  texts.note(open.essay, galleyOf(open.document).hash);
  return marksOf(memory.marks, open, shelf, at);
}

/** The essays that may be those of missing files of which something is remembered. */
export function maybeMoved(memory: Memory, essays: readonly Essay[]): Essay[] {
  const files = new Set(essays.map(keyOf));
  const gone = memory.texts.traces().filter(({ file }) => !files.has(file) && !existsSync(file));
  const byWords = Map.groupBy(gone, ({ words }) => words);
  return essays.filter((essay) => byWords.get(essay.words)?.some((trace) => looksLike(essay, trace)));
}

function marksOf(marks: Marks, open: OpenEssay, shelf: Shelf, at: number): Mark[] {
  const traces = tracesOf(marks.all());
  const arrived = arrivedIn(open, traces, shelf);
  const from = arrived.map(({ file }) => file);
  for (const { trace, now } of departedFrom(open, traces, shelf, from)) move(marks, trace, now, at);
  for (const trace of arrived) move(marks, trace, open, at);
  const own = marks.of(keyOf(open.essay));
  const seen = seenAnew(open, own);
  if (seen.length === 0) return own;
  marks.see(seen, at);
  return marks.of(keyOf(open.essay));
}

function move(marks: Marks, trace: Trace, { essay }: OpenEssay, at: number): void {
  const own = { file: keyOf(essay), slug: essay.slug, title: essay.title };
  for (const { id } of trace.marks) marks.change(id, { essay: own }, at);
}

/** The marks whose essays are not found, neither among these essays nor as a file, the oldest first. */
export function homelessOf(marks: Marks, essays: readonly Essay[]): Mark[] {
  const files = new Set(essays.map(keyOf));
  const isThere = new Map<string, boolean>();
  return marks.all().filter(({ essay: { file } }) => {
    const known = isThere.get(file) ?? (files.has(file) || existsSync(file));
    isThere.set(file, known);
    return !known;
  });
}
