/**
 * `ibid search`: the essays in which a query is found, best first, with the passages that match.
 */
import { type Choice, isChosen, isEverything, sortEssays } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { marked, shortened } from "../layout/cut.ts";
import { type Line, span } from "../layout/line.ts";
import type { EssayIndex } from "../library/index/index.ts";
import { betterSpelling, searchIndex, type SearchResult } from "../library/index/search.ts";
import { type Passage, queryMatcher } from "../search/passages.ts";
import { readTextFile } from "../library/read-file.ts";
import { SourceLines } from "../document/source-lines.ts";
import { parseQuery, type Query } from "../search/query.ts";
import type { Io } from "../terminal/io.ts";
import { label } from "../text/visible.ts";
import { type Arguments, valueOf } from "./arguments.ts";
import { checkChoice, choiceOf } from "./choice.ts";
import { flags } from "./flags.ts";
import { essayJson } from "../formats/essay-json.ts";
import { columnsOf, formatOf, painterOf, toJson, toJsonLines } from "./output.ts";
import { toTsv } from "../formats/rows.ts";
import { linesOf, templateOf } from "./template.ts";
import { openIndexFor, reportSkipped } from "./session.ts";
import { say } from "./say.ts";

const INDENT = "    ";
const WHERE_COLUMNS = 9;
/** Longest passage, in characters. */
const PASSAGE = 160;
/** On a terminal the best are not to scroll away. */
const FIT_FOR_A_SCREEN = 10;

/** Exit code 0 when something was found, 1 when nothing was. */
export async function run(args: Arguments, io: Io): Promise<number> {
  const source = args.operands.join(" ");
  const query = parseQuery(source);
  const { limit: asked, ...choice } = choiceOf(args, io);
  const opened = await openIndexFor(args, io);
  const format = formatOf(args, flags.searchFormat, io);
  const limit = asked ?? (format === "ansi" && io.outIsTerminal ? FIT_FOR_A_SCREEN : Infinity);
  const length = Math.min(PASSAGE, columnsOf(args, io) - INDENT.length - WHERE_COLUMNS);
  if (!isEverything(choice)) await opened.ask((index) => checkChoice(index.essays(), args, io));
  const accepts = isEverything(choice) ? undefined : (essay: Essay) => isChosen(essay, choice);
  const isSorted = choice.sort !== undefined;
  const options = { most: isSorted ? Infinity : limit, length, drafts: choice.drafts === true, accepts };
  const { count, results: found } = await opened.ask((index) => searchIndex(index, query, options));
  const results = isSorted ? sorted(found, choice).slice(0, limit) : found;
  await print(results.map(withLines), query, source, args, io);
  if (count > results.length && asked === undefined)
    say(io, `the best ${results.length} of ${count} essays; -n ${count} shows all`);
  if (count === 0) say(io, await opened.ask((index) => nothingFound(query, source, index)));
  reportSkipped(opened, io);
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

async function print(
  results: readonly SearchResult[],
  query: Query,
  source: string,
  args: Arguments,
  io: Io,
): Promise<void> {
  const format = formatOf(args, flags.searchFormat, io);
  const template = valueOf(args, flags.template);
  if (template !== undefined)
    return io.out(
      linesOf(
        results.map(({ essay }) => templateOf(template, choiceOf(args, io).read)(essay)),
        args,
      ),
    );
  if (args.flags.has("null")) return io.out(results.map(({ essay }) => `${essay.slug}\0`).join(""));
  if (format === "json")
    return io.out(toJson({ version: 1, query: source, results: results.map(resultJson) }));
  if (format === "jsonl") return io.out(toJsonLines(results.map(resultJson)));
  if (format === "tsv") return io.out(toTsv(results.flatMap(resultRows)));
  const paint = await painterOf(format, args, io);
  const columns = columnsOf(args, io);
  const pages = results.map((result) => resultLines(result, query, format === "text", columns));
  io.out(pages.map((lines) => lines.map((line) => `${paint(line)}\n`).join("")).join("\n"));
}

function nothingFound(query: Query, source: string, index: EssayIndex): string {
  if (source.trim() === "") return "the query is empty";
  if (query.clauses.length === 0) return `${source}: there is no word in it to search for`;
  const better = betterSpelling(index, query, source);
  return `${source}: found in no essay${better === undefined ? "" : `; did you mean ${better}?`}`;
}

/** Passages with the line of their first match: the index knows only that of the part. */
function withLines({ essay, passages }: SearchResult): SearchResult {
  const placed = passages.some(({ block }) => block >= 0);
  if (!placed) return { essay, passages };
  try {
    const lines = new SourceLines(readTextFile(essay.file).text, 1);
    return { essay, passages: passages.map((passage) => ({ ...passage, line: matchLine(passage, lines) })) };
  } catch {
    return { essay, passages };
  }
}

/** Lines that a part is thought to have at most. */
const LONGEST_PART = 200;

function matchLine({ text, ranges, line, block }: Passage, lines: SourceLines): number {
  const [first] = ranges;
  return first && block >= 0 ? lines.holding(text.slice(...first), line, line + LONGEST_PART) : line;
}

function resultJson({ essay, passages }: SearchResult): object {
  return { ...essayJson(essay), passages };
}

/** A row for each passage: slug, title, where, line of the file, text. */
function resultRows({ essay, passages }: SearchResult): string[][] {
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
function resultLines(
  { essay, passages }: SearchResult,
  query: Query,
  stars: boolean,
  columns: number,
): Line[] {
  const title = label(essay.title);
  const ranges = queryMatcher(query, "title")(title);
  const head: Line = {
    block: 0,
    spans: [
      span(label(essay.slug), "strong"),
      span("  "),
      ...shown(title, ranges, stars),
      ...(essay.date === undefined ? [] : [span(`  ${essay.date}`, "quiet")]),
    ],
  };
  const rows = passages.map((passage): Line => ({
    block: 0,
    spans: [
      span(INDENT),
      span(whereOf(passage).padEnd(WHERE_COLUMNS), "quiet"),
      ...shown(passage.text, passage.ranges, stars),
    ],
  }));
  return [head, ...rows].map((line) => shortened(line, columns));
}

function shown(text: string, ranges: Passage["ranges"], stars: boolean): Line["spans"] {
  const spans = marked(text, ranges, "match", []);
  if (!stars) return spans;
  return spans.map((own) => (own.roles.includes("match") ? { ...own, text: `*${own.text}*` } : own));
}

function whereOf({ kind, note }: Passage): string {
  return note === undefined ? kind : `note ${note}`;
}
