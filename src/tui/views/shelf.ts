/**
 * The shelf: a row an essay; columns give way where the screen is narrow, the title last.
 */
import { cutLine, marked, spansWidth } from "../../layout/cut.ts";
import { type Line, type Role, type Span, span } from "../../layout/line.ts";
import type { Essay } from "../../essay/essay.ts";
import { fuzzyRanges } from "../../search/fuzzy.ts";
import { label } from "../../text/visible.ts";
import { fit, truncate, width } from "../../text/width.ts";
import { minutes } from "../../text/words.ts";
import { listHeight } from "../geometry.ts";
import type { Entry, State } from "../state.ts";
import { header, progressBar, prompt, statusLine } from "./bars.ts";

const HINTS = ["Enter open", "/ filter", "F search", "t tags", "s sort", "? help", "q quit"];
/** Below so many columns, a bar leaves no room for anything else. */
const WIDE_ENOUGH_FOR_A_BAR = 40;
const FILTER_HINTS = ["Enter open", "Tab keep", "Esc all"];

export function shelfView(state: State): Line[] {
  const { shelf, size } = state;
  const height = listHeight(size);
  const columns = columnsFor(state);
  const rows = shelf.entries
    .slice(shelf.top, shelf.top + height)
    .map((entry, index) =>
      row(entry, shelf.top + index === shelf.cursor, columns, size.columns, shelf.query),
    );
  if (rows.length === 0)
    rows.push({ spans: [span(state.progress ? "   reading …" : "   nothing here", "quiet")], block: 0 });
  while (rows.length < height) rows.push({ spans: [], block: 0 });
  return [header(nameOf(state.library.root), summary(state), size.columns), ...rows, bottom(state)];
}

function bottom(state: State): Line {
  const { shelf, size, screen } = state;
  if (screen.kind === "filter") return prompt("/", shelf.query, FILTER_HINTS, "", size.columns);
  const essays = shelf.entries.filter((entry) => entry.kind === "essay").length;
  const nth = shelf.entries.slice(0, shelf.cursor + 1).filter((entry) => entry.kind === "essay").length;
  const place = essays === 0 ? "" : `${nth}/${essays}`;
  const right = state.progress && size.columns >= WIDE_ENOUGH_FOR_A_BAR ? progressBar(state.progress) : place;
  return statusLine(state.message, HINTS, right, size.columns);
}

/** The last two parts of the library's path: enough to know it by. */
function nameOf(root: string): string {
  return label(
    root
      .split(/[/\\]/)
      .filter((part) => part !== "")
      .slice(-2)
      .join("/"),
  );
}

function summary({ shelf, library }: State): string {
  const shown = new Set(shelf.entries.flatMap((entry) => (entry.kind === "essay" ? [entry.essay] : []))).size;
  const all = library.essays.length;
  const count = shown === all ? `${all} ${all === 1 ? "essay" : "essays"}` : `${shown} of ${all} essays`;
  const parts = [count];
  if (shelf.tags.length > 0) parts.push(`tagged ${shelf.tags.map(label).join(", ")}`);
  if (shelf.query.trim() !== "") parts.push(`matching ${label(shelf.query)}`);
  else parts.push(`by ${shelf.sort}${shelf.reverse ? ", reversed" : ""}${shelf.grouped ? ", grouped" : ""}`);
  return parts.join("  ·  ");
}

interface Columns {
  readonly order: number;
  readonly date: number;
  readonly minutes: number;
  readonly tags: number;
}

const DATE = 10;
const MINUTES = 8;

/** Widths of the columns beside the title; 0 hides one. */
function columnsFor({ size, library }: State): Columns {
  const orders = library.essays.map((essay) => width(orderOf(essay)));
  return {
    order: Math.min(
      8,
      orders.reduce((most, one) => Math.max(most, one), 0),
    ),
    date: size.columns >= 60 ? DATE : 0,
    minutes: size.columns >= 46 ? MINUTES : 0,
    tags: size.columns >= 100 ? Math.min(36, Math.floor(size.columns / 4)) : 0,
  };
}

function orderOf(essay: Essay): string {
  return essay.order === undefined ? "" : String(essay.order);
}

function row(entry: Entry, selected: boolean, columns: Columns, available: number, query: string): Line {
  if (entry.kind === "group") {
    return cutLine(
      { spans: [span(`   ${label(entry.name)}`, "heading"), span(`  ${entry.count}`, "quiet")], block: 0 },
      available,
    );
  }
  const { essay } = entry;
  const before: Span[] = [
    span(selected ? " ▌" : "  ", "bullet"),
    span(`${fit(orderOf(essay), columns.order, "right")} `, "quiet"),
  ];
  const after = rightColumns(essay, columns);
  const room = available - spansWidth(before) - spansWidth(after) - 2;
  const title = titleSpans(essay, query, Math.max(1, room), selected);
  const blanks = span(" ".repeat(Math.max(1, room - spansWidth(title) + 1)));
  return cutLine({ spans: [...before, span(" "), ...title, blanks, ...after], block: 0 }, available);
}

function titleSpans(essay: Essay, query: string, room: number, selected: boolean): Span[] {
  const roles: Role[] = selected ? ["strong"] : [];
  const mark = essay.problems.some((problem) => problem.severity === "error")
    ? "! "
    : essay.draft
      ? "(draft) "
      : "";
  const text = label(essay.title);
  const cut = truncate(text, Math.max(1, room - width(mark)));
  const within = fuzzyRanges(query, text).map(
    ([start, end]) => [Math.min(start, cut.length), Math.min(end, cut.length)] as const,
  );
  const spans = marked(cut, within, "match", roles);
  return mark === "" ? spans : [span(mark, mark === "! " ? "problem" : "quiet"), ...spans];
}

function rightColumns(essay: Essay, columns: Columns): Span[] {
  const spans: Span[] = [];
  if (columns.tags > 0) spans.push(span(` ${fit(essay.tags.map(label).join(", "), columns.tags)}`, "tag"));
  if (columns.date > 0) spans.push(span(`  ${fit(essay.date ?? "", columns.date)}`, "quiet"));
  if (columns.minutes > 0)
    spans.push(span(fit(`${minutes(essay.words)} min`, columns.minutes, "right"), "quiet"));
  spans.push(span(" "));
  return spans;
}
