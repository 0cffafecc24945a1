/**
 * Asks the index a query, with the inflected forms of its words, and returns the matching essays in order.
 */
import type { Essay } from "../../essay/essay.ts";
import type { Query } from "../../search/query.ts";
import { UNNAMED } from "../../search/stems.ts";
import type { Sources } from "./evaluate.ts";
import type { EssayIndex } from "./index.ts";
import { adaptedTo } from "./inflect.ts";
import type { FoundEssay, Newest } from "./newest.ts";
import { rank } from "./rank.ts";

/** The options of a search. */
export interface SearchWish extends Partial<Pick<Sources, "read" | "mine">> {
  /** Whether drafts may be found. */
  readonly drafts?: boolean;
  /** The number of first results that are ranked by relevance. */
  readonly best?: number;
  /** Which essays may be found; all of them if it is absent. */
  readonly accepts?: ((essay: Essay) => boolean) | undefined;
}

export interface Answer {
  /** The query with the forms that the library contains. */
  readonly query: Query;
  /** Best first. */
  readonly found: readonly FoundEssay[];
}

/** The least share of essays, in per cent. A rarer language may be a wrong guess, and its stemmer takes time to load. */
const FEW = 1;

/** The languages by which words are inflected. */
function languagesOf(newest: Newest): string[] {
  const counts = new Map<string, number>();
  for (const { language } of newest.values()) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].filter(([, count]) => count * 100 >= FEW * newest.size).map(([language]) => language);
}

/** The answer of an index. Throws `QueryError` for a key that no essay has. */
export function ask(index: EssayIndex, typed: Query, wish: SearchWish = {}): Answer {
  const { database, newest } = index;
  const { drafts = false, best = Infinity, accepts, read, mine = () => [] } = wish;
  const query = adaptedTo(database, typed, languagesOf(newest), newest.size);
  const essay = (id: number): Essay => index.essay({ id });
  const ids = [...newest].filter(
    ([id, { isDraft }]) => (drafts || !isDraft) && (!accepts || accepts(essay(id))),
  );
  const found = rank(query, best, {
    database,
    ids: ids.map(([id]) => id),
    language: (id) => newest.get(id)?.language ?? UNNAMED,
    essay,
    essays: () => index.essays(),
    parts: (id) => index.parts({ id }),
    links: (id) => index.linksOf({ id }).map(({ href }) => href),
    read,
    mine,
  });
  return { query, found: found.map((id) => ({ id })) };
}
