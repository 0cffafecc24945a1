/**
 * A search in an open essay: for a typed text, or for the query that found the essay.
 */
import { partOf } from "../memory/mine.ts";
import { bareText } from "../layout/flow.ts";
import type { Flow, Line } from "../layout/line.ts";
import type { Find, FoundMatch } from "../page/matches.ts";
import { texMatcher, textMatcher } from "../search/find.ts";
import { mineMatcher, queryMatcher } from "../search/passages.ts";
import type { Query } from "../search/query.ts";
import { fold } from "../text/fold.ts";
import type { MatchLanding } from "./landing.ts";
import { memoized } from "../text/memoized.ts";
import { isIn } from "../text/index-in.ts";

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

/** The index of the match to which a search leads; -1 if no word of its block is marked, as in the address of a link. */
export function matchLandedOn(
  lines: readonly Line[],
  matches: readonly FoundMatch[],
  { block, note, words = "", mark }: MatchLanding,
): number {
  if (mark !== undefined) return matches.findIndex((match) => match.mark === mark);
  const isThere = ({ line }: FoundMatch): boolean => {
    const own = lines[line]!;
    return note === undefined ? own.block === block && own.note === undefined : own.note === note;
  };
  const has = havingLetters(lettersOf(words));
  const first = matches.findIndex(isThere);
  const exact = matches.findIndex((match) => isThere(match) && match.ranges.some(({ flow }) => has(flow)));
  if (first >= 0) return exact >= 0 ? exact : first;
  // With notes beside the text, the first line of a note may also be a line of the text.
  const isNear = block < 0 || note !== undefined;
  return isNear ? matches.findIndex(({ line }) => lines[line]!.block >= block) : -1;
}

/** Whether a text contains these letters; each is looked at once. */
function havingLetters(letters: string): (flow: Flow) => boolean {
  return memoized((flow) => letters !== "" && isIn(lettersOf(bareText(flow)), letters));
}

/** The letters and digits of a text: quotation marks and dashes on a page may be others than in the source. */
function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}
