/**
 * The results of a search as rows for reading, cells for other tools, and JSON.
 */
import { essayJson } from "../formats/essay-json.ts";
import type { ReadOf } from "../essay/reading.ts";
import { marked, shortened } from "../layout/cut.ts";
import { type Row, span } from "../layout/line.ts";
import { titleLabel } from "../essay/title-label.ts";
import type { SearchResult } from "../library/index/search.ts";
import { type Passage, queryMatcher } from "../search/passages.ts";
import type { Query } from "../search/query.ts";
import { label } from "../text/visible.ts";

export const INDENT = "    ";
export const WHERE_COLUMNS = 9;

/** A result; with `read`, also what is remembered of the essay. */
export function resultJson({ essay, passages }: SearchResult, read?: ReadOf): object {
  return { ...essayJson(essay, read), passages: passages.map(passageJson) };
}

/** A passage without the numbers of the query's words, which only say where it is cut. */
function passageJson(passage: Passage): object {
  return { ...passage, words: undefined };
}

/** A row for each passage: slug, title, place, line of the file, text. */
export function resultCells({ essay, passages }: SearchResult): string[][] {
  if (passages.length === 0) return [[essay.slug, essay.title, "title", "", ""]];
  return passages.map((passage) => [
    essay.slug,
    essay.title,
    whereOf(passage),
    String(passage.line),
    passage.text,
  ]);
}

/** The essay's slug and title, and under them its passages. `stars` mark matches if the output has no styles. */
export function resultRows(result: SearchResult, query: Query, stars: boolean, columns: number): Row[] {
  const rows = result.passages.flatMap((passage): Row[] => [
    ...(passage.before ?? []).map(contextRow),
    {
      spans: [
        span(INDENT),
        span(whereOf(passage).padEnd(WHERE_COLUMNS), "quiet"),
        ...shown(passage.text, passage.ranges, stars),
      ],
    },
    ...(passage.after ?? []).map(contextRow),
  ]);
  return [titleRow(result, query, stars), ...rows].map((line) => shortened(line, columns));
}

/** The number of matching passages, and the essay; an essay that only matches by its title has none. */
export function countRow(result: SearchResult, query: Query, stars: boolean, columns: number): Row {
  const { spans } = titleRow(result, query, stars);
  const count = String(result.passages.length).padStart(COUNT_COLUMNS);
  return shortened({ spans: [span(`${count}  `), ...spans] }, columns);
}

/** Slug, title, and the number of passages. */
export function countCells({ essay, passages }: SearchResult): string[][] {
  return [[essay.slug, essay.title, String(passages.length)]];
}

const COUNT_COLUMNS = 4;

function titleRow({ essay }: SearchResult, query: Query, stars: boolean): Row {
  const title = titleLabel(essay);
  return {
    spans: [
      span(label(essay.slug), "strong"),
      span("  "),
      ...shown(title, queryMatcher(query, "title")(title), stars),
      ...(essay.date === undefined ? [] : [span(`  ${essay.date}`, "quiet")]),
    ],
  };
}

function contextRow(text: string): Row {
  return { spans: [span(`${INDENT}${" ".repeat(WHERE_COLUMNS)}`), span(text, "quiet")] };
}

function shown(text: string, ranges: Passage["ranges"], stars: boolean): Row["spans"] {
  const spans = marked(text, ranges, "match", []);
  if (!stars) return spans;
  return spans.map((own) => (own.roles.includes("match") ? { ...own, text: `*${own.text}*` } : own));
}

function whereOf({ kind, note }: Passage): string {
  return note === undefined ? kind : `note ${note}`;
}
