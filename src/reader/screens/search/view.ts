/**
 * The full-text search: a title, and under it its passages; before anything is typed, what can be.
 */
import { cutLine, marked, shortened } from "../../../layout/cut.ts";
import { type Row, type Span, span } from "../../../layout/line.ts";
import { type Passage, queryMatcher } from "../../../search/passages.ts";
import { faultLines } from "../../../search/query-fault.ts";
import type { Query, QueryError } from "../../../search/query.ts";
import { label } from "../../../text/visible.ts";
import { truncate, width } from "../../../text/width.ts";
import { listHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import { type ResultRow, rowsOf } from "./rows.ts";
import type { Search, State } from "../../state.ts";
import { filled, header, progressBar, prompt } from "../../bars.ts";

const WHERE_COLUMNS = 9;
const NOTHING: Query = { source: "", root: undefined };

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

export function searchView(state: State, search: Search): Row[] {
  const { columns } = state.size;
  const height = listHeight(state.size);
  const lines = bodyLines(search, columns, height);
  const right = state.progress ? progressBar(state.progress) : "";
  return [
    header("Search", summary(search, state), columns),
    ...filled(lines, height),
    prompt({ sign: "F", text: search.query, hints: hintsOf(state), right, columns }),
  ];
}

function hintsOf({ keymap }: State): string[] {
  return [
    ...hint(keymap, "search", "open", "open"),
    ...hint(keymap, "search", "down", "next"),
    ...hint(keymap, "search", "back", "back"),
  ];
}

function summary({ query, count, answered, fault }: Search, { library }: State): string {
  if (query.trim() === "")
    return `${library.essays.length} ${library.essays.length === 1 ? "essay" : "essays"}`;
  if (!answered && count === 0) return "…";
  if (fault) return "";
  return `in ${count} of ${library.essays.length} essays`;
}

function bodyLines(search: Search, columns: number, height: number): Row[] {
  if (search.query.trim() === "") return helpLines();
  if (search.fault) return faultRows(search.fault);
  const rows = rowsOf(search);
  if (rows.length === 0) return search.answered ? nothingLines(search) : [];
  const matcher = queryMatcher(search.parsed ?? NOTHING, "title");
  return rows
    .slice(search.top, search.top + height)
    .map((row) => rowLine(row, row.opens === search.cursor, matcher, columns));
}

function helpLines(): Row[] {
  const widest = Math.max(...QUERIES.map(([query]) => width(query)));
  return [
    { spans: [] },
    ...QUERIES.map(([query, meaning]): Row => ({
      spans: [span(`   ${query.padEnd(widest + 3)}`, "strong"), span(meaning, "quiet")],
    })),
  ];
}

function nothingLines({ suggestion }: Search): Row[] {
  const nothing: Row = { spans: [span("   found in no essay", "quiet")] };
  if (suggestion === undefined) return [nothing];
  const better = [span("   did you mean ", "quiet"), span(label(suggestion), "strong"), span("?", "quiet")];
  return [nothing, { spans: better }];
}

/** Where the query is not understood, and why. */
function faultRows(fault: QueryError): Row[] {
  const [query, carets] = faultLines(fault);
  return [
    { spans: [] },
    { spans: [span(`   ${query}`, "strong")] },
    { spans: [span(`   ${carets}`, "strong")] },
    { spans: [span(`   ${label(fault.message)}`, "quiet")] },
  ];
}

function rowLine(
  row: ResultRow,
  selected: boolean,
  matcher: ReturnType<typeof queryMatcher>,
  columns: number,
): Row {
  if (row.isGap) return { spans: [] };
  const bar = span(selected ? " ▌ " : "   ", "bullet");
  const passage = row.passage === undefined ? undefined : row.result.passages[row.passage];
  if (!passage) {
    const { title, date } = row.result.essay;
    const end = date === undefined ? "" : `  ${date} `;
    const text = truncate(label(title), Math.max(1, columns - 3 - width(end)));
    const spans = [bar, ...within(text, matcher(text)), span(end, "quiet")];
    return cutLine({ spans: spans.map(asTitle) }, columns);
  }
  const where = whereOf(passage);
  const spans = [
    bar,
    span(`  ${where.padEnd(WHERE_COLUMNS)}`, "quiet"),
    ...marked(passage.text, passage.ranges, "found", []),
  ];
  return shortened({ spans }, columns);
}

/** Where a passage stands, if that is not the text itself. */
function whereOf({ kind, note }: Passage): string {
  if (note !== undefined) return `note ${note}`;
  return kind === "text" ? "" : kind;
}

function within(text: string, ranges: ReturnType<ReturnType<typeof queryMatcher>>): Span[] {
  return marked(text, ranges, "found", []);
}

function asTitle(own: Span): Span {
  return own.roles.includes("quiet") || own.roles.includes("bullet")
    ? own
    : { ...own, roles: ["strong", ...own.roles] };
}
