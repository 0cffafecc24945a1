/**
 * Turns a choice of essays into SQL, so that only the rows to be shown are read.
 */
import type { Choice } from "../../essay/choose.ts";
import { tableOf } from "../../text/own.ts";
import { FILE_COLUMNS } from "./stored-essay.ts";

export interface Sql {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** The orders that SQLite can sort by; for others, such as titles, it lacks the rules of the language. */
const ORDERS = tableOf<string>({
  order: "place",
  date: "date IS NULL, date DESC, place",
});

/** The query for the essays of a choice, in its order; undefined if only the essays themselves can decide. */
export function essaysQuery(choice: Choice): Sql | undefined {
  const { sort = "order", reverse = false, limit = -1 } = choice;
  const order = ORDERS[sort.toLowerCase()];
  const where = conditions(choice);
  if (!where || order === undefined || reverse) return undefined;
  return {
    sql: `SELECT ${FILE_COLUMNS} FROM files
      WHERE ${where.sql} ORDER BY ${order} LIMIT ?`,
    // A number beyond SQLite's integers means no limit.
    values: [...where.values, Number.isSafeInteger(limit) ? limit : -1],
  };
}

/** The query for the tags of a choice's essays, with their counts; undefined likewise. */
export function tagsQuery(choice: Choice): Sql | undefined {
  const where = conditions(choice);
  // For columns outside of GROUP BY, SQLite takes the row with the minimum
  // (sqlite.org/lang_select.html#bareagg).
  return (
    where && {
      sql: `SELECT name AS tag, count(*) AS count, min(place) AS place FROM tags JOIN files ON files.id = tags.file
      WHERE ${where.sql} GROUP BY folded`,
      values: where.values,
    }
  );
}

function conditions({
  drafts,
  tags = [],
  withoutTags = [],
  where = [],
  since,
  until,
}: Choice): Sql | undefined {
  // Dates may be only a year or a month: SQL could compare them, but would be unreadable.
  if (where.length > 0 || since !== undefined || until !== undefined) return undefined;
  const tagged = (anyOf: readonly string[]): string =>
    `EXISTS (SELECT 1 FROM tags AS own WHERE own.file = files.id AND own.folded IN (${anyOf.map(() => "?").join(", ")}))`;
  return {
    sql: [
      "skipped IS NULL",
      ...(drafts === true ? [] : ["draft = 0"]),
      ...tags.map(tagged),
      ...(withoutTags.length > 0 ? [`NOT ${tagged(withoutTags)}`] : []),
    ].join(" AND "),
    values: [...tags.flat(), ...withoutTags].map((tag) => tag.trim().toLowerCase()),
  };
}
