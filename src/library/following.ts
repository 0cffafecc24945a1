/**
 * Follows a library for the reader: what is known is shown at once, the rest is read behind it, and what changes is read
 * again, until it is closed.
 */
import { setTimeout } from "node:timers/promises";
import type { Progress } from "./index/refresh.ts";
import type { Library } from "./library.ts";
import { type Watcher, watchFolders } from "./watch.ts";

/** What hears of a library while it is read. */
export interface Listener {
  /** Called with undefined when the reading is done. */
  readonly onProgress: (progress: Progress | undefined) => void;
  /** The library's essays are not what they were. */
  readonly onEssays: () => void;
  /** All that is there is known by now. */
  readonly onCurrent: () => void;
  readonly onError: (error: unknown) => void;
}

/** Sooner than this a library is read before anybody waits, in milliseconds. */
const PATIENCE = 250;
/** What takes longer is shown to be under way. */
const LONG = 500;
/** Between two looks at what has been read so far; more where a look takes long. */
const PACE = 250;

export class Following {
  readonly #library: Library;
  #listener: Listener | undefined;
  #reading: Promise<void> | undefined;
  /** Whether something is known that the listener has not heard of. */
  #isUntold = false;
  #watcher: Watcher | undefined;
  /** Whether something changed while it was read. */
  #isStale = false;

  constructor(library: Library) {
    this.#library = library;
  }

  get isReading(): boolean {
    return this.#reading !== undefined;
  }

  /** Waits a moment where nothing is known yet: most libraries are read in it. */
  async soon(): Promise<void> {
    if (this.#library.essays.length > 0 || this.#library.isCurrent) return;
    void this.#read();
    await Promise.race([this.#reading, setTimeout(PATIENCE)]);
    if (this.#library.isCurrent) this.#isUntold = false;
  }

  /** Brings the library up to date, and calls the listener for what is new, from now on until it is closed. */
  async follow(listener: Listener): Promise<void> {
    this.#listener = listener;
    this.#watcher = watchFolders(() => void this.#readAgain().catch(listener.onError));
    await this.#read();
  }

  /** Reads the library anew where its index turned out to be damaged. */
  recover(): void {
    if (!this.#library.isCurrent) void this.#read();
  }

  close(): void {
    this.#watcher?.close();
    this.#library.close();
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    const begun = performance.now();
    let next = begun + PACE;
    const changed = await this.#library.read((progress) => {
      const now = performance.now();
      if (now - begun > LONG) this.#listener?.onProgress(progress);
      if (now < next) return;
      this.#listener?.onEssays();
      const took = performance.now() - now;
      next = performance.now() + Math.max(PACE, 10 * took);
    });
    this.#isUntold ||= changed;
    this.#watcher?.follow(this.#library.folders);
    if (!this.#listener) return;
    if (this.#isUntold) this.#listener.onEssays();
    this.#isUntold = false;
    this.#listener.onProgress(undefined);
    this.#listener.onCurrent();
  }

  /** Once more; what changes while it is read is read after it. */
  async #readAgain(): Promise<void> {
    if (this.#reading) {
      this.#isStale = true;
      return;
    }
    do {
      this.#isStale = false;
      await this.#read();
    } while (this.#isStale);
  }
}
