/**
 * Shows the faulty part of a query:
 *
 *     date:>soon
 *          ^^^^^
 */
import { label } from "../text/visible.ts";
import { width } from "../text/width.ts";
import type { QueryError } from "./query.ts";

/** The query as typed, and a line with carets under the faulty part. */
export function faultLines({
  source,
  place,
}: Pick<QueryError, "source" | "place">): readonly [string, string] {
  const lead = source.length - source.trimStart().length;
  const before = source.slice(lead, Math.max(lead, place.start));
  const carets = "^".repeat(Math.max(1, columnsOf(source.slice(place.start, place.end))));
  return [label(source), " ".repeat(columnsOf(before)) + carets];
}

/** A label loses blanks at its ends; letters around it keep them. */
function columnsOf(text: string): number {
  return width(label(`x${text}x`)) - 2;
}
