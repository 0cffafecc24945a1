/**
 * The levels of a ranking, the best first. All essays of a level come before those of the next one.
 *
 *     0 1 2     the title is the query; the slug is; the title contains it word by word
 *     3 4       the title has all words of the query, as typed or in other forms       (tiers 0 and 1)
 *     5 6       the words are side by side: in a heading; anywhere
 *     7 8       they are near each other: in a heading; anywhere
 *     9 to 16   they are apart                                                          (tiers 2 to 9)
 */
import { COLUMNS, type Column } from "../../search/columns.ts";
import { type Forms, matchWanted, TIERS } from "../../search/fts.ts";
import { type Query, wanted } from "../../search/query.ts";
import { sideBySide, wordsTogether } from "../../search/side-by-side.ts";
import type { Database } from "../../system/sqlite.ts";
import { matching } from "./full-text.ts";

export const IS_TITLE = 0;
export const IS_SLUG = 1;
export const HOLDS_TITLE = 2;
const TIERED = 3;
/** The tiers of titles. */
const IN_TITLE = 2;
const TOGETHER = TIERED + IN_TITLE;

const HEADINGS: readonly Column[] = ["title", "heading"];

/** The FTS5 expressions of the levels at which words are together, from TOGETHER on. */
export type Together = readonly (string | undefined)[];

/** The expressions for words that stand together in an essay; undefined for a query without such words. */
export function togetherIn(query: Query): Together | undefined {
  const phrases = wordsTogether(query);
  if (phrases.length === 0) return undefined;
  const { phrase, near } = sideBySide(phrases);
  return [phrase(HEADINGS), phrase(COLUMNS), near(HEADINGS), near(COLUMNS)];
}

/** The number of levels at which words are together. */
const WAYS_TOGETHER = 4;

/** The level of a tier whose words are apart. */
export function levelOf(tier: number): number {
  return tier < IN_TITLE ? TIERED + tier : TIERED + WAYS_TOGETHER + tier;
}

/** Raises the levels of the essays of which some words stand together; those with all words in the title stay where they are. */
export function raiseTogether(levels: Uint8Array, together: Together, database: Database): void {
  const lowest = levelOf(IN_TITLE);
  together.forEach((match, nth) => {
    if (match === undefined) return;
    for (const id of matching(database, match))
      if (id < levels.length && levels[id]! >= lowest && levels[id] !== NO_LEVEL) levels[id] = TOGETHER + nth;
  });
}

/** The level of an essay that does not match. */
export const NO_LEVEL = 255;

/** The FTS5 expression by which the essays of a level are compared; undefined if the query has no words. */
export function matchOf(level: number, query: Query, together: Together | undefined): string | undefined {
  const nth = level - TOGETHER;
  if (nth >= 0 && nth < WAYS_TOGETHER) return together?.[nth];
  const tier = Math.max(0, nth < 0 ? level - TIERED : level - TIERED - WAYS_TOGETHER);
  const forms: Forms = tier % 2 === 0 ? "exact" : "all";
  return wanted(query).length > 0 ? matchWanted(query, TIERS[tier >> 1], forms) : undefined;
}

/** Whether the essays of a level have the words of the query together. */
export function isTogether(level: number): boolean {
  return level >= TOGETHER && level < TOGETHER + WAYS_TOGETHER;
}
