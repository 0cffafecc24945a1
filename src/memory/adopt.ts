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
import { KnownShelf } from "./known-shelf.ts";
import type { Seen } from "./texts.ts";
import { once } from "../text/once.ts";
import {
  arrivedIn,
  type Departed,
  departedFrom,
  isInOnlyNamesake,
  isLike,
  looksLike,
  tracesOf,
} from "./whereabouts.ts";
import type { Shelf, Trace } from "./trace.ts";

/**
 * Returns the marks of an open essay. If the essay was in another file before (its file was renamed, or
 * two files swapped their names), it gets what was remembered of that file; what was remembered of the
 * essay that was in this file before goes to that essay's new file. `at` is the present time in
 * milliseconds of Unix time.
 */
export function adopted(memory: Memory, open: OpenEssay, shelf: Shelf, at: number): Mark[] {
  return new Adoption(memory, shelf).take(open, at);
}

/** As `adopted`, for many essays: what is remembered is read once. */
export class Adoption {
  readonly #memory: Memory;
  readonly #shelf: KnownShelf;
  readonly #texts: Whereabouts;
  readonly #marks: Whereabouts;

  constructor(memory: Memory, shelf: Shelf) {
    this.#memory = memory;
    this.#shelf = new KnownShelf(shelf);
    const seen = once(() => memory.texts.seen());
    this.#texts = new Whereabouts(
      once(() => memory.texts.traces()),
      this.#shelf,
      seen,
    );
    this.#marks = new Whereabouts(
      once(() => tracesOf(memory.marks.all())),
      this.#shelf,
      seen,
    );
  }

  take(open: OpenEssay, at: number): Mark[] {
    if (!isInFile(open.essay)) return [];
    const { texts, marks } = this.#memory;
    const own = keyOf(open.essay);
    const moves = this.#texts.moves(open).map(({ trace, now }) => [trace.file, keyOf(now.essay)] as const);
    texts.move(new Map(moves), at);
    texts.note(open.essay, galleyOf(open.document).hash);
    for (const { trace, now } of this.#marks.moves(open)) move(marks, trace, now, at);
    const there = marks.of(own);
    const seen = seenAnew(open, there);
    if (seen.length === 0) return there;
    marks.see(seen, at);
    return marks.of(own);
  }
}

/** Where the essays of some traces are now. A trace whose essay was found is not looked for again. */
class Whereabouts {
  readonly #all: () => readonly Trace[];
  readonly #shelf: KnownShelf;
  readonly #seen: () => ReadonlyMap<string, Seen>;
  readonly #settled = new Set<Trace>();
  readonly #byFile = once(() => Map.groupBy(this.#all(), ({ file }) => file));
  /** Those that are not surely in their file. */
  readonly #doubtful = once(() => this.#all().filter((trace) => !this.#isAtHome(trace)));
  #isFirst = true;

  constructor(all: () => readonly Trace[], shelf: KnownShelf, seen: () => ReadonlyMap<string, Seen>) {
    this.#all = all;
    this.#shelf = shelf;
    this.#seen = seen;
  }

  /** The traces that are now in this essay, and those of its file that are now in another one. */
  moves(open: OpenEssay): Departed[] {
    const arrived = arrivedIn(open, this.#candidates(open), this.#shelf);
    const own = (this.#byFile().get(keyOf(open.essay)) ?? []).filter((trace) => !this.#settled.has(trace));
    const from = arrived.map(({ file }) => file);
    const { strange, departed } = departedFrom(open, own, this.#shelf, from);
    const found = [...arrived, ...departed.map(({ trace }) => trace)];
    for (const trace of [...found, ...own.filter((one) => !strange.includes(one))]) this.#settled.add(trace);
    return [...departed, ...arrived.map((trace) => ({ trace, now: open }))];
  }

  /** For one essay, the comparison with all traces takes less time than what saves it for many. */
  #candidates(open: OpenEssay): readonly Trace[] {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (isFirst) return this.#all();
    const left = this.#doubtful().filter((trace) => !this.#settled.has(trace));
    return left.filter((trace) => isLike(open, trace) || !isInOnlyNamesake(trace, this.#shelf));
  }

  /** Whether its file has the title and the number of words that it had when it was open, and then had the text of the trace. */
  #isAtHome({ file, hashes }: Trace): boolean {
    const [there, seen] = [this.#shelf.inFile(file), this.#seen().get(file)];
    return there !== undefined && seen !== undefined && hashes.includes(seen.hash) && looksLike(there, seen);
  }
}

/** The essays that may be those of missing files of which something is remembered. */
export function maybeMoved(memory: Memory, essays: readonly Essay[]): Essay[] {
  const files = new Set(essays.map(keyOf));
  const gone = memory.texts.traces().filter(({ file }) => !files.has(file) && !existsSync(file));
  const byWords = Map.groupBy(gone, ({ words }) => words);
  return essays.filter((essay) => byWords.get(essay.words)?.some((trace) => looksLike(essay, trace)));
}

function move(marks: Marks, { file, marks: all }: Trace, { essay }: OpenEssay, at: number): void {
  const own = { file: keyOf(essay), slug: essay.slug, title: essay.title };
  const ids = new Set(all.map(({ id }) => id));
  marks.move(file, ids, own, at);
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
