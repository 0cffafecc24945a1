/**
 * Writes what was read of one file into the tables of the index.
 */
import type { FileStamp } from "../../system/file-stamp.ts";
import { piecesOf } from "./pack.ts";
import type { IndexRow } from "./row.ts";
import type { Statements } from "./statements.ts";

/** Adds the gist of a file that has not changed since it was stored; false if it has, or if its gist was not read. */
export function putGistAlone(statements: Statements, { path, size, modified, content }: IndexRow): boolean {
  const known = statements.stampOf.get(path) as (FileStamp & { id: number }) | undefined;
  // A time below 0 means that the file was changing while it was read.
  const isSame = known?.size === size && known.modified === modified && modified >= 0;
  if (!isSame || !("gist" in content)) return false;
  statements.putGist.run(known.id, content.gist);
  return true;
}

/** Stores a file of which nothing is stored. */
export function putContent(statements: Statements, { path, size, modified, content }: IndexRow): void {
  if ("skipped" in content) {
    if (!content.passing) statements.putSkipped.run(path, size, modified, content.skipped);
    return;
  }
  const { slug, date, draft, language, tags, order, fields, data, problems } = content;
  const { columns, parts, links, gist } = content;
  const { lastInsertRowid: id } = statements.putFile.run(
    path,
    size,
    modified,
    slug,
    date ?? null,
    Number(draft),
    language,
    order,
    fields,
    data,
    problems,
  );
  for (const tag of tags) statements.putTag.run(id, tag, tag.toLowerCase());
  if (gist !== undefined) statements.putGist.run(id, gist);
  piecesOf(parts).forEach((piece, nth) => statements.putPiece.run(id, nth, piece));
  statements.putWords.run(id, ...columns);
  links.forEach(({ block, href, text }, nth) => statements.putLink.run(id, nth, block, href, text));
}
