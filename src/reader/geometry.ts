/**
 * The size of each part of the screen.
 */
import { GAP, marginColumns, marginWidth, type NotesPlace } from "../layout/measure.ts";
import type { Size, State } from "./state.ts";

/** The smallest usable screen. */
export const LEAST: Size = { columns: 20, rows: 5 };

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < LEAST.columns || rows < LEAST.rows;
}

/** The rows from which on a header has a blank row below it. */
const AIRY = 30;

/** Rows of the header of a list. */
export function headerRows({ rows }: Size): number {
  return rows >= AIRY ? 2 : 1;
}

/** Rows of a list between its header and the status line. */
export function listHeight(size: Size): number {
  return Math.max(1, size.rows - 1 - headerRows(size));
}

/** The rows from which on a blank row parts an essay from the status line. */
const FOOTED = 24;

/** Rows of an essay above the status line. */
export function pageHeight({ rows }: Size): number {
  return Math.max(1, rows - (rows >= FOOTED ? 2 : 1));
}

/** A narrower screen shows the shelf without a preview. */
const WIDE = 120;
const DIVIDER = 3;
/** The blank column at the right of a preview, as at the right of every list. */
const EDGE = 1;
const WIDEST_PREVIEW = 74;
const NARROWEST_PREVIEW = 43;
/** The largest part of the screen for the shelf beside a preview. */
const WIDEST_SHELF = 0.6;

/**
 * Columns of the preview beside the shelf; 0 if there is no room for it. The shelf takes as many as its
 * titles need, but at least half of the screen.
 */
export function previewColumns({ size: { columns }, library }: Pick<State, "size" | "library">): number {
  if (columns < WIDE) return 0;
  const needed = shelfNeeds(library);
  const half = Math.ceil((columns - DIVIDER) / 2);
  const shelf = Math.max(half, Math.min(needed, Math.floor(columns * WIDEST_SHELF)));
  return Math.min(WIDEST_PREVIEW, Math.max(NARROWEST_PREVIEW, columns - DIVIDER - EDGE - shelf));
}

/** Columns of the shelf itself. */
export function shelfColumns(state: Pick<State, "size" | "wantsPreview" | "library">): number {
  const { size, wantsPreview } = state;
  const beside = wantsPreview ? previewColumns(state) : 0;
  return beside === 0 ? size.columns : size.columns - beside - DIVIDER - EDGE;
}

/** The columns of each part beside a title on the shelf; 0 hides it. */
export interface ShelfColumns {
  readonly order: number;
  readonly date: number;
  readonly minutes: number;
  readonly tags: number;
}

/** `8 Jul` under its year, otherwise `Jul 2025`. */
const DATE = { underYear: 6, alone: 8 };
/** `Jul` under its year, otherwise `2025`. */
export const SHORTEST_DATE = { underYear: 3, alone: 4 };
const MINUTES = 8;
/** `12 min`. */
export const LEAST_MINUTES = 6;
const WIDEST_ORDER = 8;
/** The bar of the cursor, the reading state, and blanks. */
const SIGNS = 6;
const BEFORE_DATE = 2;

/** Columns that a shelf needs to show nine titles of ten in full. */
function shelfNeeds({ orderColumns, titleColumns }: State["library"]): number {
  return (
    SIGNS + Math.min(WIDEST_ORDER, orderColumns) + titleColumns.most + BEFORE_DATE + DATE.alone + MINUTES
  );
}

/** The parts beside the titles of a shelf with this width. The date is left out if most titles have no room for it. */
export function columnsBeside(
  available: number,
  { orderColumns, titleColumns }: State["library"],
  isUnderYear: boolean,
): ShelfColumns {
  const isNarrow = available < 44;
  const order = isNarrow ? 0 : Math.min(WIDEST_ORDER, orderColumns);
  const date = isUnderYear ? DATE.underYear : DATE.alone;
  const left = available - SIGNS - order - MINUTES - BEFORE_DATE - date;
  const tags = available < 100 ? 0 : Math.min(36, Math.floor(available / 4), left - titleColumns.most);
  return {
    order,
    date: !isNarrow && left >= Math.min(titleColumns.half, WIDEST_TITLE) ? date : 0,
    minutes: isNarrow ? (available >= 34 ? LEAST_MINUTES : 0) : MINUTES,
    tags: tags < LEAST_TAGS ? 0 : tags,
  };
}

const LEAST_TAGS = 12;
/** A title that is longer than this may be cut. */
const WIDEST_TITLE = 56;

/** How an essay is laid out on a screen. */
export interface PageShape {
  /** Columns of the whole page: of text, or of text and notes. */
  readonly width: number;
  /** Columns of the text. */
  readonly text: number;
  readonly notes: NotesPlace;
}

type PageLook = Pick<State, "size" | "measure" | "notes" | "spread">;

/** The narrowest notes beside a single page, in columns. Narrower ones are better under their text. */
const LEAST_BESIDE = 30;
/** The narrowest margin at the left of a text that is left of the middle, in columns. */
const LEAST_LEFT = 8;
/** The blank columns at the edges of the screen, both together. */
const EDGES = 2;

/** The least columns for two pages side by side, and the least rows of such a page. */
const SPREAD: Size = { columns: 160, rows: 12 };
/** Columns between two pages. */
export const GUTTER = 6;
/** The narrowest notes in the outer margins of two pages, in columns. */
const LEAST_OUTER = 24;
/** The most columns that each of two texts gives up to make room for notes. */
const GIVEN = 8;

/** Whether two pages are side by side. */
export function hasSpread({ size, spread }: Pick<State, "size" | "spread">): boolean {
  return spread && size.columns >= SPREAD.columns && size.rows >= SPREAD.rows;
}

/**
 * Only the window's size and the measure decide the text's width and place, so the text does not move
 * whatever notes an essay has and wherever they are. Notes are beside it if the user wants them there and 30
 * columns are free, or 24 beside two pages.
 */
export function pageShape(look: PageLook): PageShape {
  const { size, notes } = look;
  const isBeside = notes === "auto" || notes === "margin";
  const isSpread = hasSpread(look);
  const text = isSpread ? spreadText(look) : Math.min(look.measure, Math.max(1, size.columns - EDGES));
  const left = pageMargin(look, text);
  const room = (isSpread ? left : size.columns - left - text) - 1 - GAP;
  const beside =
    isBeside && room >= (isSpread ? LEAST_OUTER : LEAST_BESIDE)
      ? marginColumns(text + GAP + room, text)
      : undefined;
  if (beside) return { width: marginWidth(beside), text, notes: "margin" };
  return { width: text, text, notes: isBeside ? "inline" : notes };
}

/** Columns of each of two texts: a little less than the measure if that makes room for notes. */
function spreadText({ size, measure }: Pick<State, "size" | "measure">): number {
  const available = size.columns - EDGES - GUTTER;
  const besideNotes = Math.floor(available / 2) - GAP - LEAST_OUTER;
  if (besideNotes >= measure - GIVEN) return Math.min(measure, besideNotes);
  return Math.min(measure, Math.floor(available / 2));
}

/**
 * Columns at the left of a page. Text is in the middle, or further left (but never at the edge) if only that
 * makes room for notes at its right. Two pages are always in the middle.
 */
export function pageMargin(view: Pick<State, "size" | "spread">, text: number): number {
  const { columns } = view.size;
  if (hasSpread(view)) return Math.max(0, Math.floor((columns - 2 * text - GUTTER) / 2));
  const middle = Math.max(0, Math.floor((columns - text) / 2));
  const besideNotes = columns - 1 - LEAST_BESIDE - GAP - text;
  return besideNotes >= LEAST_LEFT ? Math.min(middle, besideNotes) : middle;
}

/** The widest text that fits the window, in columns. */
export function widestText(look: PageLook): number {
  return pageShape({ ...look, measure: look.size.columns }).text;
}

/** The narrowest window, at least as wide as this one, that has room for notes beside the text, in columns. */
export function columnsForMargin(look: PageLook): number {
  let { columns } = look.size;
  const isRoom = (): boolean =>
    pageShape({ ...look, size: { ...look.size, columns }, notes: "margin" }).notes === "margin";
  while (!isRoom()) columns++;
  return columns;
}
