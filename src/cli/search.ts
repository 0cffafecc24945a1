/**
 * `ibid search`: the essays that match a query, best first, with their matching passages.
 */
import type { Session } from "../app/session.ts";
import { type Choice, isChosen, isEverything, sortEssays } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { span } from "../layout/line.ts";
import type { SearchResult } from "../library/index/search.ts";
import type { Library } from "../library/library.ts";
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
import { columnsOf, print } from "./print.ts";
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
  const { options, io } = session;
  const { all, count: isCount, names: isNames, patterns, passages, context } = options.search;
  const typed = options.operands.join(" ");
  const query = patterns.length > 0 ? parsePatterns(patterns, typed, io.today) : parseQuery(typed, io.today);
  const source = [...patterns, typed].join(" ").trim();
  const { limit: most, ...choice } = options.choice;
  const library = await (await session.library({ toSearch: true })).readyToSearch();
  checkTemplate(options.template ?? "", library);
  if (asksForMemory(options, query)) await (await import("./moved.ts")).adoptMoved(library, session);
  const limit =
    most ?? (!all && listFormat(session) === "ansi" && io.outIsTerminal ? FIT_FOR_A_SCREEN : Infinity);
  const length = Math.min(PASSAGE, columnsOf(session) - INDENT.length - WHERE_COLUMNS);
  const isAll = isEverything(choice);
  if (!isAll) checkChoice(library, choice);
  const accepts = isAll ? undefined : (essay: Essay) => isChosen(essay, choice);
  const isSorted = choice.sort !== undefined;
  const wanted = {
    most: isSorted ? Infinity : limit,
    length,
    // To count passages, all of them must be found.
    passages: all || isCount ? Infinity : isNames ? 0 : passages,
    context,
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
    columns: isCount ? ["slug", "title", "count"] : ["slug", "title", "where", "line", "text"],
    cells: isCount ? countCells : resultCells,
    rows: (columns, looks) => {
      const stars = looks === "text";
      if (isNames) return [results.map(({ essay }) => ({ spans: [span(label(essay.slug))] }))];
      if (isCount) return [results.map((one) => countRow(one, asked, stars, columns))];
      return results.map((one) => resultRows(one, asked, stars, columns));
    },
  });
  if (count > results.length && most === undefined)
    session.say(`showing the best ${results.length} of ${count} essays; --all shows all of them`);
  if (count === 0) session.say(nothingFound(query, source, library));
  sayGone(query, session);
  session.reportSkipped(library);
  return count > 0 ? 0 : 1;
}

/** In the requested order, instead of the best first. */
function sorted(
  results: readonly SearchResult[],
  { sort = "order", reverse = false }: Choice,
): SearchResult[] {
  const byEssay = new Map(results.map((result) => [result.essay, result]));
  return sortEssays([...byEssay.keys()], sort, reverse).map((essay) => byEssay.get(essay)!);
}

/** Reports matching marks whose essays are gone. */
function sayGone(query: Query, session: Session): void {
  const isFound = mineMatcher(query);
  const gone = isFound ? countOfGone(session.options.memory, isFound) : 0;
  if (gone === 1) session.say("found in 1 mark whose essay is gone, too; ibid notes --all lists it");
  if (gone > 1) session.say(`found in ${gone} marks whose essays are gone, too; ibid notes --all lists them`);
}

function nothingFound(query: Query, source: string, library: Library): string {
  if (source.trim() === "") return "the query is empty";
  if (!query.root) return `${source}: there is no word in it to search for`;
  const better = library.betterSpelling(query, source);
  return `${source}: found in no essay${better === undefined ? "" : `; did you mean ${better}?`}`;
}
