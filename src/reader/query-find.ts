/**
 * What is looked for in an open essay: text that was typed, or a query by which the essay was found.
 */
import { partOf } from "../memory/mine.ts";
import type { Find } from "../page/matches.ts";
import { texMatcher, textMatcher } from "../search/find.ts";
import { mineMatcher, queryMatcher } from "../search/passages.ts";
import type { Query } from "../search/query.ts";

/** Text that was typed in the essay. */
export function findText(text: string): Find {
  return { text, matcher: textMatcher(text), inTex: texMatcher(text) };
}

/** A query of the full-text search, by which the essay was found. */
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
