/**
 * The plan: which of what is remembered belongs to another file, once an essay is opened.
 *     traces of the memory ─┐
 *     an open essay ────────┼─ movesFor ─▶ Moves ─ applied (`adopt.ts`) ─▶ memory
 *     the other essays ─────┘
 */
import type { OpenEssay } from "../document/open-essay.ts";
import type { MarkedEssay } from "../marks/mark.ts";
import { once } from "../text/once.ts";
import { keyOf } from "./key.ts";
import { KnownSource } from "./known-source.ts";
import type { Memory } from "./memory.ts";
import type { NewFiles, Seen } from "./texts.ts";
import type { EssaySource, Trace } from "./trace.ts";
import {
  arrivedIn,
  type Departed,
  departedFrom,
  isInOnlyNamesake,
  isLike,
  looksLike,
  tracesOf,
} from "./whereabouts.ts";

/** What is remembered of an essay, or of another one that was in its file, and where it belongs. */
export interface Moves {
  /** The files of places, finished states, bookmarks and the queue. */
  readonly files: NewFiles;
  /** Marks, and the essays in which they are now. */
  readonly marks: readonly MarksMove[];
}

export interface MarksMove {
  /** The former file of the marks. */
  readonly from: string;
  readonly ids: ReadonlySet<string>;
  readonly to: MarkedEssay;
}

/** The traces of all that is remembered, as they were when it was made. They are read once, for many essays. */
export class KnownTraces {
  readonly #texts: Whereabouts;
  readonly #marks: Whereabouts;

  constructor({ texts, marks }: Memory, source: EssaySource) {
    const known = new KnownSource(source);
    const seen = texts.seen();
    this.#texts = new Whereabouts(texts.traces(), known, seen);
    this.#marks = new Whereabouts(tracesOf(marks.all(), seen), known, seen);
  }

  /** What moves now that an essay is open. It is planned once: the traces then count as moved. */
  movesFor(open: OpenEssay): Moves {
    const files = this.#texts.moves(open).map(({ trace, now }) => [trace.file, keyOf(now.essay)] as const);
    return { files: new Map(files), marks: this.#marks.moves(open).map(marksMove) };
  }
}

function marksMove({ trace: { file, marks }, now: { essay } }: Departed): MarksMove {
  const to = { file: keyOf(essay), slug: essay.slug, title: essay.title };
  return { from: file, ids: new Set(marks.map(({ id }) => id)), to };
}

/** Where the essays of some traces are now. A trace whose essay was found is not looked for again. */
class Whereabouts {
  readonly #all: readonly Trace[];
  readonly #source: KnownSource;
  readonly #seen: ReadonlyMap<string, Seen>;
  readonly #settled = new Set<Trace>();
  readonly #byFile = once(() => Map.groupBy(this.#all, ({ file }) => file));
  /** Those that are not surely in their file. */
  readonly #doubtful = once(() => this.#all.filter((trace) => !this.#isAtHome(trace)));
  #isFirst = true;

  constructor(all: readonly Trace[], source: KnownSource, seen: ReadonlyMap<string, Seen>) {
    this.#all = all;
    this.#source = source;
    this.#seen = seen;
  }

  /** The traces that are now in this essay, and those of its file that are now in another one. */
  moves(open: OpenEssay): Departed[] {
    const arrived = arrivedIn(open, this.#candidates(open), this.#source);
    const own = (this.#byFile().get(keyOf(open.essay)) ?? []).filter((trace) => !this.#settled.has(trace));
    const from = arrived.map(({ file }) => file);
    const { strange, departed } = departedFrom(open, own, this.#source, from);
    const found = [...arrived, ...departed.map(({ trace }) => trace)];
    for (const trace of [...found, ...own.filter((one) => !strange.includes(one))]) this.#settled.add(trace);
    return [...departed, ...arrived.map((trace) => ({ trace, now: open }))];
  }

  /** For one essay, the comparison with all traces takes less time than what saves it for many. */
  #candidates(open: OpenEssay): readonly Trace[] {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (isFirst) return this.#all;
    const left = this.#doubtful().filter((trace) => !this.#settled.has(trace));
    return left.filter((trace) => isLike(open, trace) || !isInOnlyNamesake(trace, this.#source));
  }

  /** Whether its file has the title and the number of words that it had when it was open, and then had the text of the trace. */
  #isAtHome({ file, hashes }: Trace): boolean {
    const [there, seen] = [this.#source.inFile(file), this.#seen.get(file)];
    return there !== undefined && seen !== undefined && hashes.includes(seen.hash) && looksLike(there, seen);
  }
}
