/**
 * The steps by which the memory's file was built. The version of a file is the number of steps taken; the rest are taken when an older
 * file is opened, all or none. A released step is never changed: a change is another step at the end.
 */

interface Migration {
  /** The tables that it creates: they are checked on opening, copied if nothing can be written, and salvaged from a damaged file. */
  readonly tables: readonly string[];
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    tables: ["essays", "bookmarks", "libraries"],
    sql: `
      CREATE TABLE essays (
        file TEXT PRIMARY KEY,
        percent INTEGER NOT NULL,
        finished INTEGER NOT NULL,
        block INTEGER NOT NULL,
        words TEXT NOT NULL,
        note INTEGER,
        offset INTEGER NOT NULL,
        at INTEGER NOT NULL
      );
      CREATE TABLE bookmarks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        file TEXT NOT NULL,
        block INTEGER NOT NULL,
        words TEXT NOT NULL,
        note INTEGER,
        offset INTEGER NOT NULL,
        line TEXT NOT NULL
      );
      CREATE TABLE libraries (root TEXT PRIMARY KEY, known TEXT NOT NULL, fresh TEXT NOT NULL, at INTEGER NOT NULL);`,
  },
  {
    // The fields of a mark are JSON with the time of each change, so that two machines can be joined.
    tables: ["marks"],
    sql: `
      CREATE TABLE marks (
        id TEXT PRIMARY KEY,
        file TEXT NOT NULL,
        made INTEGER NOT NULL,
        fields TEXT NOT NULL
      );
      CREATE INDEX marks_by_file ON marks (file);`,
  },
  {
    // The reading queue in its order; the settings of each library; the history of each field.
    tables: ["queue", "settings", "typed"],
    sql: `
      CREATE TABLE queue (id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL UNIQUE);
      CREATE TABLE settings (
        root TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (root, name)
      );
      CREATE TABLE typed (
        field TEXT NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (field, text)
      );`,
  },
  {
    // The times of changes and removals, so that two machines can be joined.
    tables: ["tombstones"],
    sql: `
      CREATE TABLE tombstones (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (kind, id)
      );
      ALTER TABLE essays ADD COLUMN finished_at INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE bookmarks ADD COLUMN at INTEGER NOT NULL DEFAULT 0;`,
  },
  {
    // The place of each file in the queue, and the time at which it was set, so that two machines can be joined.
    tables: [],
    sql: `
      ALTER TABLE queue ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE queue ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
      UPDATE queue SET place = id;`,
  },
  {
    // The data by which the text of each remembered essay, and each path of a library, is recognised after a
    // move.
    tables: ["texts"],
    sql: `
      CREATE TABLE texts (
        file TEXT PRIMARY KEY,
        slug TEXT NOT NULL,
        title TEXT NOT NULL,
        words INTEGER NOT NULL,
        hash TEXT NOT NULL
      );
      ALTER TABLE libraries ADD COLUMN looks TEXT NOT NULL DEFAULT '';`,
  },
];

/** The version of a file in which all steps are taken. */
export const VERSION = MIGRATIONS.length;

export const TABLES: readonly string[] = MIGRATIONS.flatMap(({ tables }) => tables);
