/**
 * The essays among which a run looks for what is remembered, by file and by name, and what it found out about traces. What is true of a
 * trace stays true for the run: until its essay is moved, which takes the trace away.
 */
import { once } from "../text/once.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import { isInFile, keyOf } from "./key.ts";
import type { EssaySource, Trace } from "./trace.ts";

export class KnownSource implements EssaySource {
  readonly #source: EssaySource;
  readonly #decided = new Map<string, WeakMap<Trace, boolean>>();
  readonly #byFile = once(() => new Map(this.essays.map((essay) => [keyOf(essay), essay])));
  readonly #byName = once(() => {
    const named = this.essays
      .filter(isInFile)
      .flatMap((essay, nth) => [...new Set([essay.slug, essay.title])].map((name) => ({ name, essay, nth })));
    return Map.groupBy(named, ({ name }) => name);
  });

  constructor(source: EssaySource) {
    this.#source = source;
  }

  get essays(): readonly Essay[] {
    return this.#source.essays;
  }

  open(essay: Essay): OpenEssay {
    return this.#source.open(essay);
  }

  /** The essay in a file. */
  inFile(file: string): Essay | undefined {
    return this.#byFile().get(file);
  }

  /** The essays with the slug or the title of a trace, in the order of the source. */
  calledAs({ slug, title }: Trace): Essay[] {
    const named = [...new Set([slug, title])].flatMap((name) => this.#byName().get(name ?? "") ?? []);
    const own = named.filter(({ essay }) => essay.slug === slug || essay.title === title);
    return [...new Set(own.sort((a, b) => a.nth - b.nth).map(({ essay }) => essay))];
  }

  /** What is decided about a trace, once for each question. */
  decided(question: string, trace: Trace, decide: () => boolean): boolean {
    const known = this.#decided.get(question) ?? new WeakMap<Trace, boolean>();
    this.#decided.set(question, known);
    const answer = known.get(trace) ?? decide();
    known.set(trace, answer);
    return answer;
  }
}
