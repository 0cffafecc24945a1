/**
 * A search in an open essay: for a typed text, or for the query that found the essay.
 */
import { partOf } from "../memory/mine.ts";
import type { Find } from "../page/matches.ts";
import { texMatcher, textMatcher } from "../search/find.ts";
import { mineMatcher, queryMatcher } from "../search/passages.ts";
import type { Query } from "../search/query.ts";

/** A text typed in the essay. */
export function findText(text: string): Find {
  return { text, matcher: textMatcher(text), inTex: texMatcher(text) };
}

/** The query of the full-text search that found the essay. */
export function findQuery(query: Query): Find {
  const matchers = {
    title: queryMatcher(query, "title"),
    heading: queryMatcher(query, "heading"),
    note: queryMatcher(query, "note"),
    text: queryMatcher(query, "text"),
  };
  const isMine = mineMatcher(query);
  return {
    text: query.source,
    matcher: (text, kind) => matchers[kind](text),
    inTex: (tex, kind) => matchers[kind](tex).length > 0,
    ...(isMine && { marks: (mark) => isMine(partOf(mark).text) }),
  };
}
