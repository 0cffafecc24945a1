/**
 * The full-text search: a title, and under it its passages; before anything is typed, what can be.
 */
import { cutLine, marked, shortened } from "../../layout/cut.ts";
import { type Line, type Span, span } from "../../layout/line.ts";
import { queryMatcher } from "../../search/passages.ts";
import { parseQuery } from "../../search/query.ts";
import { label } from "../../text/visible.ts";
import { truncate, width } from "../../text/width.ts";
import { listHeight } from "../geometry.ts";
import { hint } from "../keymap.ts";
import { type Row, rowsOf } from "../on-search.ts";
import type { Search, State } from "../state.ts";
import { header, progressBar, prompt } from "./bars.ts";

const WHERE_COLUMNS = 9;

const QUERIES: readonly (readonly [string, string])[] = [
  ["word other", "both words, anywhere in an essay"],
  ['"two words"', "side by side"],
  ["word*", "words that begin so"],
  ["-word", "not with this word"],
  ["title:word", "in the title"],
  ["heading:word", "in a heading"],
  ["note:word", "in a footnote"],
  ["tag:word", "with a tag"],
];

export function searchView(state: State, search: Search): Line[] {
  const { columns } = state.size;
  const height = listHeight(state.size);
  const lines = bodyLines(search, columns, height);
  while (lines.length < height) lines.push({ spans: [], block: 0 });
  const right = state.progress ? progressBar(state.progress) : "";
  return [
    header("Search", summary(search, state), columns),
    ...lines.slice(0, height),
    prompt("F", search.query, hintsOf(state), right, columns),
  ];
}

function hintsOf({ keymap }: State): string[] {
  return [
    ...hint(keymap, "search", "open", "open"),
    ...hint(keymap, "search", "down", "next"),
    ...hint(keymap, "search", "back", "back"),
  ];
}

function summary({ query, count, answered }: Search, { library }: State): string {
  if (query.trim() === "")
    return `${library.essays.length} ${library.essays.length === 1 ? "essay" : "essays"}`;
  if (!answered && count === 0) return "…";
  return `in ${count} of ${library.essays.length} essays`;
}

function bodyLines(search: Search, columns: number, height: number): Line[] {
  if (search.query.trim() === "") return helpLines();
  const rows = rowsOf(search);
  if (rows.length === 0) return search.answered ? nothingLines(search) : [];
  const matcher = queryMatcher(parseQuery(search.query, true), "title");
  return rows
    .slice(search.top, search.top + height)
    .map((row) => rowLine(row, row.opens === search.cursor, matcher, columns));
}

function helpLines(): Line[] {
  const widest = Math.max(...QUERIES.map(([query]) => width(query)));
  return [
    { spans: [], block: 0 },
    ...QUERIES.map(([query, meaning]): Line => ({
      spans: [span(`   ${query.padEnd(widest + 3)}`, "strong"), span(meaning, "quiet")],
      block: 0,
    })),
  ];
}

function nothingLines({ suggestion }: Search): Line[] {
  const nothing: Line = { spans: [span("   found in no essay", "quiet")], block: 0 };
  if (suggestion === undefined) return [nothing];
  const better = [span("   did you mean ", "quiet"), span(label(suggestion), "strong"), span("?", "quiet")];
  return [nothing, { spans: better, block: 0 }];
}

function rowLine(
  row: Row,
  selected: boolean,
  matcher: ReturnType<typeof queryMatcher>,
  columns: number,
): Line {
  const bar = span(selected ? " ▌ " : "   ", "bullet");
  const passage = row.passage === undefined ? undefined : row.result.passages[row.passage];
  if (!passage) {
    const { title, date } = row.result.essay;
    const end = date === undefined ? "" : `  ${date} `;
    const text = truncate(label(title), Math.max(1, columns - 3 - width(end)));
    const spans = [bar, ...within(text, matcher(text)), span(end, "quiet")];
    return cutLine({ spans: spans.map(asTitle), block: 0 }, columns);
  }
  const where = passage.note === undefined ? passage.kind : `note ${passage.note}`;
  const spans = [
    bar,
    span(`  ${where.padEnd(WHERE_COLUMNS)}`, "quiet"),
    ...marked(passage.text, passage.ranges, "match", []),
  ];
  return shortened({ spans, block: 0 }, columns);
}

function within(text: string, ranges: ReturnType<ReturnType<typeof queryMatcher>>): Span[] {
  return marked(text, ranges, "match", []);
}

function asTitle(own: Span): Span {
  return own.roles.includes("quiet") || own.roles.includes("bullet")
    ? own
    : { ...own, roles: ["strong", ...own.roles] };
}
