/**
 * Moves marks along with their essay.
 */
import { existsSync } from "node:fs";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import type { Mark } from "../marks/mark.ts";
import { isInFile, keyOf } from "./key.ts";
import type { Marks } from "./marks.ts";
import { arrivedIn, departedFrom, type Shelf, type Trace, tracesOf } from "./whereabouts.ts";

/**
 * Returns the marks of an open essay. Marks whose essay is this one by now, because its file was renamed or two files swapped their
 * names, become its own; marks of the essay that was in this file before go where that is now. `at` is the present time in
 * milliseconds of Unix time.
 */
export function marksOf(marks: Marks, open: OpenEssay, shelf: Shelf, at: number): Mark[] {
  if (!isInFile(open.essay)) return [];
  const traces = tracesOf(marks.all());
  const arrived = arrivedIn(open, traces, shelf);
  const from = arrived.map(({ file }) => file);
  for (const { trace, now } of departedFrom(open, traces, shelf, from)) move(marks, trace, now, at);
  for (const trace of arrived) move(marks, trace, open, at);
  return marks.of(keyOf(open.essay));
}

function move(marks: Marks, trace: Trace, { essay }: OpenEssay, at: number): void {
  const own = { file: keyOf(essay), slug: essay.slug, title: essay.title };
  for (const { id } of trace.marks) marks.change(id, { essay: own }, at);
}

/** The marks whose essays are not found: neither among these essays nor as a file. The oldest come first. */
export function homelessOf(marks: Marks, essays: readonly Essay[]): Mark[] {
  const files = new Set(essays.map(keyOf));
  const isThere = new Map<string, boolean>();
  return marks.all().filter(({ essay: { file } }) => {
    const known = isThere.get(file) ?? (files.has(file) || existsSync(file));
    isThere.set(file, known);
    return !known;
  });
}
