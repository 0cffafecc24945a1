/**
 * What the screen's size leaves for each part.
 */
import { GAP, marginColumns, marginWidth, type NotesPlace } from "../layout/measure.ts";
import type { Size, State } from "./state.ts";

/** Smaller than this, nothing can be read. */
export const LEAST: Size = { columns: 20, rows: 5 };

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < LEAST.columns || rows < LEAST.rows;
}

/** Rows of a list between its header and the status line. */
export function listHeight({ rows }: Size): number {
  return Math.max(1, rows - 2);
}

/** Rows of an essay above the status line. */
export function pageHeight({ rows }: Size): number {
  return Math.max(1, rows - 1);
}

/** Narrower than this, a screen shows the shelf alone. */
const WIDE = 120;
const DIVIDER = 3;
const WIDEST_PREVIEW = 74;
const NARROWEST_PREVIEW = 44;
/** The part of the screen that the shelf takes at most, beside a preview. */
const WIDEST_SHELF = 0.6;

/**
 * Columns of what is shown beside the shelf; 0 where there is no room for it. The shelf takes what its titles need, half of the
 * screen at least.
 */
export function previewColumns({ size: { columns }, library }: Pick<State, "size" | "library">): number {
  if (columns < WIDE) return 0;
  const needed = shelfNeeds(library);
  const half = Math.ceil((columns - DIVIDER) / 2);
  const shelf = Math.max(half, Math.min(needed, Math.floor(columns * WIDEST_SHELF)));
  return Math.min(WIDEST_PREVIEW, Math.max(NARROWEST_PREVIEW, columns - DIVIDER - shelf));
}

/** Columns of the shelf itself. */
export function shelfColumns(state: Pick<State, "size" | "wantsPreview" | "library">): number {
  const { size, wantsPreview } = state;
  const beside = wantsPreview ? previewColumns(state) : 0;
  return beside === 0 ? size.columns : size.columns - beside - DIVIDER;
}

/** Columns of what stands on the shelf beside a title; 0 hides one. */
export interface ShelfColumns {
  readonly order: number;
  readonly date: number;
  readonly minutes: number;
  readonly tags: number;
}

/** `8 Jul` under its year, else `Jul 2025`. */
export const DATE = { underYear: 6, alone: 8 };
const MINUTES = 8;
const WIDEST_ORDER = 8;
/** The bar of the cursor, what is read, and blanks. */
const SIGNS = 6;
const BEFORE_DATE = 2;

/** Columns that a shelf needs to show nine titles of ten in full. */
function shelfNeeds({ orderColumns, titleColumns }: State["library"]): number {
  return (
    SIGNS + Math.min(WIDEST_ORDER, orderColumns) + titleColumns.most + BEFORE_DATE + DATE.alone + MINUTES
  );
}

/** What stands beside the titles of a shelf of so many columns. The date goes where many titles would be cut for it. */
export function columnsBeside(
  available: number,
  { orderColumns, titleColumns }: State["library"],
  isUnderYear: boolean,
): ShelfColumns {
  const order = Math.min(WIDEST_ORDER, orderColumns);
  const date = isUnderYear ? DATE.underYear : DATE.alone;
  const left = available - SIGNS - order - MINUTES - BEFORE_DATE - date;
  const tags = available < 100 ? 0 : Math.min(36, Math.floor(available / 4), left - titleColumns.most);
  return {
    order,
    date: available >= 44 && left >= Math.min(titleColumns.many, WIDEST_TITLE) ? date : 0,
    minutes: available >= 34 ? MINUTES : 0,
    tags: tags < LEAST_TAGS ? 0 : tags,
  };
}

const LEAST_TAGS = 12;
/** A title that is longer than this may be cut. */
const WIDEST_TITLE = 56;

/** How an essay is laid out on a screen. */
export interface PageShape {
  /** Columns of all of it. */
  readonly width: number;
  /** Columns of what stands in the middle of the screen: the text, so that it keeps its place whatever stands beside it. */
  readonly middle: number;
  readonly notes: NotesPlace;
}

/** Notes narrower than this are no pleasure to read, and stand better under their text. */
const LEAST_BESIDE = 30;

/** Columns from which on two pages stand side by side, and rows below which none are made of lines. */
const SPREAD: Size = { columns: 160, rows: 12 };
/** Columns between two pages. */
export const GUTTER = 6;

/** Whether two pages stand side by side. */
export function hasSpread({ size, spread }: Pick<State, "size" | "spread">): boolean {
  return spread && size.columns >= SPREAD.columns && size.rows >= SPREAD.rows;
}

/**
 * The text stands in the middle. In the reader's `auto`, notes stand beside it where 30 columns are left there; where the user
 * wants them in the margin and less is left, text and notes stand in the middle together. Of two pages both texts stand in the
 * middle, notes in the outer margins if those have 30 columns, else under their text.
 */
export function pageShape(look: Pick<State, "size" | "measure" | "notes" | "spread">): PageShape {
  const { size, measure, notes } = look;
  const available = Math.max(1, size.columns - 2);
  if (hasSpread(look)) {
    const text = Math.min(measure, Math.floor((available - GUTTER) / 2));
    const middle = 2 * text + GUTTER;
    const isBeside = notes === "auto" || notes === "margin";
    const room = Math.floor((available - middle) / 2) - GAP;
    const beside = isBeside && room >= LEAST_BESIDE ? marginColumns(text + GAP + room, measure) : undefined;
    if (beside) return { width: marginWidth(beside), middle, notes: "margin" };
    return { width: text, middle, notes: isBeside ? "inline" : notes };
  }
  const text = Math.min(measure, available);
  const room = Math.floor((available - text) / 2) - GAP;
  if (room >= LEAST_BESIDE && (notes === "auto" || notes === "margin")) {
    const beside = marginColumns(text + GAP + room, measure)!;
    return { width: marginWidth(beside), middle: beside.text, notes: "margin" };
  }
  const beside = notes === "margin" ? marginColumns(available, measure) : undefined;
  if (beside) return { width: marginWidth(beside), middle: marginWidth(beside), notes: "margin" };
  return { width: text, middle: text, notes: notes === "auto" || notes === "margin" ? "inline" : notes };
}

/** Columns left of a page. */
export function pageMargin({ columns }: Size, { middle }: { readonly middle: number }): number {
  return Math.max(0, Math.floor((columns - middle) / 2));
}
