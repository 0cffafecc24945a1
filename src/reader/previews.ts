/**
 * Beginnings of essays for the preview. Those to which the next key may lead are read and laid out ahead, while no key comes.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import type { Library } from "../library/library.ts";
import type { Action } from "./keymap.ts";
import { laidOut } from "./screens/shelf/preview.ts";
import { moveCursor } from "./scroll.ts";
import { shelfExtent } from "./shelf-geometry.ts";
import type { State } from "./state.ts";

/** The number of beginnings in the cache. */
const KEPT = 20;
/** The moves whose essays are read ahead, the likeliest first. */
const MOVES: readonly (readonly [action: Action, count: number])[] = [
  ["down", 1],
  ["down", 2],
  ["up", 1],
  ["pageDown", 1],
  ["halfDown", 1],
  ["pageUp", 1],
  ["halfUp", 1],
];
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
    this.#readAhead(MOVES, PAUSE);
    return this.#read(essay);
  }

  /** Reads ahead after a pause, one essay at a time, so that a key that comes meanwhile waits for no more than that. */
  #readAhead([move, ...others]: typeof MOVES, pause: number): void {
    clearTimeout(this.#timer);
    if (!move) return;
    const act = (): void => {
      this.#prepare(...move);
      this.#readAhead(others, 0);
    };
    this.#timer = setTimeout(act, pause).unref();
  }

  /** Reads and lays out the essay to which a move of the cursor leads. */
  #prepare(action: Action, count: number): void {
    const state = this.#state();
    const { entries, cursor } = state.shelf;
    const entry = entries[moveCursor(action, count, cursor, shelfExtent(state)) ?? cursor];
    if (entry?.kind !== "essay") return;
    try {
      laidOut(state, this.#read(entry.essay));
    } catch {
      // The cursor is on another essay, whose preview is seen.
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
}
