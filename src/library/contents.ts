/**
 * What is known of the files of a library: the essays in them, and what was skipped. If the index is lost, the essays stay as they
 * were until the files are read again.
 */
import type { Essay } from "../essay/essay.ts";
import type { Skipped } from "./discover.ts";

/** What a reading of the files finds besides essays. */
interface Beside {
  readonly skipped: readonly Skipped[];
  readonly folders: readonly string[];
}

export class Contents {
  #essays: readonly Essay[] | undefined;
  /** The essays as they were known last. */
  #last: readonly Essay[] = [];
  /** Whether the index was lost and is not rebuilt yet. */
  #isLost = false;
  #skipped: readonly Skipped[] = [];
  #folders: readonly string[] = [];
  #isCurrent = false;

  get skipped(): readonly Skipped[] {
    return this.#skipped;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Whether everything in the files is known. */
  get isCurrent(): boolean {
    return this.#isCurrent;
  }

  /** Whether the essays are in memory. */
  get isLoaded(): boolean {
    return this.#essays !== undefined;
  }

  /** The essays; `load` is called if they are not in memory, with those that were known last. */
  essays(load: (last: readonly Essay[]) => readonly Essay[]): readonly Essay[] {
    this.#essays ??= load(this.#last);
    this.#last = this.#essays;
    return this.#essays;
  }

  /** The index is lost. */
  lose(): void {
    this.#essays = this.#last;
    this.#isLost = true;
    this.#isCurrent = false;
  }

  /** The index changes while files are read. */
  change(): void {
    if (!this.#isLost) this.#essays = undefined;
  }

  /** The index has read the files; returns whether anything is different. */
  renew({ changed, skipped, folders }: Beside & { readonly changed: boolean }): boolean {
    const isOther = skipped.length !== this.#skipped.length;
    this.#skipped = skipped;
    this.#folders = folders;
    if (changed) this.#essays = undefined;
    return changed || isOther;
  }

  /** The index has what was read. */
  settle(): void {
    this.#isLost = false;
    this.#isCurrent = true;
  }

  /** The files were read without an index. */
  replace({ essays, skipped, folders }: Beside & { readonly essays: readonly Essay[] }): void {
    this.#essays = essays;
    this.#skipped = skipped;
    this.#folders = folders;
    this.#isCurrent = true;
  }

  /** Adds an essay from elsewhere. */
  include(essay: Essay): void {
    this.#essays = [...(this.#essays ?? []), essay];
    this.#isCurrent = true;
  }
}
