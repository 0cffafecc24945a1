/**
 * The full-text search on the screen: titles with their passages, or the query language if the field is empty.
 */
import { shortDate } from "../../../essay/date.ts";
import type { Essay } from "../../../essay/essay.ts";
import { cutLine, marked, shortened } from "../../../layout/cut.ts";
import { fewLines } from "../../../layout/few-lines.ts";
import { alignRight, isRightToLeft } from "../../../layout/direction.ts";
import { asOneText } from "../../../layout/flow.ts";
import { type Row, type Span, span } from "../../../layout/line.ts";
import { wrapRuns } from "../../../layout/wrap.ts";
import { type Passage, queryMatcher } from "../../../search/passages.ts";
import { BASIC_QUERIES } from "../../../search/query-table.ts";
import { faultLines } from "../../../search/query-fault.ts";
import type { Query, QueryError } from "../../../search/query.ts";
import { label } from "../../../text/visible.ts";
import { width } from "../../../text/width.ts";
import { listHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import { withPane } from "../../preview/pane.ts";
import {
  INDENT,
  linesInFull,
  passageRuns,
  passagesOnLines,
  type ResultRow,
  roomFor,
  rowsFrom,
  rowsOf,
  titleLines,
  WIDEST,
} from "./rows.ts";
import { besideResults } from "./beside-results.ts";
import { hasNothing, nothingLines } from "./nothing.ts";
import type { Search, Size, State } from "../../state.ts";
import { belowHeader, filled, header, progressParts } from "../../bars.ts";
import type { Bottom } from "../../bottom.ts";
import { counted } from "../../../text/counted.ts";
import { largest } from "../../../text/extremes.ts";

/** The least columns of what a query means, beside it. */
const LEAST_MEANING = 28;
const NOTHING: Query = { source: "", root: undefined };

export function searchView(state: State, search: Search): Row[] {
  const { size, preview } = state;
  const list = filled(bodyLines(search, state), listHeight(size));
  const body = besideResults(state, search) ? withPane(list, WIDEST, preview?.rows) : list;
  return [...header("Search", summary(search, state), size), ...body];
}

export function searchBottom({ progress, keymap, size, library }: State, search: Search): Bottom {
  const hints =
    search.results.length === 0
      ? []
      : [...hint(keymap, "search", "open", "open"), ...hint(keymap, "search", "down", "next")];
  const place = progress ? progressParts(progress, library.essays.length) : placeOf(search, size);
  return { kind: "field", sign: "F", text: search.query, hints, leave: ["back", "back"], place };
}

/** The number of the passage under the cursor, and of all passages: `3/14`; of the help, whether it goes on. */
function placeOf(search: Search, size: Size): string[] {
  if (search.query.trim() === "")
    return search.top + listHeight(size) < helpLines(size).length ? ["↓ more"] : [];
  const openable = rowsOf(search).filter(({ opens }) => opens !== undefined).length;
  // Passages of further essays are requested when the cursor comes near.
  const more = search.results.length < search.count ? "+" : "";
  return openable === 0 ? [] : [`passage ${search.cursor + 1}/${openable}${more}`];
}

function summary({ query, count, answered, fault }: Search, { library, progress }: State): string {
  if (query.trim() === "") return counted(library.essays.length, "essay");
  if (count === 0 && (!answered || (progress && library.essays.length === 0))) return "…";
  if (fault) return "";
  // While the library is read, the index knows more essays than the shelf.
  const all = Math.max(count, library.essays.length);
  return `in ${count} of ${counted(all, "essay")}${progress ? " so far" : ""}`;
}

function bodyLines(search: Search, state: State): Row[] {
  const { size } = state;
  const height = listHeight(size);
  if (hasNothing(state)) return nothingLines(search, state);
  if (search.query.trim() === "") return helpLines(size).slice(search.top, search.top + height);
  if (search.fault) return faultRows(search.fault, size);
  const rows = rowsOf(search);
  if (rows.length === 0) {
    const isEarly = state.progress !== undefined && state.library.essays.length === 0;
    return search.answered && !isEarly ? nothingLines(search, state) : belowHeader([waitingRow(state)], size);
  }
  return shownLines(search, size, state.library.isMirrored).map(({ line }) => line);
}

/** The words until the first answer. It waits for the essays that are not in the index yet. */
function waitingRow({ progress, size }: State): Row {
  const words = progress ? "Reading the essays before they are searched …" : "Searching …";
  return shortened({ spans: [span(`${" ".repeat(INDENT.title)}${words}`, "quiet")] }, size.columns);
}

/** The lines on the screen, each with its row. */
export function shownLines(
  search: Search,
  size: Size,
  isMirrored: boolean,
): { readonly row: ResultRow; readonly line: Row }[] {
  const height = listHeight(size);
  const matcher = queryMatcher(search.parsed ?? NOTHING, "title");
  return rowsFrom(rowsOf(search), search.cursor, search.top)
    .slice(0, height)
    .flatMap((row) =>
      rowLines(row, row.opens === search.cursor, matcher, { size, isMirrored }).map((line) => ({
        row,
        line,
      })),
    )
    .slice(0, height);
}

/** The query language: each query with its meaning beside it, or below it if there is no room. */
export function helpLines(size: Size): Row[] {
  const { columns } = size;
  const widest = largest(BASIC_QUERIES.map(([query]) => width(query)));
  const left = INDENT.title + widest + INDENT.title;
  const isNarrow = columns - left < LEAST_MEANING;
  const indent = " ".repeat(isNarrow ? INDENT.passage : left);
  const rows = BASIC_QUERIES.flatMap(([query, meaning]): Row[] => {
    const room = Math.max(1, INDENT.title + roomFor("title", columns) - indent.length);
    const lines = wrapRuns([span(meaning, "quiet")], room, "greedy");
    const name = span(`${" ".repeat(INDENT.title)}${query}`, "strong");
    if (isNarrow) return [{ spans: [name] }, ...lines.map((spans) => ({ spans: [span(indent), ...spans] }))];
    const blanks = span(" ".repeat(left - width(name.text)));
    return lines.map((spans, nth) => ({
      spans: [...(nth === 0 ? [name, blanks] : [span(indent)]), ...spans],
    }));
  });
  return isNarrow ? rows : belowHeader(rows, size);
}

/** The error in a query, with its place. */
function faultRows(fault: QueryError, size: Size): Row[] {
  const [query, carets] = faultLines(fault);
  const words = wrapRuns([span(label(fault.message), "quiet")], roomFor("title", size.columns), "greedy");
  const rows = [[span(query, "strong")], [span(carets, "strong")], ...words].map((spans): Row => ({
    spans: [span(" ".repeat(INDENT.title)), ...spans],
  }));
  return belowHeader(rows, size);
}

function rowLines(
  row: ResultRow,
  selected: boolean,
  matcher: ReturnType<typeof queryMatcher>,
  { size, isMirrored }: { readonly size: Size; readonly isMirrored: boolean },
): Row[] {
  if (row.isGap) return [{ spans: [] }];
  const beside = besideBar(selected ? " ▌ " : "   ", isMirrored, size);
  if (row.passage === undefined) return titleRows(row.result.essay, beside, matcher, size);
  return selected
    ? passageInFull(row.result.passages[row.passage]!, beside, linesInFull(row.result.essay, size), size)
    : [passageLine(passagesOnLines(row.result, size.columns)[row.passage]!, beside, size)];
}

/** The row of a title or a passage, with the sign of the cursor at the edge where the rows of its library begin. */
type BesideBar = (words: readonly Span[], of: keyof typeof INDENT) => Row;

function besideBar(sign: string, isMirrored: boolean, { columns }: Size): BesideBar {
  const bar = span(sign, "bullet");
  return (words, of) => {
    const indent = span(" ".repeat(INDENT[of] - width(sign)));
    const spans = isMirrored
      ? [...alignRight(words, roomFor(of, columns)), indent, bar]
      : [bar, indent, ...words];
    return cutLine({ spans }, columns);
  };
}

/** A title, followed by its date if there is room. */
function titleRows(
  essay: Essay,
  beside: BesideBar,
  matcher: ReturnType<typeof queryMatcher>,
  size: Size,
): Row[] {
  const { columns } = size;
  const lines = titleLines(essay, size);
  const date = essay.date === undefined ? "" : `  ${shortDate(essay.date, false, 8)}`;
  const last = lines.at(-1) ?? "";
  const room = roomFor("title", columns);
  const isRoom = width(last) + width(date) <= room;
  return lines.map((text, nth): Row => {
    const end = isRoom && nth === lines.length - 1 ? [span(date, "quiet")] : [];
    const words = asOneText(marked(text, matcher(text), "found", ["strong"]));
    const placed = isRightToLeft(words)
      ? alignRight([...end.map(turned), ...words], room)
      : [...words, ...end];
    return beside(placed, "title");
  });
}

/** A passage that is cut to one line. */
function passageLine(passage: Passage, beside: BesideBar, { columns }: Size): Row {
  const room = roomFor("passage", columns);
  const runs = passageRuns(passage).map(quieter);
  const placed = atItsStart(shortened({ spans: runs }, room).spans, passage, room);
  return beside(placed, "passage");
}

/** The passage under the cursor, on at most `most` lines. */
function passageInFull(passage: Passage, beside: BesideBar, most: number, { columns }: Size): Row[] {
  const room = roomFor("passage", columns);
  return fewLines(passageRuns(passage), room, most).map((spans): Row =>
    beside(atItsStart(spans, passage, room), "passage"),
  );
}

/** A line of a passage at the edge where its text begins. Its place in the essay is at that edge, too: `:heading` at the right. */
function atItsStart(line: readonly Span[], { text }: Passage, room: number): readonly Span[] {
  if (!isRightToLeft([span(text)])) return line;
  const first = line.findIndex(({ flow }) => flow !== undefined);
  const place = line.slice(0, Math.max(0, first)).map((own) => {
    const name = own.text.replace(/:$/, "");
    return name === own.text ? own : { ...own, text: `:${name}` };
  });
  return alignRight([...line.slice(place.length), ...place.toReversed()], room);
}

/** The words of a passage that is not under the cursor are quieter than those of the one that is, and than the title. */
function quieter(own: Span): Span {
  return { ...own, roles: [...own.roles, "quiet"] };
}

/** A date with its blanks at the other side, for a title that runs from right to left. */
function turned(own: Span): Span {
  return { ...own, text: `${own.text.trim()}  ` };
}
