/**
 * The columns of the shelf: of its list beside the preview, and of the parts of a row.
 *
 *      ▌ 224 ✓ A title, on as many rows as it needs        Apr 2021   4 min   │ preview
 *
 * They are the same for all rows, so that dates and minutes are below each other.
 */
import { fewLines } from "../layout/few-lines.ts";
import { span } from "../layout/line.ts";
import { titleLabel } from "../essay/title-label.ts";
import type { Essay } from "../essay/essay.ts";
import { width } from "../text/width.ts";
import { listHeight } from "./geometry.ts";
import { NARROWEST_PANE, PANE } from "./preview/pane.ts";
import type { Extent } from "./scroll.ts";
import type { Shelf, Size, State } from "./state.ts";

/** A narrower screen shows the shelf without a preview. */
const WIDE = 120;
const WIDEST_PREVIEW = 74;
/** The largest part of the screen for the shelf beside a preview. */
const WIDEST_SHELF = 0.6;

/**
 * Columns of the preview beside the shelf; 0 if there is no room for it. The shelf takes as many as its
 * titles need, but at least half of the screen.
 */
export function previewColumns({ size: { columns }, library }: Pick<State, "size" | "library">): number {
  if (columns < WIDE) return 0;
  const needed = shelfNeeds(library);
  const half = Math.ceil((columns - PANE.divider) / 2);
  const shelf = Math.max(half, Math.min(needed, Math.floor(columns * WIDEST_SHELF)));
  return Math.min(WIDEST_PREVIEW, Math.max(NARROWEST_PANE, columns - PANE.divider - PANE.edge - shelf));
}

/** Columns of the shelf itself. */
export function shelfColumns(state: Pick<State, "size" | "wantsPreview" | "library">): number {
  const { size, wantsPreview } = state;
  const beside = wantsPreview ? previewColumns(state) : 0;
  return beside === 0 ? size.columns : size.columns - beside - PANE.divider - PANE.edge;
}

/** The columns of each part of a row; 0 hides it. */
export interface ShelfColumns {
  /** All columns of the shelf. */
  readonly available: number;
  /** Columns before the title: the cursor, the number and the reading state. */
  readonly before: number;
  readonly order: number;
  readonly title: number;
  readonly tags: number;
  readonly date: number;
  readonly minutes: number;
}

/** `8 Jul` under its year, otherwise `Jul 2025`. */
const DATE = { underYear: 6, alone: 8 };
/** `Jul` under its year, otherwise `2025`. */
const SHORT_DATE = { underYear: 3, alone: 4 };
/** Blanks before a date. */
const BEFORE_DATE = 2;
/** Minutes with the blanks before them, and `12 min` alone. */
const MINUTES = { wide: 8, narrow: 6 };
const WIDEST_ORDER = 8;
/** The bar of the cursor and the reading state, with blanks; and the blank before a number. */
const SIGNS = 5;
const BEFORE_ORDER = 1;
/** The blank after a title, and the one at the right edge. */
const BLANKS = 2;
/** A narrower shelf has neither numbers nor dates; and one without room for minutes. */
const NARROW = 44;
const LEAST_WITH_MINUTES = 28;
/** A title needs so many columns before a date gets any. */
const LEAST_TITLE = 34;
/** A title gets no more columns unless many titles need more: in a wide window, the date would be far from a short title. */
const WIDEST_TITLE = 72;
const LEAST_TAGS = 18;
const WIDEST_TAGS = 36;
/** A narrower shelf has no tags. */
const WIDE_ENOUGH_FOR_TAGS = 100;

/** Columns that a shelf needs to show nine titles of ten in one row. */
function shelfNeeds({ orderColumns, titleColumns }: State["library"]): number {
  return beforeTitle(orderColumns) + titleColumns.most + BLANKS + BEFORE_DATE + DATE.alone + MINUTES.wide;
}

function beforeTitle(orderColumns: number): number {
  return SIGNS + (orderColumns === 0 ? 0 : BEFORE_ORDER + Math.min(WIDEST_ORDER, orderColumns));
}

/** The columns of a shelf. */
export function shelfParts(state: Pick<State, "size" | "wantsPreview" | "library" | "shelf">): ShelfColumns {
  const { orderColumns, titleColumns } = state.library;
  const available = shelfColumns(state);
  const isNarrow = available < NARROW;
  const order = isNarrow ? 0 : Math.min(WIDEST_ORDER, orderColumns);
  const before = beforeTitle(order);
  const minutes = !isNarrow ? MINUTES.wide : available >= LEAST_WITH_MINUTES ? MINUTES.narrow : 0;
  const left = available - before - BLANKS - minutes;
  const kind = isByYear(state.shelf) ? "underYear" : "alone";
  const least = Math.min(titleColumns.most, LEAST_TITLE);
  const date =
    [DATE[kind], SHORT_DATE[kind]].find((columns) => !isNarrow && left - BEFORE_DATE - columns >= least) ?? 0;
  const beside = date === 0 ? 0 : BEFORE_DATE + date;
  const forTags = Math.min(WIDEST_TAGS, Math.floor(available / 4), left - beside - titleColumns.most - 1);
  const tags = available < WIDE_ENOUGH_FOR_TAGS || forTags < LEAST_TAGS ? 0 : forTags;
  const free = left - beside - (tags === 0 ? 0 : tags + 1);
  const needed = Math.max(titleColumns.most, Math.min(titleColumns.all, WIDEST_TITLE));
  const title = Math.max(1, Math.min(free, needed));
  return { available, before, order, title, tags, date, minutes };
}

/** Whether the shelf groups its essays by year. */
export function isByYear({ sort, grouped, query }: Shelf): boolean {
  return sort === "date" && !grouped && query.trim() === "";
}

/** The most rows of a title: under the cursor, elsewhere, and elsewhere on a low screen. */
const MOST_ROWS = { underCursor: 3, others: 2, low: 1 };
/** Rows of a list that is low. */
const LOW = 8;

/** The most rows of a title in a list. */
export function mostRows(isUnderCursor: boolean, size: Size): number {
  if (isUnderCursor) return MOST_ROWS.underCursor;
  return listHeight(size) < LOW ? MOST_ROWS.low : MOST_ROWS.others;
}

/** The sign before a title on the shelf: of an error, or of a draft. */
export function titleSign({ problems, draft }: Essay): "! " | "(draft) " | "" {
  if (problems.some(({ severity }) => severity === "error")) return "! ";
  return draft ? "(draft) " : "";
}

/** The rows of the shelf, for moves of its cursor. */
export function shelfExtent(
  state: Pick<State, "size" | "wantsPreview" | "library" | "shelf">,
  shelf: Pick<Shelf, "entries"> = state.shelf,
): Extent {
  const { title: room } = shelfParts(state);
  const { entries } = shelf;
  return {
    height: listHeight(state.size),
    length: entries.length,
    rowsOf(index, isUnderCursor) {
      const entry = entries[index];
      if (entry?.kind !== "essay") return 1;
      const text = titleSign(entry.essay) + titleLabel(entry.essay);
      if (width(text) <= room) return 1;
      return fewLines([span(text)], room, mostRows(isUnderCursor, state.size)).length;
    },
  };
}
