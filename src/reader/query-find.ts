/**
 * What is sought in an open essay: text that was typed, or a query by which the essay was found.
 */
import type { Find } from "../page/matches.ts";
import { textMatcher } from "../search/find.ts";
import { queryMatcher } from "../search/passages.ts";
import { parseQuery } from "../search/query.ts";

/** Text that was typed in the essay. */
export function findText(text: string): Find {
  return { text, matcher: textMatcher(text) };
}

/** A query of the full-text search, by which the essay was found. */
export function findQuery(query: string): Find {
  const parsed = parseQuery(query, true);
  const matchers = {
    title: queryMatcher(parsed, "title"),
    heading: queryMatcher(parsed, "heading"),
    note: queryMatcher(parsed, "note"),
    text: queryMatcher(parsed, "text"),
  };
  return { text: query, matcher: (text, kind) => matchers[kind](text) };
}
