/**
 * The palette on the screen: the matching items above the field, over the screen below.
 */
import { titleLabel } from "../../../essay/title-label.ts";
import { cutLine, marked } from "../../../layout/cut.ts";
import { type Row, type Span, span } from "../../../layout/line.ts";
import { fuzzyRanges } from "../../../search/fuzzy.ts";
import { truncate, width } from "../../../text/width.ts";
import { filled } from "../../bars.ts";
import type { Bottom } from "../../bottom.ts";
import { AIRY } from "../../geometry.ts";
import { contextTitle, hint, keyName } from "../../keymap.ts";
import type { PaletteScreen, Size, State } from "../../state.ts";
import type { Click } from "../screen.ts";
import type { ActionItem, PaletteItem } from "./item.ts";
import { paletteItems } from "./items.ts";
import type { Destination } from "./vi-commands.ts";

/** The most rows of the list, so that the screen below stays in sight. */
const TALLEST = 12;
/** Columns of names, and of their keys, with the blanks after them. */
const NAME = 19;
const KEYS = 15;
/** The least columns of a description. */
const LEAST_HELP = 24;
/** The most columns of a row. */
const WIDEST = 110;

/** The rows of the list on a screen of this size. */
export function paletteHeight({ rows }: Size): number {
  return Math.max(1, Math.min(TALLEST, rows - 3));
}

/** Blank rows below the list, as below every list. */
function rowsBelow({ rows }: Size): number {
  return rows >= AIRY ? 1 : 0;
}

export function paletteView(state: State, screen: PaletteScreen, under: () => Row[]): Row[] {
  const { columns, rows } = state.size;
  const items = paletteItems(screen, state);
  const height = paletteHeight(state.size);
  const words = screen.query.trim();
  const list = items
    .slice(screen.top, screen.top + height)
    .map((item, index) => itemRow(item, words, screen.top + index === screen.cursor, columns));
  const shown = list.length > 0 ? list : [{ spans: [span("   No action or essay has this name.", "quiet")] }];
  const below = filled([], rowsBelow(state.size));
  const above = under().slice(0, Math.max(0, rows - shown.length - below.length - 2));
  return [...above, ruleOver(items[screen.cursor], columns), ...shown, ...below];
}

/** The rule over the list, with the text for which the row under the cursor has no room. */
function ruleOver(item: PaletteItem | undefined, columns: number): Row {
  const words = item && lackedBy(item, columns - 4);
  if (words === undefined) return { spans: [span("─".repeat(columns), "rule")] };
  const text = ` ${truncate(words, columns - 4)} `;
  return {
    spans: [
      span("─", "rule"),
      span(text, "quiet"),
      span("─".repeat(Math.max(0, columns - 1 - width(text))), "rule"),
    ],
  };
}

/** The description or title that does not fit a row of `columns`; undefined if it fits. */
function lackedBy(item: PaletteItem, columns: number): string | undefined {
  if (item.kind === "essay") {
    const title = titleLabel(item.essay);
    return width(title) > columns ? title : undefined;
  }
  if (item.kind === "said") return width(item.words) > columns ? item.words : undefined;
  if (item.kind === "place") return undefined;
  const about = aboutOf(item);
  return width(about) > aboutRoom(item, columns) ? about : undefined;
}

export function paletteBottom(state: State, screen: PaletteScreen): Bottom {
  const { keymap } = state;
  const count = paletteItems(screen, state).length;
  const hints = [...hint(keymap, "palette", "accept", "do it"), ...hint(keymap, "palette", "down", "next")];
  const place = count === 0 ? [] : [`${screen.cursor + 1}/${count}`];
  return { kind: "field", sign: ":", text: screen.query, hints, leave: ["back", "back"], place };
}

function itemRow(item: PaletteItem, words: string, selected: boolean, columns: number): Row {
  const bar = span(selected ? " ▌ " : "   ", "bullet");
  return cutLine({ spans: [bar, ...parts(item, words, selected, columns - 4)] }, columns);
}

function parts(item: PaletteItem, words: string, selected: boolean, columns: number): Span[] {
  if (item.kind === "action") return actionParts(item, words, selected, columns);
  const roles = selected ? (["strong"] as const) : [];
  if (item.kind === "essay") return [span(truncate(titleLabel(item.essay), columns), ...roles)];
  if (item.kind === "said") return [span(truncate(item.words, columns), "quiet")];
  return [span(placeWords(item), ...roles)];
}

function placeWords({ action, count }: Destination): string {
  if (action === "top") return "to the top";
  if (action === "bottom") return "to the end";
  return action === "percent" ? `to ${Math.min(100, count)} %` : `to line ${count}`;
}

/** The name of an action, its keys, what it does, and its screen if that is another one. */
function actionParts(item: ActionItem, words: string, selected: boolean, columns: number): Span[] {
  const name = marked(item.name, fuzzyRanges(words, item.name), "found", selected ? ["strong"] : []);
  const keys = keysOf(item);
  const about = aboutOf(item);
  const room = aboutRoom(item, columns);
  const shown = room >= Math.min(LEAST_HELP, width(about)) ? truncate(about, room) : "";
  return [
    ...name,
    span(gapAfter(item.name, NAME)),
    span(keys),
    span(shown === "" ? "" : gapAfter(keys, KEYS)),
    span(shown, "quiet"),
  ];
}

/** The blanks after a text of a column, at least two. */
function gapAfter(text: string, columns: number): string {
  return " ".repeat(Math.max(2, columns - width(text)));
}

/** The columns that a row of `columns` has for the description of an action. */
function aboutRoom(item: ActionItem, columns: number): number {
  const column = (text: string, least: number): number => Math.max(least, width(text) + 2);
  return Math.max(0, Math.min(WIDEST, columns) - column(item.name, NAME) - column(keysOf(item), KEYS));
}

function keysOf({ keys }: ActionItem): string {
  return keys.map(keyName).join(" ");
}

/** What an action does, unless its name is the same, and on which screen, unless it is the current one. */
function aboutOf(item: ActionItem): string {
  const does = item.help === item.name ? "" : item.help;
  return [does, item.on === "here" ? "" : placeOf(item)].filter((part) => part !== "").join("  ·  ");
}

/** The screen of an action, in words: `on the shelf`. */
function placeOf({ context }: ActionItem): string {
  const title = contextTitle(context);
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** The index of the item under a click; undefined if there is none. */
export function itemAt(state: State, screen: PaletteScreen, { row }: Click): number | undefined {
  const { length } = paletteItems(screen, state);
  const shown = Math.min(paletteHeight(state.size), length - screen.top);
  const index = row - (state.size.rows - 1 - rowsBelow(state.size) - shown);
  return index >= 0 && index < shown ? screen.top + index : undefined;
}
