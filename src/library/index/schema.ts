/**
 * The tables of the index, and their version.
 */
import { COLUMNS } from "../../search/columns.ts";

/** Raised with every change of the tables, of their content, or of how text is folded. */
export const VERSION = 50;

/** Bytes of tokens that FTS5 collects before it writes a segment. More would take memory and save no time. */
const HASH_SIZE = 8 << 20;
/**
 * The number of segments from which FTS5 merges them. By default it merges four, and the pages of those four then stay in the file
 * unused: a tenth of it.
 */
const MOST_SEGMENTS = 16;
/** A place of an essay that is not known yet. It has as many bytes as most places, because a row that grew later would split its page. */
export const UNPLACED = 2 ** 15 - 1;
/** A file has several rows in `texts` and in `links`. Their ids are the file's id, followed by this number of bits that count them. */
export const NTH_BITS = 24;

/**
 * - `files`: a row is an essay, or a file that was `skipped`. `by_path` and `by_date` contain everything that updating and ranking
 *   need, so the wide rows are read only for what is shown. `slug` is `own_slug`, unless another essay has the same. `place` is the
 *   position on the shelf, in the shelf's own order, from 0, so that the first screenful is known before the rest is read; `ord` is the
 *   order number as it is shown. `language` is the one by which the words of an essay are inflected.
 * - `tags`: a row for each tag of each essay, as it is spelled there, and without case.
 * - `texts`: the text of each essay, compressed, for passages. It is cut into pieces so that it fills the pages of the file.
 * - `gists`: for `check`, what each file contains, as JSON, compressed or not; only of files that were checked.
 * - `words`: tokens only and no text (FTS5's contentless tables). Unicode's categories decide what a letter is, as in
 *   search/tokens.ts. A private-use character (Co) is a token of its own between parts, so that no phrase is found across two of them.
 */
export const SCHEMA = `
  CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified REAL NOT NULL,
    skipped TEXT,
    own_slug TEXT,
    slug TEXT,
    date TEXT,
    draft INTEGER,
    language TEXT,
    place INTEGER,
    ord TEXT,
    fields TEXT,
    data TEXT,
    problems TEXT
  );
  CREATE UNIQUE INDEX by_path ON files (path, size, modified);
  CREATE INDEX by_date ON files (date DESC, path, draft, language) WHERE skipped IS NULL;
  CREATE INDEX by_place ON files (place, ord) WHERE skipped IS NULL AND draft = 0;
  CREATE INDEX by_skipped ON files (skipped, path) WHERE skipped IS NOT NULL;
  CREATE INDEX by_slug ON files (slug COLLATE NOCASE) WHERE skipped IS NULL;
  CREATE TABLE tags (
    file INTEGER NOT NULL,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (file, folded)
  ) WITHOUT ROWID;
  CREATE INDEX by_tag ON tags (folded, file, name);
  CREATE TABLE texts (id INTEGER PRIMARY KEY, piece BLOB NOT NULL);
  CREATE TABLE gists (id INTEGER PRIMARY KEY, gist ANY NOT NULL);
  CREATE TABLE links (id INTEGER PRIMARY KEY, block INTEGER NOT NULL, href TEXT NOT NULL, text TEXT NOT NULL);
  CREATE VIRTUAL TABLE words USING fts5 (
    ${COLUMNS.join(", ")},
    content = '',
    contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
  );
  INSERT INTO words (words, rank) VALUES ('hashsize', ${HASH_SIZE}), ('automerge', ${MOST_SEGMENTS});
  PRAGMA user_version = ${VERSION};
`;

/** Separates two parts of an essay in the index. */
export const BARRIER = "\ue000";
