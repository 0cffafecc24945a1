/**
 * The index of a library: what its files hold, by path, and which words stand where.
 */
import { join } from "node:path";
import type { Essay } from "../../essay/essay.ts";
import { distinctSlugs } from "../../essay/slug.ts";
import type { Part } from "../../search/passages.ts";
import type { Query } from "../../search/query.ts";
import type { Known } from "../../search/respell.ts";
import type { Skipped } from "../discover.ts";
import { commit, discard, inMemory, openStore, type Store } from "./database.ts";
import { type Ranked, rank } from "./rank.ts";
import { type FileStamp, type Row, unpackParts } from "./row.ts";
import type { Database } from "./sqlite.ts";

/** What the index says is in the library. */
export interface Contents {
  readonly essays: readonly Essay[];
  readonly skipped: readonly Skipped[];
}

export class EssayIndex {
  #store: Store;
  #statements: Statements;
  #writing: boolean;
  /** The essays that were last given out, by the number that the tables know them by. */
  #essays = new Map<number, Essay>();
  #ids = new Map<Essay, number>();

  /** Opens the index in `file`, or makes it; in memory if it can't be had or if `file` is undefined. */
  constructor(file: string | undefined) {
    this.#store = openStore(file);
    this.#statements = statementsOf(this.#store.database);
    this.#writing = this.#store.fresh;
  }

  /** Why it is not what one would expect; undefined if all is well. */
  get complaint(): string | undefined {
    return this.#store.complaint;
  }

  /** Whether it is kept in a file, for the next time. */
  get isKept(): boolean {
    return this.#store.file !== undefined;
  }

  /** How each file was when it was read. */
  stamps(): Map<string, FileStamp> {
    const stamps = new Map<string, FileStamp>();
    for (const row of this.#statements.stamps.iterate()) {
      stamps.set(String(row["path"]), { size: Number(row["size"]), modified: Number(row["modified"]) });
    }
    return stamps;
  }

  /** Whether a transaction is open; a new index's first one always is. */
  get isWriting(): boolean {
    return this.#writing;
  }

  /** Begins to write: other processes wait, or go their own way. Throws if one of them does so already. */
  begin(): void {
    if (!this.#writing) this.#store.database.exec("BEGIN IMMEDIATE");
    this.#writing = true;
  }

  commit(): void {
    commit(this.#store);
    this.#writing = false;
  }

  /** Puts in what a file holds, in place of what it held before. */
  put({ path, size, modified, content }: Row): void {
    this.remove(path);
    if ("skipped" in content) {
      if (!content.passing) this.#statements.putSkipped.run(path, size, modified, content.skipped);
      return;
    }
    const { fields, data, problems, columns, parts, links } = content;
    const { lastInsertRowid: id } = this.#statements.putFile.run(
      path,
      size,
      modified,
      fields,
      data,
      problems,
    );
    this.#statements.putText.run(id, parts);
    this.#statements.putWords.run(id, ...columns);
    for (const { block, href, text } of links) this.#statements.putLink.run(id, block, href, text);
  }

  remove(path: string): void {
    const id = this.#statements.idOf.get(path)?.["id"];
    if (id === undefined) return;
    for (const statement of this.#statements.remove) statement.run(id);
  }

  /** Every essay and every file that holds none, by path; `root` is the library's folder. */
  contents(root: string): Contents {
    const rows = this.#statements.files.all() as unknown as FileRow[];
    const read = rows
      .filter((row) => row.fields !== null)
      .map((row) => ({ row, fields: JSON.parse(row.fields!) as Fields }));
    const slugs = distinctSlugs(read.map(({ row, fields }) => ({ slug: fields.slug, path: row.path })));
    const essays = read.map(({ row, fields }, index) =>
      essayOf(row, { ...fields, slug: slugs[index]! }, root),
    );
    this.#essays = new Map(essays.map((essay, index) => [read[index]!.row.id, essay]));
    this.#ids = new Map(essays.map((essay, index) => [essay, read[index]!.row.id]));
    const skipped = rows.flatMap(({ path, skipped: message }) =>
      message === null ? [] : [{ path, message }],
    );
    return { essays, skipped };
  }

  /** The essays of the last `contents` in which `query` is found, best first. */
  search(query: Query): Essay[] {
    const dated = (id: number): string => this.#essays.get(id)?.date ?? "";
    return rank(this.#store.database, query, [...this.#essays.keys()], dated).flatMap(({ id }: Ranked) => {
      const essay = this.#essays.get(id);
      return essay ? [essay] : [];
    });
  }

  /** The text of an essay of the last `contents`, by parts. */
  parts(essay: Essay): Part[] {
    const packed = this.#statements.text.get(this.#ids.get(essay) ?? -1)?.["parts"];
    return packed instanceof Uint8Array ? unpackParts(packed) : [];
  }

  /** Every word of the library, and the number of essays that it is in. */
  vocabulary(): Known[] {
    const { database } = this.#store;
    database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)");
    const rows = database.prepare("SELECT term, doc FROM temp.vocabulary").all();
    return rows.map((row) => ({ word: String(row["term"]), essays: Number(row["doc"]) }));
  }

  /** Forgets the file, which can't be written or believed, for an empty index in memory. */
  toMemory(complaint: string, damaged: boolean): void {
    if (damaged) discard(this.#store);
    else this.#store.database.close();
    this.#store = inMemory(complaint);
    this.#statements = statementsOf(this.#store.database);
    this.#writing = true;
  }

  close(): void {
    this.#store.database.close();
  }
}

interface FileRow {
  readonly id: number;
  readonly path: string;
  readonly skipped: string | null;
  readonly fields: string | null;
  readonly data: string;
  readonly problems: string;
}

type Fields = Omit<Essay, "path" | "file" | "data" | "problems">;

/** Front matter and problems are parsed when they are asked for: most essays are never asked. */
function essayOf({ path, data, problems }: FileRow, fields: Fields, root: string): Essay {
  return {
    ...fields,
    path,
    file: join(root, path),
    get data() {
      return JSON.parse(data) as Essay["data"];
    },
    get problems() {
      return problems === "[]" ? [] : (JSON.parse(problems) as Essay["problems"]);
    },
  };
}

type Statements = ReturnType<typeof statementsOf>;

function statementsOf(database: Database) {
  const prepare = (sql: string): ReturnType<Database["prepare"]> => database.prepare(sql);
  // FTS5 numbers its own rows beyond what a number holds, and the last row written is told after each statement.
  const prepareWrite = (sql: string): ReturnType<Database["prepare"]> => {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    return statement;
  };
  return {
    stamps: prepare("SELECT path, size, modified FROM files"),
    files: prepare("SELECT id, path, skipped, fields, data, problems FROM files ORDER BY path"),
    idOf: prepare("SELECT id FROM files WHERE path = ?"),
    text: prepare("SELECT parts FROM texts WHERE id = ?"),
    putFile: prepareWrite(
      "INSERT INTO files (path, size, modified, fields, data, problems) VALUES (?, ?, ?, ?, ?, ?)",
    ),
    putSkipped: prepareWrite("INSERT INTO files (path, size, modified, skipped) VALUES (?, ?, ?, ?)"),
    putText: prepareWrite("INSERT INTO texts (id, parts) VALUES (?, ?)"),
    putWords: prepareWrite(
      "INSERT INTO words (rowid, title, heading, tag, about, text, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
    ),
    putLink: prepareWrite("INSERT INTO links (file, block, href, text) VALUES (?, ?, ?, ?)"),
    remove: [
      prepareWrite("DELETE FROM files WHERE id = ?"),
      prepareWrite("DELETE FROM texts WHERE id = ?"),
      prepareWrite("DELETE FROM words WHERE rowid = ?"),
      prepareWrite("DELETE FROM links WHERE file = ?"),
    ],
  };
}
