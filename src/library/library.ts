/**
 * A library: the essays of a folder, of one file, or of standard input; for commands, for the reader and for other
 * programs alike, with an index and without one.
 *
 *     libraryAt(root) ──▶ Library ─┬─ first, essays          what is known at once
 *                                  ├─ read, follow           brought up to date, once or for good
 *                                  ├─ open(essay)            a file, read and parsed now
 *                                  └─ search, around, links  what the index is asked
 *
 * Whatever goes wrong with one file becomes a problem of that file (`boundary.ts`). An index that turns out to be damaged
 * is thrown away and made anew in memory: nothing that is asked here throws for it.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { byUse, type Choice, choose, groupByTag, type TagCount } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import type { Query } from "../search/query.ts";
import type { FileStamp } from "../system/file-stamp.ts";
import type { Skipped } from "./discover.ts";
import { EssayFiles, type Opening } from "./essay-files.ts";
import { NoIndexError } from "./errors.ts";
import { isIndexFailure } from "./index/guard.ts";
import type { EssayIndex, FirstEssays } from "./index/index.ts";
import type { Gist } from "./check/gist.ts";
import { type Progress, refresh } from "./index/refresh.ts";
import type { Wanted } from "./index/row.ts";
import { betterSpelling, searchIndex, type SearchOptions, type SearchResults } from "./index/search.ts";
import { type LinkIndex, linkIndex } from "../links/link-target.ts";
import { type EssayLink, essayLinks } from "./links.ts";
import type { Located, LocationSource } from "./locate.ts";
import { siteAddress } from "./site-address.ts";
import { NOTHING_AROUND, type Surroundings, surroundingsOf } from "./surroundings.ts";

export class Library {
  /** The folder, or the file if the library is one file. */
  readonly root: string;
  /** What named it, and whether symbolic links that lead out of it are followed. */
  readonly source: LocationSource;
  readonly follow: boolean;
  #site: string | undefined;
  #index: EssayIndex | undefined;
  #essays: readonly Essay[] | undefined;
  #skipped: readonly Skipped[] = [];
  #folders: readonly string[] = [];
  #isCurrent = false;
  readonly #complaint: string | undefined;
  readonly #files: EssayFiles;

  /**
   * `complaint` is what the user should know of an index that is not used; `opening` opens files, and is loaded by `ready`
   * where it is not given.
   */
  constructor(
    { root, source, follow = false, site }: Located,
    index: EssayIndex | undefined,
    { complaint, opening }: { complaint?: string | undefined; opening?: Opening | undefined } = {},
  ) {
    this.root = root;
    this.source = source;
    this.follow = follow;
    this.#site = site;
    this.#index = index;
    this.#files = new EssayFiles(opening);
    this.#complaint = complaint;
  }

  /** Every essay that is known, drafts included, by path; the same array until something changes. */
  get essays(): readonly Essay[] {
    this.#essays ??= this.#guard(
      (index) => index.essays(),
      () => [],
    );
    return this.#essays;
  }

  /** Where the links of its essays lead. */
  get targets(): LinkIndex {
    return linkIndex(this.essays, () => (this.#site ??= siteAddress(this.root) ?? ""));
  }

  /** Files and folders that were passed over, and why. */
  get skipped(): readonly Skipped[] {
    return this.#skipped;
  }

  /** The folders of the library, as `realpath` has them; empty before it is read. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /** What the user should know of the index: that it can't be kept. */
  get complaints(): readonly string[] {
    return [this.#complaint, this.#index?.complaint].filter((one) => one !== undefined);
  }

  /** What was amiss with the index and is mended, for who looks for a bug. */
  get remark(): string | undefined {
    return this.#index?.remark;
  }

  /** Whether all that is in its files is known. */
  get isCurrent(): boolean {
    return this.#isCurrent;
  }

  /** Whether it can be searched, and asked for what is around an essay. */
  get isSearchable(): boolean {
    return this.#index !== undefined;
  }

  /** Brings the library up to date; returns whether anything had changed. */
  async read(
    onProgress: (progress: Progress) => void = () => undefined,
    wanted: Wanted = {},
  ): Promise<boolean> {
    if (!this.#index) return (await this.ready()).#readFiles();
    const { changed, skipped, folders } = await refresh(
      this.#index,
      this,
      (progress) => {
        this.#essays = undefined;
        onProgress(progress);
      },
      wanted,
    );
    const known = this.#guard(
      (index) => index.skipped(),
      () => [],
    );
    const all = [...known, ...skipped];
    const isOther = all.length !== this.#skipped.length;
    this.#skipped = all;
    this.#folders = folders;
    if (changed) this.#essays = undefined;
    // An index that was damaged just now is empty, open for its first writing, and is read again.
    if (this.#index.isWriting) return this.read(onProgress, wanted);
    this.#isCurrent = true;
    return changed || isOther;
  }

  /** The first `most` essays of the shelf in its own order, as the index has them; undefined if it has none. */
  first(most: number): FirstEssays | undefined {
    const first = this.#guard(
      (index) => index.firstOnShelf(most),
      () => undefined,
    );
    return first && first.total > 0 ? first : undefined;
  }

  /** The essays that a choice lets through, in its order: of an index, no more than these are read. */
  selected(choice: Choice): readonly Essay[] {
    const selected = this.#essays
      ? undefined
      : this.#guard(
          (index) => index.selected(choice),
          () => undefined,
        );
    return selected ?? choose(this.essays, choice);
  }

  /** The tags of the essays that a choice lets through, the most used first. */
  tags(choice: Choice): readonly TagCount[] {
    const counts = this.#essays
      ? undefined
      : this.#guard(
          (index) => index.tagCounts(choice),
          () => undefined,
        );
    if (counts) return counts.map(({ tag, count }) => ({ tag, count })).sort(byUse);
    return groupByTag(choose(this.essays, choice)).map(({ tag, essays }) => ({ tag, count: essays.length }));
  }

  /** The essay that a slug names alone, as the index was left, and how its file was then. */
  withSlug(slug: string): { essay: Essay; stamp: FileStamp } | undefined {
    return this.#guard(
      (index) => index.withSlug(slug),
      () => undefined,
    );
  }

  /** Loads what opens files, which the index can do without: `open` and `glance` need it. */
  async ready(): Promise<this> {
    await this.#files.ready();
    return this;
  }

  /** An essay of the library with its text, read now, and the pages that it wants within it. Throws `UnreadableError`. */
  open(essay: Essay): OpenEssay {
    return this.#files.open(essay, () => this.targets);
  }

  /** As `open`, without the pages that it wants within it: they are other essays' text. */
  openAlone(essay: Essay): OpenEssay {
    return this.#files.openAlone(essay);
  }

  /** As `open`, the beginning alone, and the notes that are defined below it: enough for a preview. */
  glance(essay: Essay): OpenEssay {
    return this.#files.glance(essay);
  }

  /** The essays in which a query is found, best first, with the passages of the first of them. */
  search(query: Query, options: SearchOptions): SearchResults {
    if (!this.#index) throw new NoIndexError();
    return this.#guard(
      (index) => searchIndex(index, query, options),
      () => ({ count: 0, results: [] }),
    );
  }

  /** A better spelling of a query by which nothing is found; undefined if there is none. */
  betterSpelling(query: Query, source: string): string | undefined {
    return this.#guard(
      (index) => betterSpelling(index, query, source),
      () => undefined,
    );
  }

  /** What leads to an essay, and which are like it. */
  around(essay: Essay): Surroundings {
    return this.#guard(
      (index) => surroundingsOf(essay, index, this.targets),
      () => NOTHING_AROUND,
    );
  }

  /** Every link between essays, by the path of the essay that it stands in, in its order. */
  links(): EssayLink[] {
    if (!this.#index) throw new NoIndexError();
    return this.#guard(
      (index) => essayLinks(index, this.essays, this.targets),
      () => [],
    );
  }

  /** What a check knows of each file, by path, where the library was read for one; undefined without an index. */
  gists(): ReadonlyMap<string, Gist> | undefined {
    return this.#guard(
      (index) => new Map(Array.from(index.gists(), ({ path, gist }) => [path, JSON.parse(gist) as Gist])),
      () => undefined,
    );
  }

  /** Essays, but for drafts, whose slugs begin so, as the index was left. */
  startingWith(start: string): Essay[] {
    return this.#guard(
      (index) => index.startingWith(start),
      () => [],
    );
  }

  /** What `question` gives; where the index turned out to be damaged by it, what it gives when that is made anew. */
  async asked<Answer>(question: () => Answer): Promise<Answer> {
    const answer = question();
    if (this.#isCurrent) return answer;
    await this.read();
    return question();
  }

  close(): void {
    this.#index?.close();
  }

  /** Adds an essay that is in no file. */
  hold(open: OpenEssay): void {
    this.#files.hold(open);
    this.#essays = [...(this.#essays ?? []), open.essay];
    this.#isCurrent = true;
  }

  #readFiles(): boolean {
    const { essays, skipped, folders } = this.#files.read(this);
    this.#essays = essays;
    this.#skipped = skipped;
    this.#folders = folders;
    this.#isCurrent = true;
    return true;
  }

  /** Asks the index; one that is damaged is thrown away, and what is in the files is no longer known. */
  #guard<Answer>(question: (index: EssayIndex) => Answer, otherwise: () => Answer): Answer {
    if (!this.#index) return otherwise();
    try {
      return question(this.#index);
    } catch (error) {
      if (!isIndexFailure(error)) throw error;
      this.#index.toMemory(undefined);
      this.#essays = undefined;
      this.#isCurrent = false;
      return otherwise();
    }
  }
}
