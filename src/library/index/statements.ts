/**
 * The index's prepared statements.
 */
import type { Database } from "../../system/sqlite.ts";

export type Statements = ReturnType<typeof statementsOf>;

export function statementsOf(database: Database) {
  const prepare = (sql: string): ReturnType<Database["prepare"]> => database.prepare(sql);
  // FTS5's row ids exceed a JavaScript number, and each statement returns the last one written.
  const prepareWrite = (sql: string): ReturnType<Database["prepare"]> => {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    return statement;
  };
  return {
    files: prepare(
      "SELECT id, path, coalesce(slug, own_slug) AS slug, fields, data, problems FROM files WHERE skipped IS NULL ORDER BY path",
    ),
    starting: prepare(`
      SELECT id, path, slug, fields, data, problems FROM files
      WHERE skipped IS NULL AND draft = 0 AND slug >= ?1 COLLATE NOCASE AND slug < ?1 || char(1114111) COLLATE NOCASE
      ORDER BY slug COLLATE NOCASE
    `),
    withSlug: prepare(`
      SELECT id, path, slug, fields, data, problems, size, modified FROM files
      WHERE skipped IS NULL AND slug = ? COLLATE NOCASE
    `),
    file: prepare(
      "SELECT id, path, coalesce(slug, own_slug) AS slug, fields, data, problems FROM files WHERE id = ?",
    ),
    first: prepare(`
      SELECT id, path, coalesce(slug, own_slug) AS slug, fields, data, problems FROM files
      WHERE skipped IS NULL AND draft = 0 ORDER BY place LIMIT ?
    `),
    extent: prepare(
      "SELECT count(*) AS total, max(length(ord)) AS columns FROM files INDEXED BY by_place WHERE skipped IS NULL AND draft = 0",
    ),
    places: prepare(`
      SELECT id, path, date, place, json_extract(fields, '$.order') AS "order", json_extract(fields, '$.title') AS title
      FROM files WHERE skipped IS NULL
    `),
    putPlace: prepareWrite("UPDATE files SET place = ?, ord = ? WHERE id = ?"),
    skipped: prepare("SELECT path, skipped AS message FROM files WHERE skipped IS NOT NULL ORDER BY path"),
    slugs: prepare("SELECT id, path, own_slug, slug FROM files WHERE skipped IS NULL"),
    stampOf: prepare("SELECT id, size, modified FROM files WHERE path = ?"),
    idOf: prepare("SELECT id FROM files WHERE path = ?"),
    text: prepare("SELECT parts FROM texts WHERE id = ?"),
    putSlug: prepareWrite("UPDATE files SET slug = ? WHERE id = ?"),
    putFile: prepareWrite(`
      INSERT INTO files (path, size, modified, own_slug, date, draft, language, fields, data, problems)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    `),
    putSkipped: prepareWrite("INSERT INTO files (path, size, modified, skipped) VALUES (?, ?, ?, ?)"),
    gists: prepare("SELECT path, gist FROM gists JOIN files ON files.id = gists.id"),
    putGist: prepareWrite("INSERT OR REPLACE INTO gists (id, gist) VALUES (?, ?)"),
    putTag: prepareWrite("INSERT INTO tags (file, name, folded) VALUES (?, ?, ?)"),
    putText: prepareWrite("INSERT INTO texts (id, parts) VALUES (?, ?)"),
    putWords: prepareWrite(
      "INSERT INTO words (rowid, title, heading, tag, about, text, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
    ),
    links: prepare(
      "SELECT path, block, href, text FROM links JOIN files ON files.id = links.file ORDER BY path, links.rowid",
    ),
    linksOf: prepare("SELECT block, href FROM links WHERE file = ? ORDER BY rowid"),
    linksNaming: prepare(`
      SELECT links.rowid AS id, path, block, href, text FROM links JOIN files ON files.id = links.file
      WHERE instr(lower(href), ?) > 0 OR length(href) <= 6
    `),
    putLink: prepareWrite("INSERT INTO links (file, block, href, text) VALUES (?, ?, ?, ?)"),
    remove: [
      prepareWrite("DELETE FROM files WHERE id = ?"),
      prepareWrite("DELETE FROM texts WHERE id = ?"),
      prepareWrite("DELETE FROM words WHERE rowid = ?"),
      prepareWrite("DELETE FROM links WHERE file = ?"),
      prepareWrite("DELETE FROM tags WHERE file = ?"),
      prepareWrite("DELETE FROM gists WHERE id = ?"),
    ],
  };
}
