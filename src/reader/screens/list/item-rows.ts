/**
 * The rows of an item in a list: its text, on as many rows as it needs but not more than a few, and its detail at the
 * right.
 */
import { cutLine, marked, spansWidth } from "../../../layout/cut.ts";
import { fewLines } from "../../../layout/few-lines.ts";
import { type Row, span } from "../../../layout/line.ts";
import { truncate, width } from "../../../text/width.ts";
import { rangesOf } from "../../narrowing.ts";
import { mostRows } from "../../shelf-geometry.ts";
import type { ListItem, Size } from "../../state.ts";

const INDENT = 2;
const LEAST_TEXT = 12;
const LARGEST_ABOUT = 0.4;
/** In a wider list, the numbers would be far from their texts. */
const WIDEST_LIST = 100;

/** Columns of a list. */
export function listColumns({ columns }: Size): number {
  return Math.min(columns, WIDEST_LIST);
}

/** Numbers, such as how far an essay is read and its minutes, are not cut. */
const SHORT_ABOUT = 18;

/** The form of an item. */
export interface ItemLooks {
  readonly selected: boolean;
  /** Whether its text begins at the right, beside its detail. */
  readonly isAtRight: boolean;
  /** The words to mark in it. */
  readonly words: string;
}

/** The rows of an item. */
export function itemRows({ text, depth, about }: ListItem, looks: ItemLooks, size: Size): Row[] {
  const { selected, isAtRight } = looks;
  const columns = listColumns(size);
  const indent = ` ${" ".repeat(INDENT * depth)}`;
  const room = columns - 4 - width(indent);
  // A long detail of an item is cut before its text. It leaves the text whole if a short detail does.
  const shortest = Math.min(SHORT_ABOUT, width(about));
  const isWhole = width(text) + 2 + shortest <= room;
  const least = isWhole ? shortest : Math.max(Math.floor(room * LARGEST_ABOUT), shortest);
  const short = truncate(about, Math.max(least, room - width(text) - 2));
  const end = about === "" || room - width(short) < LEAST_TEXT ? "" : short;
  const own = marked(text, rangesOf(looks.words, text), "found", selected ? ["strong"] : []);
  const lines = fewLines(own, Math.max(1, room - width(end)), mostRows(selected, size));
  return lines.map((line, nth): Row => {
    const detail = nth === 0 ? end : "";
    const blanks = span(" ".repeat(Math.max(0, room - spansWidth(line) - width(end))));
    const after = nth === 0 ? "" : " ".repeat(width(end));
    const words = [span(indent), ...line];
    const spans = [
      span(selected ? " ▌" : "  ", "bullet"),
      ...(isAtRight ? [blanks, ...words] : [...words, blanks]),
      span(` ${detail}${after}  `, "quiet"),
    ];
    return cutLine({ spans }, columns);
  });
}
