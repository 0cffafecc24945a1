/**
 * The rows of the shelf: for each essay as many as its title needs, but not more than a few. The parts of a row are below those
 * of the other rows, so a long title takes more rows rather than the room of the date.
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
import { counted } from "../../../text/counted.ts";
import { label } from "../../../text/visible.ts";
import { fit, truncate, width } from "../../../text/width.ts";
import { minutes } from "../../../text/words.ts";
import { listHeight } from "../../geometry.ts";
import { isByYear, mostRows, type ShelfColumns, shelfParts, titleSign } from "../../shelf-geometry.ts";
import { mirroredRow } from "../../mirrored.ts";
import { orderOf } from "../../arrange.ts";
import type { Entry, State } from "../../state.ts";

/** A row of the screen, and the index of its entry. */
export interface ShownRow {
  readonly index: number;
  readonly row: Row;
}

/** The visible rows, always including those of the essay under the cursor. */
export function shownRows(state: State): ShownRow[] {
  const { shelf, size } = state;
  const height = listHeight(size);
  const columns = shelfParts(state);
  const shown = shelf.entries.slice(shelf.top, shelf.top + height).flatMap((entry, nth): ShownRow[] => {
    const index = shelf.top + nth;
    const rows =
      entry.kind === "group"
        ? [groupRow(entry, columns.available)]
        : essayRows(state, entry.essay, index === shelf.cursor, columns);
    const { isMirrored } = state.library;
    return rows.map((row) => ({ index, row: isMirrored ? mirroredRow(row, columns.available) : row }));
  });
  const end = shown.findLastIndex(({ index }) => index <= shelf.cursor) + 1;
  const first = Math.max(0, end - height);
  return shown.slice(first, first + height);
}

function groupRow({ name, count }: Extract<Entry, { kind: "group" }>, available: number): Row {
  const end = `  ${counted(count, "essay")}`;
  const text = truncate(label(name), Math.max(1, available - 4 - width(end)));
  return cutLine({ spans: [span(`   ${text}`, "heading"), span(end, "quiet")] }, available);
}

function essayRows(state: State, essay: Essay, selected: boolean, columns: ShelfColumns): Row[] {
  const bar = span(selected ? " ▌" : "  ", "bullet");
  const before: Span[] = [
    bar,
    span(columns.order === 0 ? "" : ` ${fit(orderOf(essay), columns.order, "right")}`, "quiet"),
    ...stateSigns(state, essay),
  ];
  const indent = span(" ".repeat(columns.before - 2));
  const title = titleSpans(state, essay, selected);
  const isAtRight = !state.library.isMirrored && isRightToLeft(title);
  return fewLines(title, columns.title, mostRows(selected, state.size)).map((spans, nth): Row => {
    const placed = isAtRight ? alignRight([...spans], columns.title) : spans;
    const blanks = span(" ".repeat(Math.max(1, columns.title - spansWidth(placed) + 1)));
    const row =
      nth === 0
        ? [...before, ...placed, blanks, ...besideTitle(state, essay, columns)]
        : [bar, indent, ...placed];
    return cutLine({ spans: row }, columns.available);
  });
}

const QUEUED = "+";

/** The signs of an essay's state: in the queue, and how much of it is read; one alone is in the middle. */
function stateSigns(state: State, essay: Essay): Span[] {
  const read = readSign(state, essay);
  if (!state.queue.includes(essay.path)) return [span(` ${read} `, "bullet")];
  return read === " " ? [span(` ${QUEUED} `, "quiet")] : [span(QUEUED, "quiet"), span(`${read} `, "bullet")];
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
  const sign = titleSign(essay);
  return sign === "" ? spans : [span(sign, sign === "! " ? "problem" : "quiet"), ...spans];
}

const MORE_TAGS = ", …";

/** The first tags that fit, with a sign if there are more; a part of the first one if it is wider. */
function tagsIn({ tags }: Essay, columns: number): string {
  let shown = "";
  for (const [nth, tag] of tags.entries()) {
    const next = nth === 0 ? label(tag) : `${shown}, ${label(tag)}`;
    const isLast = nth === tags.length - 1;
    if (width(next) + (isLast ? 0 : width(MORE_TAGS)) > columns)
      return nth === 0 ? truncate(next, columns) : shown + MORE_TAGS;
    shown = next;
  }
  return shown;
}

/** Tags, date and minutes. */
function besideTitle({ shelf }: State, essay: Essay, columns: ShelfColumns): Span[] {
  const spans: Span[] = [];
  if (columns.tags > 0) spans.push(span(` ${fit(tagsIn(essay, columns.tags), columns.tags)}`, "tag"));
  if (columns.date > 0) {
    const date = essay.date === undefined ? "" : shortDate(essay.date, isByYear(shelf), columns.date);
    spans.push(span(`  ${fit(date, columns.date, "right")}`, "quiet"));
  }
  if (columns.minutes > 0)
    spans.push(span(fit(`${minutes(essay.words)} min`, columns.minutes, "right"), "quiet"));
  spans.push(span(" "));
  return spans;
}
