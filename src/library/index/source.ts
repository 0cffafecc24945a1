/**
 * A library as the reader has it: shown at once from its index, brought up to date behind it, searched by it.
 */
import { setTimeout } from "node:timers/promises";
import type { Essay } from "../../essay/essay.ts";
import { parseQuery } from "../../search/query.ts";
import type { Skipped } from "../discover.ts";
import type { EssayIndex } from "./index.ts";
import { type Progress, refresh } from "./refresh.ts";
import { betterSpelling, searchIndex, type SearchOptions, type SearchResults } from "./search.ts";
import { isSqliteError } from "./sqlite.ts";

/** What the reader is told while the library is read. */
export interface Listener {
  readonly onProgress: (progress: Progress | undefined) => void;
  readonly onEssays: (essays: readonly Essay[], skipped: readonly Skipped[]) => void;
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

export class LibrarySource {
  readonly #index: EssayIndex;
  readonly #root: string;
  #listener: Listener | undefined;
  #reading: Promise<void> | undefined;
  #skipped: readonly Skipped[] = [];
  #isRead: boolean;

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

  /** The essays as the index knows them. A new one is given a moment first. */
  async essays(): Promise<{ essays: readonly Essay[]; skipped: readonly Skipped[] }> {
    const known = this.#known();
    if (known.length > 0 || this.#isRead) return { essays: known, skipped: this.#skipped };
    this.#read();
    await Promise.race([this.#reading, setTimeout(PATIENCE)]);
    return { essays: this.#known(), skipped: this.#skipped };
  }

  /** Brings the library up to date, and tells what is new. */
  async follow(listener: Listener): Promise<void> {
    this.#listener = listener;
    if (!this.#isRead) await this.#read();
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
    this.#reading ??= this.#readAll();
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    const begun = performance.now();
    let next = begun + PACE;
    const { changed, skipped } = await refresh(this.#index, this.#root, (progress) => {
      const now = performance.now();
      if (now - begun > LONG) this.#listener?.onProgress(progress);
      if (now < next) return;
      this.#listener?.onEssays(this.#known(), this.#skipped);
      const took = performance.now() - now;
      next = performance.now() + Math.max(PACE, 10 * took);
    });
    this.#skipped = [...this.#index.skipped(), ...skipped];
    this.#isRead = true;
    this.#reading = undefined;
    this.#listener?.onProgress(undefined);
    if (changed || this.#skipped.length > 0) this.#listener?.onEssays(this.#known(), this.#skipped);
  }
}
