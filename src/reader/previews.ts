/**
 * Beginnings of essays for the preview. Those near the cursor are read ahead.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import type { Library } from "../library/library.ts";
import type { State } from "./state.ts";

/** The number of beginnings in the cache. */
const KEPT = 12;
/** The rows that are read ahead, from the cursor. */
const AHEAD = [1, 2, -1];
/** The pause after a key before reading ahead, in milliseconds. */
const PAUSE = 30;

export class Previews {
  /** The least recently used first. An essay whose file has changed is another essay. */
  readonly #known = new Map<Essay, OpenEssay>();
  readonly #library: Pick<Library, "glance">;
  readonly #state: () => State;
  #timer: NodeJS.Timeout | undefined;

  constructor(library: Pick<Library, "glance">, state: () => State) {
    this.#library = library;
    this.#state = state;
  }

  /** The beginning of an essay. Throws if it can't be read. */
  of(essay: Essay): OpenEssay {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#readAhead(), PAUSE).unref();
    return this.#read(essay);
  }

  #readAhead(): void {
    const { entries, cursor } = this.#state().shelf;
    for (const step of AHEAD) {
      const entry = entries[cursor + step];
      if (entry?.kind === "essay") this.#readQuietly(entry.essay);
    }
  }

  #read(essay: Essay): OpenEssay {
    const known = this.#known.get(essay);
    this.#known.delete(essay);
    const open = known ?? this.#library.glance(essay);
    this.#known.set(essay, open);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
    return open;
  }

  #readQuietly(essay: Essay): void {
    try {
      this.#read(essay);
    } catch {
      // The cursor is on another essay, whose preview is seen.
    }
  }
}
