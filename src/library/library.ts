/**
 * A library: the essays of a folder, of one file, or of standard input; for commands, for the reader and for other
 * programs alike, with an index and without one.
 *
 * Whatever goes wrong with one file becomes a problem of that file (`boundary.ts`). An index that can't answer, because it is
 * damaged or another process keeps it busy, is rebuilt in memory, so no method throws because of it. Until then `essays` stays as
 * it was. Methods that return a promise rebuild it themselves; after others, the caller looks at `isCurrent`.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { byUse, type Choice, choose, groupByTag, type TagCount } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import type { Query } from "../search/query.ts";
import { stored } from "../system/sqlite-error.ts";
import type { FileStamp } from "../system/file-stamp.ts";
import { Contents } from "./contents.ts";
import type { Skipped } from "./discover.ts";
import { EssayFiles } from "./essay-files.ts";
import { GuardedIndex } from "./guarded-index.ts";
import type { EssayIndex, FirstEssays } from "./index/index.ts";
import type { Gist } from "./check/gist.ts";
import { type Progress, refresh } from "./index/refresh.ts";
import type { Wanted } from "./index/row.ts";
import type { SearchOptions, SearchResults } from "./index/search.ts";
import { type LinkIndex, linkIndex } from "../links/link-target.ts";
import { type EssayLink, essayLinks } from "./links.ts";
import { type LibraryParts, loaded, type Searching } from "./library-parts.ts";
import type { Located, LocationSource } from "./locate.ts";
import { siteAddress } from "./site-address.ts";
import type { Surroundings } from "./surroundings.ts";

export class Library {
  /** The folder, or the file if the library is one file. */
  readonly root: string;
  /** Where its path comes from, and whether symbolic links that lead out of it are followed. */
  readonly source: LocationSource;
  readonly followLinks: boolean;
  #site: string | undefined;
  readonly #index: GuardedIndex;
  readonly #contents = new Contents();
  readonly #complaint: string | undefined;
  readonly #files: EssayFiles;
  #searching: Searching | undefined;

  constructor(
    { root, source, followLinks = false, site, typography }: Located,
    index: EssayIndex | undefined,
    { complaint, opening, searching }: LibraryParts = {},
  ) {
    this.root = root;
    this.source = source;
    this.followLinks = followLinks;
    this.#site = site;
    this.#index = new GuardedIndex(index, () => this.#contents.lose());
    this.#files = new EssayFiles(root, opening, typography);
    this.#searching = searching;
    this.#complaint = complaint;
  }

  /** Every known essay, drafts included, by path; the same array until something changes. */
  get essays(): readonly Essay[] {
    return this.#contents.essays((last) => this.#index.ask((index) => index.essays(), last));
  }

  /** Resolves the links of its essays. */
  get targets(): LinkIndex {
    return linkIndex(this.essays, () => (this.#site ??= siteAddress(this.root) ?? ""));
  }

  /** Files and folders that were skipped, and why. */
  get skipped(): readonly Skipped[] {
    return this.#contents.skipped;
  }

  /** The real paths of the library's folders; empty before it is read. */
  get folders(): readonly string[] {
    return this.#contents.folders;
  }

  /** Messages for the user about the index, if it can't be kept. */
  get complaints(): readonly string[] {
    return [this.#complaint, this.#index.own?.complaint].filter((one) => one !== undefined);
  }

  /** What was wrong with the index and has been fixed; for `--debug`. */
  get remark(): string | undefined {
    return this.#index.own?.remark;
  }

  /** Whether everything in its files is known. */
  get isCurrent(): boolean {
    return this.#contents.isCurrent;
  }

  /** Whether it can be searched, and asked about links and similar essays. */
  get isSearchable(): boolean {
    return this.#index.own !== undefined;
  }

  /** Brings the library up to date; returns whether anything had changed. */
  async read(
    onProgress: (progress: Progress) => void = () => undefined,
    wanted: Wanted = {},
  ): Promise<boolean> {
    this.#files.forgetNames();
    const { own } = this.#index;
    if (!own) {
      await this.ready();
      this.#contents.replace(this.#files.read(this));
      return true;
    }
    const { changed, skipped, folders } = await refresh(
      own,
      this,
      (progress) => {
        this.#contents.change();
        onProgress(progress);
      },
      wanted,
    );
    const known = this.#index.ask((index) => index.skipped(), []);
    const isOther = this.#contents.renew({ changed, skipped: [...known, ...skipped], folders });
    // An index that just turned out to be damaged is now empty, with its first transaction open, so the library is read again.
    if (own.isWriting) return this.read(onProgress, wanted);
    this.#contents.settle();
    return isOther;
  }

  /** The first `most` essays of the shelf in its own order, from the index; undefined without one. */
  first(most: number): FirstEssays | undefined {
    const first = this.#index.ask((index) => index.firstOnShelf(most), undefined);
    return first && first.total > 0 ? first : undefined;
  }

  /** As `essays`, but complete: if the index can't answer, the files are read again. */
  all(): Promise<readonly Essay[]> {
    return this.answerTo(() => this.essays);
  }

  /** The essays that satisfy a choice, in its order. With an index, only these are read. */
  selected(choice: Choice): Promise<readonly Essay[]> {
    return this.answerTo(() => {
      const selected = this.#contents.isLoaded
        ? undefined
        : this.#index.ask((index) => index.selected(choice), undefined);
      return selected ?? choose(this.essays, choice);
    });
  }

  /** The tags of the essays that satisfy a choice, the most used first. */
  tags(choice: Choice): Promise<readonly TagCount[]> {
    return this.answerTo(() => {
      const counts = this.#contents.isLoaded
        ? undefined
        : this.#index.ask((index) => index.tagCounts(choice), undefined);
      if (counts) return counts.map(({ tag, count }) => ({ tag, count })).sort(byUse);
      const groups = groupByTag(choose(this.essays, choice));
      return groups.map(({ tag, essays }) => ({ tag, count: essays.length }));
    });
  }

  /** The only essay with a slug, from the index as it is, and its file's stamp. */
  withSlug(slug: string): { essay: Essay; stamp: FileStamp } | undefined {
    return this.#index.ask((index) => index.withSlug(slug), undefined);
  }

  /** Loads the parser, which only `open` and `glance` need. */
  async ready(): Promise<this> {
    await this.#files.ready();
    return this;
  }

  /** Loads what `search`, `betterSpelling` and `surroundings` need. */
  async readyToSearch(): Promise<this> {
    this.#searching ??= await import("./searching.ts");
    return this;
  }

  /** An essay of the library with its text, read now, with the pages that it transcludes. Throws `UnreadableError`. */
  open(essay: Essay): OpenEssay {
    return this.#files.open(essay, () => this.targets);
  }

  /** As `open`, without the pages that it transcludes, which are text of other essays. */
  openAlone(essay: Essay): OpenEssay {
    return this.#files.openAlone(essay);
  }

  /** As `open`, but only the beginning, and the notes that are defined below it: enough for a preview. */
  glance(essay: Essay): OpenEssay {
    return this.#files.glance(essay);
  }

  /** The essays that match a query, best first; the first of them with their passages. Throws `QueryError`. */
  search(query: Query, options: SearchOptions): SearchResults {
    return this.#index.must((index) => loaded(this.#searching).searchIndex(index, query, options), {
      count: 0,
      results: [],
      query,
    });
  }

  /**
   * A better spelling for a query that finds nothing; undefined if there is none. `parse` makes a query of it; if it is absent, the
   * source alone makes it.
   */
  betterSpelling(query: Query, parse?: (source: string) => Query): string | undefined {
    return this.#index.ask((index) => loaded(this.#searching).betterSpelling(index, query, parse), undefined);
  }

  /** The links to an essay, and the essays most like it. */
  surroundings(essay: Essay): Surroundings {
    return this.#index.ask((index) => loaded(this.#searching).surroundingsOf(essay, index, this.targets), {
      citedBy: [],
      alike: [],
    });
  }

  /** Every link between essays, by the path of its essay, in order. */
  links(): Promise<EssayLink[]> {
    return this.answerTo(() => this.#index.must((index) => essayLinks(index, this.essays, this.targets), []));
  }

  /** The gist of each file for `check`, by path, if the library was read with gists; undefined without an index. */
  gists(): Promise<ReadonlyMap<string, Gist> | undefined> {
    return this.answerTo(() => this.#index.ask(gistsOf, undefined));
  }

  /** Essays, without drafts, whose slugs begin with `start`, from the index as it is. */
  startingWith(start: string): Essay[] {
    return this.#index.ask((index) => index.startingWith(start), []);
  }

  /** The answer to `question`. If it reveals that the index can't answer, the index is built again and asked once more. */
  async answerTo<Answer>(question: () => Answer): Promise<Answer> {
    const answer = question();
    if (this.isCurrent) return answer;
    await this.read();
    return question();
  }

  close(): void {
    this.#index.own?.close();
  }

  /** Adds an essay that is not in a file. */
  hold(open: OpenEssay): void {
    this.#files.hold(open);
    this.include(open.essay);
  }

  /** Adds an essay from outside the library; its file is read whenever it is opened. */
  include(essay: Essay): void {
    this.#contents.include(essay);
  }
}

function gistsOf(index: EssayIndex): ReadonlyMap<string, Gist> {
  const parsed = (gist: string): Gist => stored(() => JSON.parse(gist) as Gist);
  return new Map(Array.from(index.gists(), ({ path, gist }) => [path, parsed(gist)]));
}
