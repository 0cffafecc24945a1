/**
 * Moves what is remembered along with its essay: marks, the place, the finished state, bookmarks, the queue.
 */
import { existsSync } from "node:fs";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import { galleyOf } from "../marks/galley.ts";
import type { Mark } from "../marks/mark.ts";
import { seenAnew } from "../marks/seen.ts";
import { isInFile, keyOf } from "./key.ts";
import type { Marks } from "./marks.ts";
import type { Memory } from "./memory.ts";
import { KnownTraces, type Moves } from "./moves.ts";
import type { EssaySource } from "./trace.ts";
import { looksLike, mayHaveTextOf } from "./whereabouts.ts";
import { memoized } from "../text/memoized.ts";

/**
 * Returns the marks of an open essay. If the essay was in another file before (its file was renamed, or
 * two files swapped their names), it gets what was remembered of that file; what was remembered of the
 * essay that was in this file before goes to that essay's new file. `at` is the present time in
 * milliseconds of Unix time. All of it is one transaction, in which no other process writes.
 */
export function adopted(memory: Memory, open: OpenEssay, source: EssaySource, at: number): Mark[] {
  return new Adoption(memory, source).take(open, at);
}

/** As `adopted`, for many essays: what is remembered is read once, and again if another process has written since. */
export class Adoption {
  readonly #memory: Memory;
  readonly #source: EssaySource;
  #traces: KnownTraces | undefined;
  /** The version of the memory from which they are. */
  #version: number | undefined;

  constructor(memory: Memory, source: EssaySource) {
    this.#memory = memory;
    this.#source = source;
  }

  take(open: OpenEssay, at: number): Mark[] {
    if (!isInFile(open.essay)) return [];
    const memory = this.#memory;
    return memory.atOnce(() => {
      apply(this.#known().movesFor(open), memory, at);
      memory.texts.note(open.essay, galleyOf(open.document).hash);
      return marksSeenIn(open, memory.marks, at);
    });
  }

  #known(): KnownTraces {
    const version = this.#memory.version();
    if (!this.#traces || version !== this.#version)
      this.#traces = new KnownTraces(this.#memory, this.#source);
    this.#version = version;
    return this.#traces;
  }
}

function apply({ files, marks }: Moves, memory: Memory, at: number): void {
  memory.texts.move(files, at);
  for (const { from, ids, to } of marks) memory.marks.move(from, ids, to, at);
}

/** The marks of an essay, whose words in its present text are stored. */
function marksSeenIn(open: OpenEssay, marks: Marks, at: number): Mark[] {
  const own = keyOf(open.essay);
  const there = marks.of(own);
  const seen = seenAnew(open, there);
  if (seen.length === 0) return there;
  marks.see(seen, at);
  return marks.of(own);
}

/** The essays that may be those of missing files of which something is remembered. */
export function maybeMoved({ texts }: Memory, essays: readonly Essay[]): Essay[] {
  const files = new Set(essays.map(keyOf));
  const gone = texts.traces().filter(({ file }) => !files.has(file) && !existsSync(file));
  if (gone.length === 0) return [];
  const byWords = Map.groupBy(gone, ({ words }) => words);
  const mayHaveText = mayHaveTextOf(gone, texts.seen());
  return essays.filter(
    (essay) => mayHaveText(essay) || byWords.get(essay.words)?.some((trace) => looksLike(essay, trace)),
  );
}

/** The marks whose essays are not found, neither among these essays nor as a file, the oldest first. */
export function homelessOf(marks: Marks, essays: readonly Essay[]): Mark[] {
  const files = new Set(essays.map(keyOf));
  const isThere = memoized((file: string) => files.has(file) || existsSync(file));
  return marks.all().filter(({ essay: { file } }) => !isThere(file));
}
