/**
 * The size of each part of the screen.
 */
import { GAP, marginColumns, marginWidth, MOST_NOTES, type NotesPlace } from "../layout/measure.ts";
import type { Size, State } from "./state.ts";

/** The smallest usable screen. */
export const LEAST: Size = { columns: 20, rows: 5 };

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < LEAST.columns || rows < LEAST.rows;
}

/** The rows from which on a screen has blank rows below the title of a list and above its last row. */
export const AIRY = 24;
/** The rows from which on it has a blank row above the title, too. */
const AIRIER = 40;

/** Blank rows above the title of a list. */
export function rowsAboveTitle({ rows }: Size): number {
  return rows >= AIRIER ? 1 : 0;
}

/** Rows of the header of a list: its title, and blank ones. */
export function headerRows(size: Size): number {
  return rowsAboveTitle(size) + 1 + (size.rows >= AIRY ? 1 : 0);
}

/** Rows of a list between its header and the status line, with a blank one above that. */
export function listHeight(size: Size): number {
  const { rows } = size;
  return Math.max(1, rows - 1 - headerRows(size) - (rows >= AIRY ? 1 : 0));
}

/** Blank rows above the text of each of two pages. */
export function pageAir({ rows }: Size): number {
  return rows >= AIRY ? 1 : 0;
}

/** Rows of an essay above the status line. */
export function pageHeight({ rows }: Size): number {
  return Math.max(1, rows - (rows >= AIRY ? 2 : 1));
}

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
const GUTTER = { least: 6, most: 12 };
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
  const available = size.columns - EDGES - GUTTER.least;
  const besideNotes = Math.floor(available / 2) - GAP - LEAST_OUTER;
  if (besideNotes >= measure - GIVEN) return Math.min(measure, besideNotes);
  return Math.min(measure, Math.floor(available / 2));
}

/**
 * Columns between two pages: as many as both outer margins together, as in a book, or what the widest notes in these margins
 * leave.
 */
export function gutter({ columns }: Size, text: number): number {
  const free = columns - 2 * text;
  const besideNotes = (notes: number): number => free - 2 * (1 + notes + GAP);
  const spare = besideNotes(LEAST_OUTER) >= GUTTER.least ? besideNotes(MOST_NOTES) : Math.floor(free / 2);
  return Math.min(GUTTER.most, Math.max(GUTTER.least, spare));
}

/**
 * Columns at the left of a page. Text is in the middle, or further left (but never at the edge) if only that
 * makes room for notes at its right. Two pages are always in the middle.
 */
export function pageMargin(view: Pick<State, "size" | "spread">, text: number): number {
  const { columns } = view.size;
  if (hasSpread(view)) return Math.max(0, Math.floor((columns - 2 * text - gutter(view.size, text)) / 2));
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
