/**
 * The index of a library: what its files contain, by path, and which words occur where.
 */
import type { Choice, TagCount } from "../../essay/choose.ts";
import type { Essay } from "../../essay/essay.ts";
import type { Part } from "../../search/passages.ts";
import type { Skipped } from "../discover.ts";
import { commit, type Store, type Unkept } from "./database.ts";
import { linksNaming } from "./links-naming.ts";
import { type FoundEssay, type Newest, newestOf } from "./newest.ts";
import { putInOrder, tellSlugsApart } from "./place.ts";
import { essaysQuery, tagsQuery } from "./select.ts";
import type { FileStamp } from "../../system/file-stamp.ts";
import { unpackParts, unpackText } from "./pack.ts";
import { putContent, putGistAlone } from "./put-row.ts";
import { emptyStore, readyStore } from "./ready-store.ts";
import type { IndexRow } from "./row.ts";
import { arrays, type Database } from "../../system/sqlite.ts";
import type { Statements } from "./statements.ts";
import { essayOf, type FileRow, type StoredLink } from "./stored-essay.ts";

export interface FirstEssays {
  readonly essays: readonly Essay[];
  /** The number of essays. */
  readonly total: number;
  /** Columns of the widest order number. */
  readonly orderColumns: number;
}

export class EssayIndex {
  #store: Store;
  #statements: Statements;
  #generation = 0;
  #writing: boolean;
  /** Whether an essay was removed, or replaced, since the last commit. */
  #hasRemoved = false;
  readonly #folder: string;
  /** The essays returned so far, by their number in the tables. */
  readonly #essays = new Map<number, Essay>();
  /** All essays by their numbers, newest first. */
  #newest: Newest | undefined;
  /** SQLite's number of the last change by another connection (sqlite.org/pragma.html#pragma_data_version). */
  #version: number | undefined;

  /**
   * Opens the index in `file`, or creates it; in memory if that fails or if `file` is undefined. Paths
   * are relative to `folder`. Each question waits `patience` milliseconds for another process that writes.
   */
  constructor(file: string | undefined, folder: string, patience?: number) {
    this.#folder = folder;
    [this.#store, this.#statements] = readyStore(file, patience);
    this.#writing = this.#store.fresh;
  }

  /** A message for the user if the index can't be kept in a file; undefined if all is well. */
  get complaint(): string | undefined {
    return this.#store.complaint;
  }

  /** What was wrong and has been fixed. */
  get remark(): string | undefined {
    return this.#store.remark;
  }

  get isKept(): boolean {
    return this.#store.file !== undefined;
  }

  /** The stamp of each file when it was read, by path. */
  stamps(): Map<string, FileStamp> {
    return this.#stamps("SELECT path, size, modified FROM files");
  }

  /** As `stamps`, for files with a gist, and for files without an essay. */
  stampsOfChecked(): Map<string, FileStamp> {
    return this.#stamps(
      "SELECT path, size, modified FROM files WHERE skipped IS NOT NULL OR id IN (SELECT id FROM gists)",
    );
  }

  #stamps(sql: string): Map<string, FileStamp> {
    const rows = arrays<[string, number, number]>(this.#store.database, sql);
    return new Map(rows.map(([path, size, modified]) => [path, { size, modified }]));
  }

  /** Whether another process has written to the index since the last call. */
  wasChanged(): boolean {
    const [row] = arrays<[number]>(this.#store.database, "PRAGMA data_version");
    const version = row![0];
    const changed = this.#version !== undefined && this.#version !== version;
    this.#version = version;
    if (changed) this.#forget();
    return changed;
  }

  /** Whether a transaction is open; a new index's first one always is. */
  get isWriting(): boolean {
    return this.#writing;
  }

  /** Another number each time that the content was given up, and an empty index took its place. */
  get generation(): number {
    return this.#generation;
  }

  /** Begins a transaction for writing. Throws if another process has one. */
  begin(): void {
    if (!this.#writing) this.#store.database.exec("BEGIN IMMEDIATE");
    this.#writing = true;
  }

  /** Undoes what was written since `begin`. */
  rollBack(): void {
    this.#store.database.exec("ROLLBACK");
    this.#hasRemoved = false;
    this.#writing = false;
    this.#forget();
  }

  commit(): void {
    tellSlugsApart(this.#statements);
    putInOrder(this.#statements);
    commit(this.#store, this.#hasRemoved);
    this.#hasRemoved = false;
    this.#writing = false;
    this.#forget();
  }

  #forget(): void {
    this.#newest = undefined;
    this.#essays.clear();
  }

  /** Replaces the stored content of a file; for an unchanged file, adds only its gist. */
  put(row: IndexRow): void {
    if (putGistAlone(this.#statements, row)) return;
    this.remove(row.path);
    putContent(this.#statements, row);
  }

  remove(path: string): void {
    this.#newest = undefined;
    const id = this.#statements.idOf.get(path)?.["id"];
    if (id === undefined) return;
    for (const statement of this.#statements.remove) statement.run(id);
    this.#hasRemoved = true;
  }

  /** Every essay, by path. */
  essays(): Essay[] {
    // Row by row, because the heap would keep the space of ten thousand rows at once for good.
    const essays: Essay[] = [];
    for (const row of this.#statements.files.iterate()) essays.push(this.#keep(row as unknown as FileRow));
    return essays;
  }

  /** The first essays of the shelf in its own order, without drafts, and the number of all. */
  firstOnShelf(most: number): FirstEssays {
    const rows = this.#statements.first.all(most) as unknown as FileRow[];
    const { total, columns } = this.#statements.extent.get() as { total: number; columns: number | null };
    return { essays: rows.map((row) => this.#keep(row)), total, orderColumns: columns ?? 0 };
  }

  /** The essays, without drafts, whose slugs begin with `start`. */
  startingWith(start: string): Essay[] {
    const rows = this.#statements.starting.all(start) as unknown as FileRow[];
    return rows.map((row) => this.#keep(row));
  }

  /** The essay with a slug, in any case, and its file's stamp; undefined if none or several have it. */
  withSlug(slug: string): { essay: Essay; stamp: FileStamp } | undefined {
    const rows = this.#statements.withSlug.all(slug) as unknown as (FileRow & FileStamp)[];
    const [row] = rows;
    if (!row || rows.length > 1) return undefined;
    return { essay: this.#keep(row), stamp: { size: row.size, modified: row.modified } };
  }

  /** The essays that satisfy a choice, in its order; undefined if SQL can't decide. */
  selected(choice: Choice): Essay[] | undefined {
    const query = essaysQuery(choice);
    if (!query) return undefined;
    const rows = this.#store.database.prepare(query.sql).all(...query.values) as unknown as FileRow[];
    return rows.map((row) => this.#keep(row));
  }

  /** The tags of the essays that satisfy a choice, each as the first essay on the shelf spells it. */
  tagCounts(choice: Choice): TagCount[] | undefined {
    const query = tagsQuery(choice);
    return query && (this.#store.database.prepare(query.sql).all(...query.values) as unknown as TagCount[]);
  }

  /** Files that were skipped, by path. */
  skipped(): Skipped[] {
    return this.#statements.skipped.all() as unknown as Skipped[];
  }

  /** Its tables, for reading only. */
  get database(): Database {
    return this.#store.database;
  }

  /** All essays by their numbers, newest first. */
  get newest(): Newest {
    return (this.#newest ??= newestOf(this.#store.database));
  }

  /** An essay that a search found: the same object as `essays` returns. */
  essay({ id }: FoundEssay): Essay {
    return this.#essays.get(id) ?? this.#keep(this.#statements.file.get(id) as unknown as FileRow);
  }

  /** The text of an essay, by parts. */
  parts({ id }: FoundEssay): Part[] {
    const pieces = this.#statements.text.all(id) as unknown as { piece: Uint8Array }[];
    return pieces.length === 0 ? [] : unpackParts(Buffer.concat(pieces.map(({ piece }) => piece)));
  }

  /** As `parts`, for an essay returned before. */
  partsOf(essay: Essay): Part[] {
    const id = this.numberOf(essay);
    return id === undefined ? [] : this.parts({ id });
  }

  /** The gist of each file for `check`, by path, as JSON. */
  *gists(): Iterable<{ path: string; gist: string }> {
    const rows = this.#statements.gists.iterate() as unknown as Iterable<{
      path: string;
      gist: string | Uint8Array;
    }>;
    for (const { path, gist } of rows) yield { path, gist: unpackText(gist) };
  }

  /** Every link, by the path of its essay, in order. */
  links(): Iterable<StoredLink> {
    return this.#statements.links.iterate() as unknown as Iterable<StoredLink>;
  }

  /** The links of an essay, in its order. */
  linksOf({ id }: FoundEssay): Pick<StoredLink, "block" | "href">[] {
    return this.#statements.linksOf.all(id) as unknown as StoredLink[];
  }

  /** The links that contain one of these names, decoded or not; and those too short for a name. */
  linksNaming(names: readonly string[]): StoredLink[] {
    return linksNaming(this.#statements, names);
  }

  /** The number of an essay that was returned before. */
  numberOf({ path }: Essay): number | undefined {
    const id = this.#statements.idOf.get(path)?.["id"];
    return id === undefined ? undefined : Number(id);
  }

  #keep(row: FileRow): Essay {
    const essay = essayOf(row, this.#folder);
    this.#essays.set(row.id, essay);
    return essay;
  }

  /** Replaces an index that can't be written (`unkept` is the reason) or trusted by an empty one in memory. */
  toMemory(unkept: Unkept | undefined): void {
    [this.#store, this.#statements] = emptyStore(this.#store, unkept);
    this.#generation++;
    this.#writing = true;
    this.#version = undefined;
    this.#forget();
  }

  close(): void {
    this.#store.database.close();
  }
}
