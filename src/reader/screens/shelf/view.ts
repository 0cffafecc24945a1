/**
 * The shelf: one row for each essay. A narrow screen drops columns, the title last.
 */
import { titleLabel } from "../../../layout/math/title.ts";
import { cutLine, marked, spansWidth } from "../../../layout/cut.ts";
import { type Role, type Row, type Span, span } from "../../../layout/line.ts";
import { shortDate } from "../../../essay/date.ts";
import type { Essay } from "../../../essay/essay.ts";
import { fuzzyRanges } from "../../../search/fuzzy.ts";
import { label } from "../../../text/visible.ts";
import { fit, truncate, width } from "../../../text/width.ts";
import { minutes } from "../../../text/words.ts";
import { columnsBeside, DATE, listHeight, type ShelfColumns, shelfColumns } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import { orderOf } from "../../arrange.ts";
import type { Entry, Preview, Shelf, ShelfScreen, State } from "../../state.ts";
import { emptyRows, READ_WORDS } from "./empty.ts";
import { filled, header, progressBar } from "../../bars.ts";
import type { Bottom } from "../../bottom.ts";

export function shelfView(state: State): Row[] {
  const { shelf, size } = state;
  const height = listHeight(size);
  const available = shelfColumns(state);
  const isBesidePreview = available < size.columns;
  const columns = columnsBeside(available, state.library, isByYear(shelf));
  const rows = shelf.entries.slice(shelf.top, shelf.top + height).map((entry, index): Row => {
    const isSelected = shelf.top + index === shelf.cursor;
    return entry.kind === "group"
      ? groupRow(entry, available)
      : essayRow(state, entry.essay, isSelected, { ...columns, available });
  });
  const list = filled(rows.length > 0 ? rows : emptyRows(state, available), height);
  const body = isBesidePreview ? beside(list, available, state.preview) : list;
  return [header(shelfTitle(state), summary(state), size.columns), ...body];
}

/** The rows of the shelf, with the preview beside them. */
function beside(rows: readonly Row[], columns: number, preview: Preview | undefined): Row[] {
  return rows.map((row, index) => {
    const blanks = span(" ".repeat(Math.max(0, columns - spansWidth(row.spans))));
    return { spans: [...row.spans, blanks, span(" │ ", "rule"), ...quiet(preview?.lines[index]?.spans)] };
  });
}

/** The spans of the preview, quieter than the list. */
function quiet(spans: readonly Span[] = []): Span[] {
  return spans.map((own) => ({ ...own, roles: [...own.roles, "quiet"] }));
}

export function shelfBottom(state: State, { isTyping }: ShelfScreen): Bottom {
  const { shelf, keymap } = state;
  if (isTyping) {
    const hints = [...hint(keymap, "filter", "open", "open"), ...hint(keymap, "filter", "accept", "keep")];
    return { kind: "field", sign: "/", text: shelf.query, hints, leave: ["clear", "all"], place: [] };
  }
  const place = state.progress ? [progressBar(state.progress)] : placeOf(state);
  return { kind: "status", hints: hintsOf(state), leave: ["quit", "quit"], place };
}

function hintsOf({ keymap }: State): string[] {
  return [
    ...hint(keymap, "shelf", "open", "open"),
    ...hint(keymap, "shelf", "filter", "filter"),
    ...hint(keymap, "shelf", "search", "search"),
    ...hint(keymap, "shelf", "tags", "tags"),
    ...hint(keymap, "shelf", "sort", "sort"),
  ];
}

const WIDEST_GROUP = 24;

/** The place of the cursor: `3/12` of the shelf or, in groups, `career  ·  3/12` of the group. */
function placeOf({ shelf, library }: State): string[] {
  const { entries, cursor, essays } = shelf;
  if (essays === 0) return [];
  // An essay is in as many groups as it has tags, and the heading of its group may be above the screen.
  const at = entries.slice(0, cursor).findLastIndex((entry) => entry.kind === "group");
  const group = entries[at];
  if (group?.kind === "group")
    return [truncate(label(group.name), WIDEST_GROUP), `${cursor - at}/${group.count}`];
  return [`${cursor + 1}/${library.total > library.essays.length ? library.total : essays}`];
}

/** The last two parts of the library's path. */
export function shelfTitle({ library }: State): string {
  return label(
    library.root
      .split(/[/\\]/)
      .filter((part) => part !== "")
      .slice(-2)
      .join("/"),
  );
}

/** The words for each direction of an order: as it is, and reversed. */
const ENDS: Readonly<Record<string, readonly [string, string]>> = {
  date: [", newest first", ", oldest first"],
  words: [", shortest first", ", longest first"],
};

function directionOf({ sort, reverse }: Shelf): string {
  const [natural, reversed] = ENDS[sort.toLowerCase()] ?? ["", ", reversed"];
  return reverse ? reversed : natural;
}

function summary(state: State): string {
  const { shelf, library, keymap } = state;
  const { shown } = shelf;
  const all = library.total;
  const isAll = shown === library.essays.length && shelf.read === "any";
  const count = isAll ? `${all} ${all === 1 ? "essay" : "essays"}` : `${shown} of ${all} essays`;
  const parts = [count];
  const fresh = library.essays.filter((essay) => isNew(state, essay)).length;
  if (fresh > 0) parts.push([`${fresh} new`, ...hint(keymap, "shelf", "nextNew", "goes there")].join(": "));
  if (shelf.read !== "any") parts.push(READ_WORDS[shelf.read]);
  if (shelf.tags.length > 0)
    parts.push(`tagged ${shelf.tags.map(label).join(shelf.tagsAre === "any" ? " or " : " and ")}`);
  if (shelf.query.trim() !== "") parts.push(`matching ${label(shelf.query)}`);
  else parts.push(`by ${shelf.sort}${directionOf(shelf)}${shelf.grouped ? ", grouped" : ""}`);
  const whole = parts.join("  ·  ");
  // The order is the first to go: the user has chosen it.
  const isLong = width(whole) + width(shelfTitle(state)) > state.size.columns - 4;
  return isLong && shelf.query.trim() === "" ? parts.slice(0, -1).join("  ·  ") : whole;
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

function essayRow(
  state: State,
  essay: Essay,
  selected: boolean,
  { available, ...columns }: ShelfColumns & { readonly available: number },
): Row {
  const before: Span[] = [
    span(selected ? " ▌" : "  ", "bullet"),
    span(`${fit(orderOf(essay), columns.order, "right")} `, "quiet"),
    span(`${readSign(state, essay)} `, "bullet"),
  ];
  const after = rightColumns(essay, columns);
  const room = available - spansWidth(before) - spansWidth(after) - 1;
  const title = titleSpans(state, essay, Math.max(1, room), selected);
  const blanks = span(" ".repeat(Math.max(1, room - spansWidth(title) + 1)));
  return cutLine({ spans: [...before, ...title, blanks, ...after] }, available);
}

/** The sign of an essay that is finished, begun or new. */
function readSign({ readings, fresh }: State, { path }: Essay): string {
  const state = readings.get(path)?.state ?? "no";
  if (state === "yes") return "✓";
  if (state === "begun") return "◐";
  return fresh.has(path) ? "●" : " ";
}

/** Whether an essay is new since the last visit, and not yet opened. */
export function isNew({ readings, fresh }: State, { path }: Essay): boolean {
  return fresh.has(path) && !readings.has(path);
}

function titleSpans({ shelf, library }: State, essay: Essay, room: number, selected: boolean): Span[] {
  const { query } = shelf;
  const roles: Role[] = selected ? ["strong"] : [];
  const mark = essay.problems.some((problem) => problem.severity === "error")
    ? "! "
    : essay.draft
      ? "(draft) "
      : "";
  const text = titleLabel(essay.title);
  const cut = truncate(text, Math.max(1, room - width(mark)));
  const within = fuzzyRanges(query, text, library.index.isLoose(query)).map(
    ([start, end]) => [Math.min(start, cut.length), Math.min(end, cut.length)] as const,
  );
  const spans = marked(cut, within, "match", roles);
  return mark === "" ? spans : [span(mark, mark === "! " ? "problem" : "quiet"), ...spans];
}

function rightColumns(essay: Essay, columns: ShelfColumns): Span[] {
  const spans: Span[] = [];
  if (columns.tags > 0) spans.push(span(` ${fit(essay.tags.map(label).join(", "), columns.tags)}`, "tag"));
  if (columns.date > 0) {
    const date = essay.date === undefined ? "" : shortDate(essay.date, columns.date === DATE.underYear);
    spans.push(span(`  ${fit(date, columns.date, "right")}`, "quiet"));
  }
  if (columns.minutes > 0)
    spans.push(span(fit(`${minutes(essay.words)} min`, columns.minutes, "right"), "quiet"));
  spans.push(span(" "));
  return spans;
}
