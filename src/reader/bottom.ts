/**
 * The bottom of every screen: the hints and the place of the user, or a field; and a message over it.
 *
 *      Enter open   / filter   F search   ? help   q quit                        3/12
 *      Reading long things                      ? help  ·  q back  ·  9 min left  ·  2 %
 *      / design ▌   Enter open   Tab keep   Esc all
 *
 * One rule decides what is left out if there is no room: first the hints, from the last one on, then the
 * place, but never the keys for help and for leaving. A message is shown in full: if it is too long for the
 * line, it takes rows from the screen. A message at the start leaves the keys below it.
 */
import { DOT } from "./bars.ts";
import { cutLine, spansWidth, spread } from "../layout/cut.ts";
import { fewLines } from "../layout/few-lines.ts";
import { isolated } from "../layout/direction.ts";
import { type Row, type Span, span } from "../layout/line.ts";
import { label } from "../text/visible.ts";
import { takeEnd, truncate, width } from "../text/width.ts";
import { type Action, type Context, hint, type Keymap } from "./keymap.ts";
import { pendingKeys } from "./pending.ts";
import { clamp } from "./scroll.ts";
import type { State } from "./state.ts";

/** The parts of every bottom. */
interface Hinted {
  /** The hints for keys, the most useful first. */
  readonly hints: readonly string[];
  /** The action that leaves the screen, with a word for it. */
  readonly leave: readonly [action: Action, does: string];
  /** The place of the user, in parts; the last part is the last to be left out. */
  readonly place: readonly string[];
}

export interface StatusLine extends Hinted {
  readonly kind: "status";
  /** The title of the essay, at the left; the keys are then at the right. */
  readonly title?: string;
}

/** A line for typing text. */
export interface FieldLine extends Hinted {
  readonly kind: "field";
  readonly sign: string;
  readonly text: string;
}

export type Bottom = StatusLine | FieldLine;

/**
 * The last rows of the screen; more than one if a message needs them. Keys that wait for another key are at the end.
 */
export function bottomRows(state: State, context: Context, own: Bottom): Row[] {
  const { size, message, keymap } = state;
  const waiting = own.kind === "field" ? "" : pendingKeys(state, context);
  const bottom = waiting === "" ? own : { ...own, place: [...own.place, waiting] };
  const last = lastHints(keymap, context, bottom);
  if (bottom.kind === "field") {
    const above = message === "" ? [] : messageRows(message, state);
    return [...above, fieldRow(bottom, last, size.columns)];
  }
  const status = statusRow(bottom, last, size.columns);
  if (message === "") return [status];
  if (state.isNotice) return [...messageRows(message, state), status];
  const place = placesOf(bottom).find((parts) => fitsBeside(message, parts, size.columns));
  if (!place) return messageRows(withShortQuotation(message, size.columns - 2), state);
  return [spread([span(` ${message}`)], ending(place.join(DOT)), size.columns)];
}

/** The keys that are left out last. */
export function lastHints(keymap: Keymap, context: Context, { leave }: Bottom): string[] {
  return [...hint(keymap, context, "help", "help"), ...hint(keymap, context, ...leave)];
}

const GAP = "   ";

/** Whether a message and a place fit on a line. */
function fitsBeside(message: string, place: readonly string[], columns: number): boolean {
  const end = place.length === 0 ? 0 : width(place.join(DOT)) + GAP.length;
  return width(message) + end <= columns - 2;
}

/** The place in fewer and fewer parts, down to none. */
function placesOf({ place }: Hinted): (readonly string[])[] {
  return Array.from({ length: place.length + 1 }, (_, gone) => place.slice(gone));
}

/** The fewest columns at which a quotation is still recognisable. */
const SHORTEST_QUOTATION = 12;

/** A message in one row, if cutting its quotation is enough: `highlighted “Few things are…”`. */
function withShortQuotation(message: string, columns: number): string {
  const [start, end] = [message.indexOf("“") + 1, message.lastIndexOf("”")];
  if (start === 0 || end < start) return message;
  const room = columns - width(message.slice(0, start)) - width(message.slice(end));
  const quoted = bare(message.slice(start, end));
  if (room < Math.min(SHORTEST_QUOTATION, width(quoted))) return message;
  return message.slice(0, start) + isolated(truncate(quoted, room)) + message.slice(end);
}

/** Text without the characters that isolate it. */
function bare(text: string): string {
  return /^\u2068.*\u2069$/su.test(text) ? text.slice(1, -1) : text;
}

/** The largest part of the screen for a message. */
const LARGEST_MESSAGE = 1 / 2;
/** The rows that a message may always take, even in a low window. */
const LEAST_MESSAGE = 3;

/** A message on as many rows as it needs, under a rule if there are several. */
function messageRows(message: string, { size: { columns, rows } }: State): Row[] {
  const room = Math.max(1, columns - 2);
  if (width(message) <= room) return [{ spans: [span(` ${message}`)] }];
  const least = Math.min(LEAST_MESSAGE, rows - 2);
  const most = Math.max(1, least, Math.floor(rows * LARGEST_MESSAGE) - 1);
  const shown = fewLines(withWholeSettings(message), room, most).map((spans): Row => ({
    spans: [span(" "), ...spans],
  }));
  return [{ spans: [span("─".repeat(columns), "rule")] }, ...shown];
}

/** A setting as the config file has it: `voice = "espeak-ng -s 170"`. */
const SETTING = /(?<![\w.])([\w.]{1,40} = "[^"\n]{1,200}")/;

/** A message in which no line ends inside a setting, so that the user can copy it. */
function withWholeSettings(message: string): Span[] {
  return message
    .split(SETTING)
    .map((text, nth): Span => (nth % 2 === 0 ? span(text) : { ...span(text), breaks: "none" }))
    .filter(({ text }) => text !== "");
}

function ending(text: string): Span[] {
  return text === "" ? [] : [span(`${text} `, "quiet")];
}

function statusRow(status: StatusLine, last: readonly string[], columns: number): Row {
  if (status.title !== undefined) return titledRow(status.title, status, last, columns);
  const { keys, place } = fitting(status, last, columns - 2);
  return spread([span(` ${keys}`, "quiet")], ending(place), columns);
}

/** The least columns of a title, unless it is shorter; for these, the first parts of the place are left out. */
const LEAST_TITLE = 24;
/** The fewest columns of a useful title. */
const SHORTEST_TITLE = 8;

/** The title at the left, keys and place at the right. */
function titledRow(title: string, status: StatusLine, last: readonly string[], columns: number): Row {
  const right = (place: readonly string[]): string => [...last, ...place].join(DOT);
  const room = (place: readonly string[]): number => columns - width(right(place)) - 4;
  const place =
    placesOf(status).find((parts) => {
      const least = parts.length > 1 ? Math.min(width(title), LEAST_TITLE) : 0;
      return room(parts) >= least;
    }) ?? [];
  const left = room(place) < SHORTEST_TITLE ? "" : truncate(title, room(place));
  return cutLine(spread([span(` ${left}`, "quiet")], ending(right(place)), columns), columns);
}

/** The keys and the place that fit, as texts. */
function fitting(
  bottom: Hinted,
  last: readonly string[],
  columns: number,
): { readonly keys: string; readonly place: string } {
  const { hints } = bottom;
  const [all = [], ...fewer] = placesOf(bottom);
  const choices = [
    ...Array.from({ length: hints.length + 1 }, (_, gone) => ({
      keys: [...hints.slice(0, hints.length - gone), ...last],
      place: all,
    })),
    ...fewer.map((place) => ({ keys: last, place })),
    ...last.map((_, gone) => ({ keys: last.slice(gone + 1), place: [] })),
  ].map(({ keys, place }) => ({ keys: keys.join(GAP), place: place.join(DOT) }));
  const needed = ({ keys, place }: { keys: string; place: string }): number =>
    width(keys) + (place === "" || keys === "" ? width(place) : width(place) + GAP.length);
  return choices.find((choice) => needed(choice) <= columns) ?? { keys: "", place: "" };
}

/** A field: its sign, the text, the cursor, and the keys that fit. If the text is too long, its end is visible. */
function fieldRow(field: FieldLine, last: readonly string[], columns: number): Row {
  const sign = ` ${field.sign} `;
  const text = label(field.text) + (field.text.endsWith(" ") ? " " : "");
  const room = Math.max(1, columns - width(sign) - 2);
  const seen = width(text) <= room ? text : `…${takeEnd(text, room - 1)}`;
  const typed: Span[] = [span(sign, "strong"), span(seen), span(" ", "selected")];
  const rest = columns - spansWidth(typed) - GAP.length - 1;
  const { keys, place } = fitting(field, last, clamp(rest, 0, columns));
  return spread([...typed, span(GAP), span(keys, "quiet")], ending(place), columns);
}
