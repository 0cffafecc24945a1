/**
 * `ibid search`: the essays in which a query is found, best first, with the passages that match.
 */
import { titleLabel } from "../layout/math/title.ts";
import type { Session } from "../app/session.ts";
import { type Choice, isChosen, isEverything, sortEssays } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { essayJson } from "../formats/essay-json.ts";
import { marked, shortened } from "../layout/cut.ts";
import { type Row, span } from "../layout/line.ts";
import type { SearchResult } from "../library/index/search.ts";
import type { Library } from "../library/library.ts";
import { withLines } from "../library/passage-lines.ts";
import { mineOf } from "../memory/mine.ts";
import { type Passage, queryMatcher } from "../search/passages.ts";
import { parseQuery } from "../search/parse-query.ts";
import { faultLines } from "../search/query-fault.ts";
import { type Query, QueryError } from "../search/query.ts";
import { label } from "../text/visible.ts";
import { checkChoice } from "./choice.ts";
import { columnsOf, formatOf, print } from "./print.ts";
import { checkTemplate, templateOf } from "./template.ts";

const INDENT = "    ";
const WHERE_COLUMNS = 9;
/** Longest passage, in characters. */
const PASSAGE = 160;
/** On a terminal the best are not to scroll away. */
const FIT_FOR_A_SCREEN = 10;

/** Exit code 0 when something was found, 1 when nothing was, 2 for a query that is not understood. */
export async function run(session: Session): Promise<number> {
  try {
    return await search(session);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    session.say(error.message);
    for (const line of faultLines(error)) session.io.err(`  ${line}\n`);
    return 2;
  }
}

async function search(session: Session): Promise<number> {
  const { options, io } = session;
  const source = options.operands.join(" ");
  const query = parseQuery(source);
  const { limit: most, ...choice } = options.choice;
  const library = await session.library({ toSearch: true });
  checkTemplate(options.template ?? "", library);
  const limit = most ?? (formatOf(session) === "ansi" && io.outIsTerminal ? FIT_FOR_A_SCREEN : Infinity);
  const length = Math.min(PASSAGE, columnsOf(session) - INDENT.length - WHERE_COLUMNS);
  const isAll = isEverything(choice);
  if (!isAll) checkChoice(library, choice);
  const accepts = isAll ? undefined : (essay: Essay) => isChosen(essay, choice);
  const isSorted = choice.sort !== undefined;
  const wanted = {
    most: isSorted ? Infinity : limit,
    length,
    drafts: choice.drafts === true,
    accepts,
    read: choice.read,
    mine: mineOf(options.memory),
  };
  const { count, results: found, query: asked } = await library.asked(() => library.search(query, wanted));
  const results = (isSorted ? sorted(found, choice).slice(0, limit) : found).map(withLines);
  await print<SearchResult>(session, {
    items: results,
    name: ({ essay }) => essay.slug,
    filled:
      (template) =>
      ({ essay }) =>
        templateOf(template, choice.read)(essay),
    json: () => ({ version: 1, query: source, results: results.map(resultJson) }),
    jsonLine: resultJson,
    columns: ["slug", "title", "where", "line", "text"],
    cells: resultCells,
    rows: (columns, format) => results.map((one) => resultRows(one, asked, format === "text", columns)),
  });
  if (count > results.length && most === undefined)
    session.say(`the best ${results.length} of ${count} essays; -n ${count} shows all`);
  if (count === 0) session.say(nothingFound(query, source, library));
  session.reportSkipped(library);
  return count > 0 ? 0 : 1;
}

/** In the order that is asked for, instead of the best first. */
function sorted(
  results: readonly SearchResult[],
  { sort = "order", reverse = false }: Choice,
): SearchResult[] {
  const byEssay = new Map(results.map((result) => [result.essay, result]));
  return sortEssays([...byEssay.keys()], sort, reverse).map((essay) => byEssay.get(essay)!);
}

function nothingFound(query: Query, source: string, library: Library): string {
  if (source.trim() === "") return "the query is empty";
  if (!query.root) return `${source}: there is no word in it to search for`;
  const better = library.betterSpelling(query, source);
  return `${source}: found in no essay${better === undefined ? "" : `; did you mean ${better}?`}`;
}

function resultJson({ essay, passages }: SearchResult): object {
  return { ...essayJson(essay), passages };
}

/** A row for each passage: slug, title, where, line of the file, text. */
function resultCells({ essay, passages }: SearchResult): string[][] {
  if (passages.length === 0) return [[essay.slug, essay.title, "title", "", ""]];
  return passages.map((passage) => [
    essay.slug,
    essay.title,
    whereOf(passage),
    String(passage.line),
    passage.text,
  ]);
}

/** The essay's slug and title, and under them its passages. `stars` are for where there are no looks to mark with. */
function resultRows({ essay, passages }: SearchResult, query: Query, stars: boolean, columns: number): Row[] {
  const title = titleLabel(essay.title);
  const ranges = queryMatcher(query, "title")(title);
  const head: Row = {
    spans: [
      span(label(essay.slug), "strong"),
      span("  "),
      ...shown(title, ranges, stars),
      ...(essay.date === undefined ? [] : [span(`  ${essay.date}`, "quiet")]),
    ],
  };
  const rows = passages.map((passage): Row => ({
    spans: [
      span(INDENT),
      span(whereOf(passage).padEnd(WHERE_COLUMNS), "quiet"),
      ...shown(passage.text, passage.ranges, stars),
    ],
  }));
  return [head, ...rows].map((line) => shortened(line, columns));
}

function shown(text: string, ranges: Passage["ranges"], stars: boolean): Row["spans"] {
  const spans = marked(text, ranges, "match", []);
  if (!stars) return spans;
  return spans.map((own) => (own.roles.includes("match") ? { ...own, text: `*${own.text}*` } : own));
}

function whereOf({ kind, note }: Passage): string {
  return note === undefined ? kind : `note ${note}`;
}
