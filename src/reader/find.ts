/**
 * What was found in an open essay: marked, counted, and gone through.
 */
import type { Line } from "../layout/line.ts";
import type { Matcher } from "../layout/mark.ts";
import { textMatcher } from "../search/find.ts";
import { queryMatcher } from "../search/passages.ts";
import { parseQuery } from "../search/query.ts";

/** What is sought in an essay. */
export interface Find {
  /** As it was typed. */
  readonly text: string;
  readonly matcher: Matcher;
}

/** A match, and the line on which it begins. */
export interface FoundMatch {
  readonly match: number;
  readonly line: number;
}

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

/** Every match, in the order of the lines. */
export function matchesIn(lines: readonly Line[]): FoundMatch[] {
  const seen = new Set<number>();
  return lines.flatMap((line, index) =>
    line.spans.flatMap(({ match }): FoundMatch[] => {
      if (match === undefined || seen.has(match)) return [];
      seen.add(match);
      return [{ match, line: index }];
    }),
  );
}

/** Lines with the spans of one match told from the others. */
export function withMatchHere(line: Line, here: FoundMatch | undefined): Line {
  if (!here || !line.spans.some(({ match }) => match === here.match)) return line;
  const spans = line.spans.map((span) =>
    span.match === here.match ? { ...span, roles: [...span.roles, "matchHere" as const] } : span,
  );
  return { ...line, spans };
}
