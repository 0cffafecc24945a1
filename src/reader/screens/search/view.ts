/**
 * The full-text search on the screen: titles with their passages, or the query language if the field is empty.
 */
import { shortDate } from "../../../essay/date.ts";
import { titleLabel } from "../../../layout/math/title.ts";
import { cutLine, marked, shortened } from "../../../layout/cut.ts";
import { type Row, type Span, span } from "../../../layout/line.ts";
import { wrapRuns } from "../../../layout/wrap.ts";
import { cut, type Passage, queryMatcher } from "../../../search/passages.ts";
import { BASIC_QUERIES } from "../../../search/query-table.ts";
import { faultLines } from "../../../search/query-fault.ts";
import type { Query, QueryError } from "../../../search/query.ts";
import { label } from "../../../text/visible.ts";
import { truncate, width } from "../../../text/width.ts";
import { listHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import { IN_FULL, type ResultRow, rowsOf } from "./rows.ts";
import type { Search, State } from "../../state.ts";
import { filled, header, progressBar } from "../../bars.ts";
import type { Bottom } from "../../bottom.ts";

const WHERE_COLUMNS = 9;
/** The columns beside a passage: the bar, its place in the essay, and a blank column. */
export const PASSAGE_INDENT = 5 + WHERE_COLUMNS + 1;
const NOTHING: Query = { source: "", root: undefined };

export function searchView(state: State, search: Search): Row[] {
  const { columns } = state.size;
  const height = listHeight(state.size);
  const lines = bodyLines(search, columns, height);
  return [header("Search", summary(search, state), columns), ...filled(lines, height)];
}

export function searchBottom({ progress, keymap }: State, search: Search): Bottom {
  const hints = [...hint(keymap, "search", "open", "open"), ...hint(keymap, "search", "down", "next")];
  const place = progress ? [progressBar(progress)] : placeOf(search);
  return { kind: "field", sign: "F", text: search.query, hints, leave: ["back", "back"], place };
}

/** The number of the passage under the cursor, and of all passages: `3/14`. */
function placeOf(search: Search): string[] {
  const openable = rowsOf(search).filter(({ opens }) => opens !== undefined).length;
  return openable === 0 ? [] : [`${search.cursor + 1}/${openable}`];
}

function summary({ query, count, answered, fault }: Search, { library }: State): string {
  if (query.trim() === "")
    return `${library.essays.length} ${library.essays.length === 1 ? "essay" : "essays"}`;
  if (!answered && count === 0) return "…";
  if (fault) return "";
  return `in ${count} of ${library.essays.length} essays`;
}

function bodyLines(search: Search, columns: number, height: number): Row[] {
  if (search.query.trim() === "") return helpLines(columns);
  if (search.fault) return faultRows(search.fault);
  const rows = rowsOf(search);
  if (rows.length === 0) return search.answered ? nothingLines(search) : [];
  return shownLines(search, columns, height).map(({ line }) => line);
}

/** The lines on the screen, each with its row. */
export function shownLines(
  search: Search,
  columns: number,
  height: number,
): { readonly row: ResultRow; readonly line: Row }[] {
  const matcher = queryMatcher(search.parsed ?? NOTHING, "title");
  return rowsOf(search)
    .slice(search.top, search.top + height)
    .flatMap((row) =>
      rowLines(row, row.opens === search.cursor, matcher, columns).map((line) => ({ row, line })),
    )
    .slice(0, height);
}

function helpLines(columns: number): Row[] {
  const widest = Math.max(...BASIC_QUERIES.map(([query]) => width(query)));
  return [
    { spans: [] },
    ...BASIC_QUERIES.map(([query, meaning]): Row => {
      const spans = [span(`   ${query.padEnd(widest + 3)}`, "strong"), span(meaning, "quiet")];
      return shortened({ spans }, columns);
    }),
  ];
}

function nothingLines({ suggestion }: Search): Row[] {
  const nothing: Row = { spans: [span("   found in no essay", "quiet")] };
  if (suggestion === undefined) return [nothing];
  const better = [span("   did you mean ", "quiet"), span(label(suggestion), "strong"), span("?", "quiet")];
  return [nothing, { spans: better }];
}

/** The error in a query, with its place. */
function faultRows(fault: QueryError): Row[] {
  const [query, carets] = faultLines(fault);
  return [
    { spans: [] },
    { spans: [span(`   ${query}`, "strong")] },
    { spans: [span(`   ${carets}`, "strong")] },
    { spans: [span(`   ${label(fault.message)}`, "quiet")] },
  ];
}

function rowLines(
  row: ResultRow,
  selected: boolean,
  matcher: ReturnType<typeof queryMatcher>,
  columns: number,
): Row[] {
  if (row.isGap) return [{ spans: [] }];
  const bar = span(selected ? " ▌ " : "   ", "bullet");
  const passage = row.passage === undefined ? undefined : row.result.passages[row.passage];
  if (!passage) {
    const { title, date } = row.result.essay;
    const end = date === undefined ? "" : `  ${shortDate(date, false)} `;
    const text = truncate(titleLabel(title), Math.max(1, columns - 3 - width(end)));
    const spans = [bar, ...within(text, matcher(text)), span(end, "quiet")];
    return [cutLine({ spans: spans.map(asTitle) }, columns)];
  }
  return passageLines(passage, bar, selected, columns);
}

/** A passage: one line around its first match, or up to three lines if it is under the cursor. */
function passageLines(passage: Passage, bar: Span, selected: boolean, columns: number): Row[] {
  const room = Math.max(1, columns - PASSAGE_INDENT);
  const lead = span(`  ${whereOf(passage).padEnd(WHERE_COLUMNS)}`, "quiet");
  if (!selected) {
    const { text, ranges } = cut(passage, room);
    return [shortened({ spans: [bar, lead, ...marked(text, ranges, "found", [])] }, columns)];
  }
  const blanks = span(" ".repeat(width(lead.text)));
  const wrapped = wrapRuns(marked(passage.text, passage.ranges, "found", []), room, "greedy");
  return wrapped.slice(0, IN_FULL).map((spans, index): Row => {
    const isCut = index === IN_FULL - 1 && wrapped.length > IN_FULL;
    return shortened(
      { spans: [bar, index === 0 ? lead : blanks, ...spans, ...(isCut ? [span(" …", "quiet")] : [])] },
      columns,
    );
  });
}

/** The part of the essay that holds a passage; empty for the text. */
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
