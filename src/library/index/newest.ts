/**
 * The essays of an index in the order of their dates, with the data that a search needs.
 */
import { arrays, type Database } from "../../system/sqlite.ts";

/** An essay in the index. */
export interface FoundEssay {
  readonly id: number;
}

/** Essays by their numbers, the newest first. */
export type Newest = ReadonlyMap<number, { readonly isDraft: boolean; readonly language: string }>;

/** All essays, including drafts. */
export function newestOf(database: Database): Newest {
  const rows = arrays<[number, number, string]>(
    database,
    "SELECT id, draft, language FROM files WHERE skipped IS NULL ORDER BY date DESC, path",
  );
  return new Map(rows.map(([id, draft, language]) => [id, { isDraft: draft > 0, language }]));
}
