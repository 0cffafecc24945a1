/**
 * Follows a library for the reader: gives what is known at once, reads the rest in the background, and reads
 * changes until it is closed.
 */
import { setTimeout } from "node:timers/promises";
import type { Progress } from "./index/refresh.ts";
import type { Library } from "./library.ts";
import { type Watcher, watchFolders } from "./watch.ts";

/** The functions that are called while a library is read. */
export interface Listener {
  /** Called with undefined when reading is complete. */
  readonly onProgress: (progress: Progress | undefined) => void;
  /** The essays of the library have changed. */
  readonly onEssays: () => void;
  /** Everything in the library is now known. */
  readonly onCurrent: () => void;
  readonly onError: (error: unknown) => void;
}

/** How long the first frame waits for a library without an index, in milliseconds. */
const PATIENCE = 250;
/** Reading that takes longer shows its progress, in milliseconds. */
const LONG = 500;
/** The time between two reports of what has been read, in milliseconds; more if a report takes long. */
const PACE = 250;

export class Following {
  readonly #library: Library;
  #listener: Listener | undefined;
  #reading: Promise<void> | undefined;
  /** Whether there is news that the listener has not received. */
  #isUntold = false;
  #watcher: Watcher | undefined;
  /** Whether something changed while it was read. */
  #isStale = false;
  #isClosed = false;

  readonly #watch: typeof watchFolders;

  /** `watch` watches folders; tests pass their own function. */
  constructor(library: Library, watch = watchFolders) {
    this.#library = library;
    this.#watch = watch;
  }

  get isReading(): boolean {
    return this.#reading !== undefined;
  }

  /** Waits a moment if nothing is known yet, which is enough to read most libraries. */
  async soon(): Promise<void> {
    if (this.#library.essays.length > 0 || this.#library.isCurrent) return;
    void this.#read();
    await Promise.race([this.#reading, setTimeout(PATIENCE)]);
    if (this.#library.isCurrent) this.#isUntold = false;
  }

  /** Brings the library up to date once, and follows no change of it. */
  once(): Promise<void> {
    return this.#read();
  }

  /** Brings the library up to date and calls the listener for every change, until the library is closed. */
  async follow(listener: Listener): Promise<void> {
    this.#listener = listener;
    this.#watcher = this.#watch(() => {
      this.#isStale = true;
      void this.#read().catch(listener.onError);
    });
    await this.#read();
  }

  /** Reads the library again after its index turned out to be damaged. */
  recover(): void {
    if (!this.#library.isCurrent) void this.#read().catch((error: unknown) => this.#listener?.onError(error));
  }

  close(): void {
    this.#isClosed = true;
    this.#watcher?.close();
    this.#library.close();
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readUntilCurrent()
      .catch((error: unknown) => {
        // A library that was closed while it was read can't answer any more.
        if (!this.#isClosed) throw error;
      })
      .finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  /** Reads the library; a change in the meantime causes another reading. */
  async #readUntilCurrent(): Promise<void> {
    do {
      this.#isStale = false;
      await this.#readAll();
    } while (this.#isStale && !this.#isClosed);
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
}
