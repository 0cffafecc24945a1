/**
 * `ibid search`: the essays that match a query, best first, with their matching passages.
 */
import type { Session } from "../app/session.ts";
import { isChosen, isEverything, sortEssays } from "../essay/choose.ts";
import type { ReadOf } from "../essay/reading.ts";
import { span } from "../layout/line.ts";
import type { SearchOptions, SearchResult } from "../library/index/search.ts";
import { withLines } from "../library/passage-lines.ts";
import { countOfGone, mineOf } from "../memory/mine.ts";
import { mineMatcher } from "../search/passages.ts";
import { parsePatterns, parseQuery } from "../search/parse-query.ts";
import { faultLines } from "../search/query-fault.ts";
import { type Query, QueryError } from "../search/query.ts";
import { label } from "../text/visible.ts";
import { asksForMemory } from "./asks-memory.ts";
import { checkChoice } from "./choice.ts";
import { listFormat } from "./formats.ts";
import { columnsOf, print, type Printed } from "./print.ts";
import {
  countCells,
  countRow,
  INDENT,
  resultCells,
  resultJson,
  resultRows,
  WHERE_COLUMNS,
} from "./search-rows.ts";
import { checkTemplate, templateOf } from "./template.ts";

/** The longest passage, in characters. */
const PASSAGE = 160;
/** On a terminal, only as many results as keep the best ones visible. */
const FIT_FOR_A_SCREEN = 10;

/** Exit code 0 if something was found, 1 if nothing was, 2 for a faulty query. */
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
  const { options } = session;
  const { query, source, parse } = queryOf(session);
  const library = await (await session.library({ toSearch: true })).readyToSearch();
  await checkTemplate(options.template ?? "", library);
  if (!isEverything(options.choice)) await checkChoice(library, options.choice);
  const isAsked = asksForMemory(options, query);
  if (isAsked) await (await import("./moved.ts")).adoptMoved(library, session);
  const found = await library.answerTo(() => library.search(query, wishOf(session)));
  const results = inOrder(found.results, session).map(withLines);
  const read = isAsked ? options.choice.read : undefined;
  await print<SearchResult>(session, printed(results, { query: found.query, source, read }, session));
  if (found.count > results.length && options.choice.limit === undefined)
    session.say(`showing the best ${results.length} of ${found.count} essays; --all shows all of them`);
  if (found.count === 0) session.say(nothingFound(query, source, () => library.betterSpelling(query, parse)));
  sayGone(query, session);
  session.reportSkipped(library);
  return found.count > 0 ? 0 : 1;
}

interface Typed {
  readonly query: Query;
  /** What was typed for it, the expressions first. */
  readonly source: string;
  /** The query with other words, and the same expressions. */
  readonly parse: (words: string) => Query;
}

/** The query of the command line. Throws `QueryError`. */
function queryOf({ options, io }: Session): Typed {
  const { patterns } = options.search;
  const typed = options.operands.join(" ");
  const parse = (words: string): Query =>
    patterns.length > 0 ? parsePatterns(patterns, words, io.today) : parseQuery(words, io.today);
  return { query: parse(typed), source: [...patterns, typed].join(" ").trim(), parse };
}

/** What is asked of the index. */
function wishOf(session: Session): SearchOptions {
  const { choice, search: shape } = session.options;
  return {
    // Which are the first in another order is known only of all.
    most: choice.sort === undefined ? mostOf(session) : Infinity,
    length: Math.min(PASSAGE, columnsOf(session) - INDENT.length - WHERE_COLUMNS),
    // To count passages, all of them must be found.
    passages: shape.all || shape.count ? Infinity : shape.names ? 0 : shape.passages,
    context: shape.context,
    drafts: choice.drafts === true,
    accepts: isEverything(choice) ? undefined : (essay) => isChosen(essay, choice),
    read: choice.read,
    mine: mineOf(() => session.memory()),
    setsFormulas: isForReading(session),
  };
}

/** Whether results are rows, and not data for another program. */
function isForReading(session: Session): boolean {
  const format = listFormat(session);
  return session.options.template === undefined && (format === "text" || format === "ansi");
}

/** The number of essays that are shown. */
function mostOf(session: Session): number {
  const { choice, search: shape } = session.options;
  const isOnScreen = listFormat(session) === "ansi" && session.io.outIsTerminal;
  return choice.limit ?? (isOnScreen && !shape.all ? FIT_FOR_A_SCREEN : Infinity);
}

/** The results in the requested order, if any is, instead of the best first. */
function inOrder(results: readonly SearchResult[], session: Session): readonly SearchResult[] {
  const { sort, reverse = false, read } = session.options.choice;
  if (sort === undefined) return results;
  const byEssay = new Map(results.map((result) => [result.essay, result]));
  const essays = sortEssays([...byEssay.keys()], sort, reverse, read);
  return essays.slice(0, mostOf(session)).map((essay) => byEssay.get(essay)!);
}

/** What was asked: the query as the library was asked it, the typed words, and, if it needs the memory, what that contains. */
interface Asked {
  readonly query: Query;
  readonly source: string;
  readonly read: ReadOf | undefined;
}

/** The results in the terms of each format. */
function printed(
  results: readonly SearchResult[],
  { query, source, read }: Asked,
  { options }: Session,
): Printed<SearchResult> {
  const { count: isCount, names: isNames } = options.search;
  return {
    items: results,
    name: ({ essay }) => essay.slug,
    filled: (template) => {
      const fill = templateOf(template, options.choice.read);
      return ({ essay }) => fill(essay);
    },
    json: () => ({ version: 1, query: source, results: results.map((one) => resultJson(one, read)) }),
    jsonLine: (one) => resultJson(one, read),
    columns: isCount ? ["slug", "title", "count"] : ["slug", "title", "where", "line", "text"],
    cells: isCount ? countCells : resultCells,
    rows: (columns, looks) => {
      const stars = looks === "text";
      if (isNames) return [results.map(({ essay }) => ({ spans: [span(label(essay.slug))] }))];
      if (isCount) return [results.map((one) => countRow(one, query, stars, columns))];
      return results.map((one) => resultRows(one, query, stars, columns));
    },
  };
}

/** Reports matching marks whose essays are gone. */
function sayGone(query: Query, session: Session): void {
  const isFound = mineMatcher(query);
  const gone = isFound ? countOfGone(session.memory(), isFound) : 0;
  if (gone === 1) session.say("found in 1 mark whose essay is gone, too; ibid notes --all lists it");
  if (gone > 1) session.say(`found in ${gone} marks whose essays are gone, too; ibid notes --all lists them`);
}

function nothingFound(query: Query, source: string, betterSpelling: () => string | undefined): string {
  if (source.trim() === "") return "the query is empty";
  if (!query.root) return `${source}: there is no word in it to search for`;
  const better = betterSpelling();
  return `${source}: no essay matches${better === undefined ? "" : `; did you mean ${better}?`}`;
}
