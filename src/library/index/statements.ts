/**
 * The index's prepared statements.
 */
import { COLUMNS } from "../../search/columns.ts";
import type { Database } from "../../system/sqlite.ts";
import { NTH_BITS, UNPLACED } from "./schema.ts";
import { FILE_COLUMNS } from "./stored-essay.ts";

export type Statements = ReturnType<typeof statementsOf>;

/** The number of the nth row that a file has in `texts` or `links`, and the condition for all of a file's. */
const NTH_OF_FILE = `(?1 << ${NTH_BITS}) + ?2`;
const OF_FILE = `id BETWEEN ?1 << ${NTH_BITS} AND ((?1 + 1) << ${NTH_BITS}) - 1`;

export function statementsOf(database: Database) {
  const prepare = (sql: string): ReturnType<Database["prepare"]> => database.prepare(sql);
  // FTS5's row ids exceed a JavaScript number, and each statement returns the last one written.
  const prepareWrite = (sql: string): ReturnType<Database["prepare"]> => {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    return statement;
  };
  return {
    files: prepare(`SELECT ${FILE_COLUMNS} FROM files WHERE skipped IS NULL ORDER BY path`),
    starting: prepare(`
      SELECT ${FILE_COLUMNS} FROM files
      WHERE skipped IS NULL AND draft = 0 AND slug >= ?1 COLLATE NOCASE AND slug < ?1 || char(1114111) COLLATE NOCASE
      ORDER BY slug COLLATE NOCASE
    `),
    withSlug: prepare(`
      SELECT ${FILE_COLUMNS}, size, modified FROM files
      WHERE skipped IS NULL AND slug = ? COLLATE NOCASE
    `),
    file: prepare(`SELECT ${FILE_COLUMNS} FROM files WHERE id = ?`),
    first: prepare(`
      SELECT ${FILE_COLUMNS} FROM files
      WHERE skipped IS NULL AND draft = 0 ORDER BY place LIMIT ?
    `),
    extent: prepare(
      "SELECT count(*) AS total, max(length(ord)) AS columns FROM files INDEXED BY by_place WHERE skipped IS NULL AND draft = 0",
    ),
    places: prepare(`
      SELECT id, path, date, place, json_extract(fields, '$.order') AS "order", json_extract(fields, '$.title') AS title
      FROM files WHERE skipped IS NULL
    `),
    putPlace: prepareWrite("UPDATE files SET place = ? WHERE id = ?"),
    skipped: prepare(
      "SELECT path, skipped AS message FROM files INDEXED BY by_skipped WHERE skipped IS NOT NULL ORDER BY path",
    ),
    slugs: prepare("SELECT id, path, own_slug, slug FROM files WHERE skipped IS NULL"),
    stampOf: prepare("SELECT id, size, modified FROM files WHERE path = ?"),
    idOf: prepare("SELECT id FROM files WHERE path = ?"),
    text: prepare(`SELECT piece FROM texts WHERE ${OF_FILE} ORDER BY id`),
    putSlug: prepareWrite("UPDATE files SET slug = ? WHERE id = ?"),
    putFile: prepareWrite(`
      INSERT INTO files (path, size, modified, slug, own_slug, date, draft, language, place, ord, fields, data, problems)
      VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6, ?7, ${UNPLACED}, ?8, ?9, ?10, ?11)
    `),
    putSkipped: prepareWrite("INSERT INTO files (path, size, modified, skipped) VALUES (?, ?, ?, ?)"),
    gists: prepare("SELECT path, gist FROM gists JOIN files ON files.id = gists.id"),
    putGist: prepareWrite("INSERT OR REPLACE INTO gists (id, gist) VALUES (?, ?)"),
    putTag: prepareWrite("INSERT INTO tags (file, name, folded) VALUES (?, ?, ?)"),
    putPiece: prepareWrite(`INSERT INTO texts (id, piece) VALUES (${NTH_OF_FILE}, ?3)`),
    putWords: prepareWrite(
      `INSERT INTO words (rowid, ${COLUMNS.join(", ")}) VALUES (?, ${COLUMNS.map(() => "?").join(", ")})`,
    ),
    links: prepare(`
      SELECT path, block, href, text FROM links JOIN files ON files.id = links.id >> ${NTH_BITS}
      ORDER BY path, links.id
    `),
    linksOf: prepare(`SELECT block, href FROM links WHERE ${OF_FILE} ORDER BY id`),
    linksNaming: prepare(`
      SELECT links.id, path, block, href, text FROM links JOIN files ON files.id = links.id >> ${NTH_BITS}
      WHERE instr(lower(href), ?) > 0 OR length(href) <= 6
    `),
    putLink: prepareWrite(`INSERT INTO links (id, block, href, text) VALUES (${NTH_OF_FILE}, ?, ?, ?)`),
    remove: [
      prepareWrite("DELETE FROM files WHERE id = ?"),
      prepareWrite(`DELETE FROM texts WHERE ${OF_FILE}`),
      prepareWrite("DELETE FROM words WHERE rowid = ?"),
      prepareWrite(`DELETE FROM links WHERE ${OF_FILE}`),
      prepareWrite("DELETE FROM tags WHERE file = ?"),
      prepareWrite("DELETE FROM gists WHERE id = ?"),
    ],
  };
}
