/**
 * The tables of the index, and their version.
 */
import { COLUMNS } from "../../search/columns.ts";

/** Raised with every change of the tables, of their content, or of how text is folded. */
export const VERSION = 24;

/** Bytes of tokens that FTS5 gathers before it writes. More would take memory and save no time. */
const HASH_SIZE = 8 << 20;
/**
 * Segments that FTS5 keeps before it makes one of them. By its own rule it would begin with the fourth, and leave a tenth of the file
 * empty where they were.
 */
const MOST_SEGMENTS = 16;
/** As long in the file as the places of most essays are: a row that grew afterwards would not fit its page any more. */
export const UNPLACED = 2 ** 15 - 1;
/** The bits of a row's number, in `texts` and `links`, that tell what a file has several of; those above are the file's number. */
export const NTH_BITS = 24;

/**
 * A row of `files` is an essay, or a file that was `skipped`; `by_path` and `by_date` hold all that bringing up to
 * date and ranking ask for, so that the wide rows are read for what is shown only. `place` is an essay's on the shelf
 * (in the shelf's own order, from 0; `UNPLACED` until that is known), so that the first screenful is there before the rest is read; `ord`
 * its order number as it is shown. `slug` is `own_slug`, unless another essay has that too. `gists` has what a check found in a file, as JSON, packed or not, of those that one has read. `tags` has a row for each tag of each essay, as it is spelled there, and without case.
 *
 * `words` holds tokens only and no text (FTS5's contentless tables): the text itself is kept once, compressed, in
 * `texts`, for passages, cut into pieces so that they fill the pages of the file. What is a letter is told by Unicode's categories, as in search/tokens.ts; a private-use
 * character (Co) is a token of its own between parts, so that no phrase is found across two of them. `language` is that
 * by which the words of an essay are inflected.
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
