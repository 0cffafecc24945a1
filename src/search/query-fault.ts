/**
 * Shows where a query is not understood:
 *
 *     date:>soon
 *          ^^^^^
 */
import { label } from "../text/visible.ts";
import { width } from "../text/width.ts";
import type { QueryError } from "./query.ts";

/** The query as it was typed, and a line with carets under what is wrong in it. */
export function faultLines({
  source,
  place,
}: Pick<QueryError, "source" | "place">): readonly [string, string] {
  const lead = source.length - source.trimStart().length;
  const before = source.slice(lead, Math.max(lead, place.start));
  const carets = "^".repeat(Math.max(1, columnsOf(source.slice(place.start, place.end))));
  return [label(source), " ".repeat(columnsOf(before)) + carets];
}

/** A label has no blanks at its ends: letters keep them. */
function columnsOf(text: string): number {
  return width(label(`x${text}x`)) - 2;
}
