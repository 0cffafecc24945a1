/**
 * A library as the reader has it: shown at once from its index, brought up to date behind it, searched by it.
 */
import { setTimeout } from "node:timers/promises";
import type { Essay } from "../../essay/essay.ts";
import { parseQuery } from "../../search/query.ts";
import { type CitingLink, citingLinks } from "../links.ts";
import { type Watcher, watchFolders } from "../watch.ts";
import type { Skipped } from "../discover.ts";
import type { EssayIndex, FirstEssays } from "./index.ts";
import { type Progress, refresh } from "./refresh.ts";
import { betterSpelling, searchIndex, type SearchOptions, type SearchResults } from "./search.ts";
import { isSqliteError } from "../../system/sqlite.ts";

/** What the reader is told while the library is read. */
export interface Listener {
  readonly onProgress: (progress: Progress | undefined) => void;
  readonly onEssays: (essays: readonly Essay[], skipped: readonly Skipped[]) => void;
  /** All that is there is known by now. */
  readonly onCurrent: () => void;
  readonly onError: (error: unknown) => void;
}

export interface Answer extends SearchResults {
  /** A better spelling, where nothing was found. */
  readonly suggestion: string | undefined;
}

/** Sooner than this a library is read before anybody waits, in milliseconds. */
const PATIENCE = 250;
/** What takes longer is shown to be under way. */
const LONG = 500;
/** Between two looks at what has been read so far; more where a look takes long. */
const PACE = 250;

/** What is around an essay in its library. */
export interface Surroundings {
  readonly citedBy: readonly CitingLink[];
  readonly alike: readonly Essay[];
}

const ALIKE = 4;

export class LibrarySource {
  readonly #index: EssayIndex;
  readonly #root: string;
  #listener: Listener | undefined;
  #reading: Promise<void> | undefined;
  #skipped: readonly Skipped[] = [];
  #isRead: boolean;
  /** Whether something is known that nobody was told. */
  #isUntold = false;
  #watcher: Watcher | undefined;
  /** Whether something changed while it was read. */
  #isStale = false;

  /** `isRead` says that the index is up to date already. */
  constructor(index: EssayIndex, root: string, isRead: boolean) {
    this.#index = index;
    this.#root = root;
    this.#isRead = isRead;
  }

  /** What the index is to be excused for. */
  get complaint(): string | undefined {
    return this.#index.complaint;
  }

  /** Whether it is being read for the first time. */
  get isReading(): boolean {
    return this.#reading !== undefined;
  }

  /** The first `most` essays of the shelf, as the index knows them; undefined if it knows none. */
  first(most: number): FirstEssays | undefined {
    try {
      const first = this.#index.firstOnShelf(most);
      return first.total === 0 ? undefined : first;
    } catch (error) {
      if (!isSqliteError(error) && !(error instanceof SyntaxError)) throw error;
      this.#index.toMemory("the index is damaged; this once it is kept in memory", true);
      return undefined;
    }
  }

  /** The essays as the index knows them. A new one is given a moment first. */
  async essays(): Promise<{ essays: readonly Essay[]; skipped: readonly Skipped[] }> {
    const known = this.#known();
    if (known.length > 0 || this.#isRead) return { essays: known, skipped: this.#skipped };
    this.#read();
    await Promise.race([this.#reading, setTimeout(PATIENCE)]);
    if (this.#isRead) this.#isUntold = false;
    return { essays: this.#known(), skipped: this.#skipped };
  }

  /** Brings the library up to date, and tells what is new, from now on until it is closed. */
  async follow(listener: Listener): Promise<void> {
    this.#listener = listener;
    this.#watcher = watchFolders(() => void this.#readAgain().catch(listener.onError));
    await this.#read();
  }

  /** What leads to one of the `essays`, and which are like it. */
  around(essay: Essay, essays: readonly Essay[]): Surroundings {
    try {
      const citedBy = citingLinks(this.#index, essays, essay);
      return { citedBy, alike: this.#index.alike(essay, ALIKE) };
    } catch (error) {
      if (!isSqliteError(error) && !(error instanceof SyntaxError)) throw error;
      return { citedBy: [], alike: [] };
    }
  }

  search(query: string, options: SearchOptions): Answer {
    try {
      return this.#answer(query, options);
    } catch (error) {
      if (!isSqliteError(error) && !(error instanceof SyntaxError)) throw error;
      this.#index.toMemory("the index is damaged; this once it is kept in memory", true);
      this.#isRead = false;
      void this.#read();
      return this.#answer(query, options);
    }
  }

  close(): void {
    this.#watcher?.close();
    this.#index.close();
  }

  #answer(source: string, options: SearchOptions): Answer {
    const query = parseQuery(source, true);
    const found = searchIndex(this.#index, query, options);
    const suggestion = found.count > 0 ? undefined : betterSpelling(this.#index, query, source);
    return { ...found, suggestion };
  }

  #known(): readonly Essay[] {
    try {
      return this.#index.essays();
    } catch (error) {
      if (!isSqliteError(error) && !(error instanceof SyntaxError)) throw error;
      this.#index.toMemory("the index is damaged; this once it is kept in memory", true);
      return [];
    }
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    const begun = performance.now();
    let next = begun + PACE;
    const { changed, skipped, folders } = await refresh(this.#index, this.#root, (progress) => {
      const now = performance.now();
      if (now - begun > LONG) this.#listener?.onProgress(progress);
      if (now < next) return;
      this.#listener?.onEssays(this.#known(), this.#skipped);
      const took = performance.now() - now;
      next = performance.now() + Math.max(PACE, 10 * took);
    });
    const all = [...this.#index.skipped(), ...skipped];
    this.#isUntold ||= changed || all.length !== this.#skipped.length;
    this.#skipped = all;
    this.#isRead = true;
    this.#watcher?.follow(folders);
    if (!this.#listener) return;
    if (this.#isUntold) this.#listener.onEssays(this.#known(), this.#skipped);
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
