/**
 * The rows of the shelf: one for each essay, and for the essay under the cursor as many as its title
 * needs. A narrow screen drops columns, but never the title; for a title that is longer than others, its
 * date is shortened, and left out if that is not enough.
 */
import { titleLabel } from "../../../essay/title-label.ts";
import { cutLine, marked, spansWidth } from "../../../layout/cut.ts";
import { alignRight, isRightToLeft } from "../../../layout/direction.ts";
import { fewLines } from "../../../layout/few-lines.ts";
import { asOneText } from "../../../layout/flow.ts";
import { type Role, type Row, type Span, span } from "../../../layout/line.ts";
import { shortDate } from "../../../essay/date.ts";
import type { Essay } from "../../../essay/essay.ts";
import { fuzzyRanges } from "../../../search/fuzzy.ts";
import { label } from "../../../text/visible.ts";
import { fit, truncate, width } from "../../../text/width.ts";
import { minutes } from "../../../text/words.ts";
import {
  columnsBeside,
  LEAST_MINUTES,
  listHeight,
  type ShelfColumns,
  shelfColumns,
  SHORTEST_DATE,
} from "../../geometry.ts";
import { orderOf } from "../../arrange.ts";
import type { Entry, Shelf, State } from "../../state.ts";

/** A row of the screen, and the index of its entry. */
export interface ShownRow {
  readonly index: number;
  readonly row: Row;
}

/** The visible rows, always including those of the essay under the cursor. */
export function shownRows(state: State): ShownRow[] {
  const { shelf, size } = state;
  const height = listHeight(size);
  const available = shelfColumns(state);
  const isUnderYear = isByYear(shelf);
  const columns = { ...columnsBeside(available, state.library, isUnderYear), available, isUnderYear };
  const shown = shelf.entries.slice(shelf.top, shelf.top + height).flatMap((entry, nth): ShownRow[] => {
    const index = shelf.top + nth;
    const rows =
      entry.kind === "group"
        ? [groupRow(entry, available)]
        : essayRows(state, entry.essay, index === shelf.cursor, columns);
    return rows.map((row) => ({ index, row }));
  });
  const end = shown.findLastIndex(({ index }) => index <= shelf.cursor) + 1;
  const first = Math.max(0, end - height);
  return shown.slice(first, first + height);
}

/** Whether the shelf groups its essays by year. */
function isByYear({ sort, grouped, query }: Shelf): boolean {
  return sort === "date" && !grouped && query.trim() === "";
}

function groupRow({ name, count }: Extract<Entry, { kind: "group" }>, available: number): Row {
  const end = `  ${count}`;
  const text = truncate(label(name), Math.max(1, available - 4 - width(end)));
  return cutLine({ spans: [span(`   ${text}`, "heading"), span(end, "quiet")] }, available);
}

type Columns = ShelfColumns & {
  readonly available: number;
  /** Whether the shelf has its years as groups. */
  readonly isUnderYear: boolean;
};

/** The most rows of a title. */
const MOST_ROWS = 3;

function essayRows(state: State, essay: Essay, selected: boolean, columns: Columns): Row[] {
  const before: Span[] = [
    span(selected ? " ▌" : "  ", "bullet"),
    span(columns.order === 0 ? "" : `${fit(orderOf(essay), columns.order, "right")} `, "quiet"),
    span(`${readSign(state, essay)} `, "bullet"),
  ];
  const title = titleSpans(state, essay, selected);
  const left = columns.available - spansWidth(before) - 1;
  const after = besideTitle(essay, left - spansWidth(title), columns);
  const room = Math.max(1, left - spansWidth(after));
  const isMirrored = isRightToLeft(title);
  return fewLines(title, room, selected ? MOST_ROWS : 1).map((spans, nth): Row => {
    const placed = isMirrored ? alignRight([...spans], room) : spans;
    const blanks = span(" ".repeat(Math.max(1, room - spansWidth(placed) + 1)));
    const indent = span(" ".repeat(Math.max(0, spansWidth(before) - 2)));
    const row = nth === 0 ? [...before, ...placed, blanks, ...after] : [before[0]!, indent, ...placed];
    return cutLine({ spans: row }, columns.available);
  });
}

/**
 * Tags, date and minutes beside a title: as much of them as it leaves room for, but always the minutes. A shortened date
 * ends in the column of the others.
 */
function besideTitle(essay: Essay, room: number, columns: Columns): Span[] {
  const untagged = { ...columns, tags: 0 };
  const { underYear, alone } = SHORTEST_DATE;
  const date = Math.min(columns.date, columns.isUnderYear ? underYear : alone);
  const minutes = Math.min(columns.minutes, LEAST_MINUTES);
  const choices: Columns[] = [columns, untagged, { ...untagged, date }, { ...untagged, date: 0, minutes }];
  const all = choices.map((one) => rightColumns(essay, one));
  return all.find((spans) => spansWidth(spans) <= room) ?? all.at(-1)!;
}

/** The sign of an essay that is finished, begun or new. */
function readSign({ readings, fresh }: State, { path }: Essay): string {
  const state = readings.get(path)?.state ?? "no";
  if (state === "yes") return "✓";
  if (state === "begun") return "◐";
  return fresh.has(path) ? "●" : " ";
}

function titleSpans({ shelf, library }: State, essay: Essay, selected: boolean): Span[] {
  const { query } = shelf;
  const roles: Role[] = selected ? ["strong"] : [];
  const text = titleLabel(essay);
  const ranges = fuzzyRanges(query, text, library.index.isLoose(query));
  const spans = asOneText(marked(text, ranges, "found", roles));
  if (essay.problems.some(({ severity }) => severity === "error")) return [span("! ", "problem"), ...spans];
  return essay.draft ? [span("(draft) ", "quiet"), ...spans] : spans;
}

function rightColumns(essay: Essay, columns: Columns): Span[] {
  const spans: Span[] = [];
  if (columns.tags > 0) spans.push(span(` ${fit(essay.tags.map(label).join(", "), columns.tags)}`, "tag"));
  if (columns.date > 0) {
    const date = essay.date === undefined ? "" : shortDate(essay.date, columns.isUnderYear, columns.date);
    spans.push(span(`  ${fit(date, columns.date, "right")}`, "quiet"));
  }
  if (columns.minutes > 0)
    spans.push(span(fit(`${minutes(essay.words)} min`, columns.minutes, "right"), "quiet"));
  spans.push(span(" "));
  return spans;
}
