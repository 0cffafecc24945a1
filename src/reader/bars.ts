/**
 * The header, the status line, and the fields of the reader.
 */
import { cutLine, spansWidth, spread } from "../layout/cut.ts";
import { type Row, type Span, span } from "../layout/line.ts";
import { wrapRuns } from "../layout/wrap.ts";
import { label } from "../text/visible.ts";
import { truncate, width } from "../text/width.ts";
import type { Progress } from "../library/index/refresh.ts";

/** The columns that a long text on the right leaves for the title. */
const LEAST_TITLE = 8;

/** The line above a list. */
export function header(left: string, right: string, columns: number): Row {
  const end = truncate(right, Math.max(0, columns - 4 - Math.min(width(left), LEAST_TITLE)));
  const room = columns - width(end) - 4;
  return spread([span(` ${truncate(left, room)}`, "strong")], [span(`${end} `, "quiet")], columns);
}

/** The status line: the message, or the hints that fit. */
export function statusLine(message: string, hints: readonly string[], right: string, columns: number): Row {
  const end: Span[] = right === "" ? [] : [span(`${right} `, "quiet")];
  if (message !== "") {
    const isLong = width(message) > columns - width(right) - 4;
    return isLong
      ? cutLine({ spans: [span(` ${truncate(message, columns - 2)}`)] }, columns)
      : spread([span(` ${message}`)], end, columns);
  }
  const room = columns - width(right) - 3;
  return spread([span(` ${fitting(hints, room)}`, "quiet")], end, columns);
}

/** The hints that fit; the last two, for help and for leaving, are dropped last. */
function fitting(hints: readonly string[], columns: number): string {
  const last = hints.slice(-LAST);
  const others = hints.slice(0, -LAST);
  const choices = [
    ...Array.from({ length: others.length + 1 }, (_, gone) => [
      ...others.slice(0, others.length - gone),
      ...last,
    ]),
    ...last.map((_, gone) => last.slice(gone + 1)),
  ];
  return choices.map((shown) => shown.join("   ")).find((text) => width(text) <= columns) ?? "";
}

const LAST = 2;

/** A field in which text is typed. */
export interface Prompt {
  readonly sign: string;
  readonly text: string;
  readonly hints: readonly string[];
  /** The text at the end of the line. */
  readonly right: string;
  readonly columns: number;
}

/** A field: its sign, the text, the cursor, and the hints that fit. */
export function prompt({ sign, text, hints, right, columns }: Prompt): Row {
  const typed: Span[] = [
    span(` ${sign} `, "strong"),
    span(label(text) + (text.endsWith(" ") ? " " : "")),
    span(" ", "selected"),
  ];
  const rest = statusLine("", hints, right, Math.max(0, columns - spansWidth(typed) - 2));
  return cutLine({ spans: [...typed, span("  "), ...rest.spans] }, columns);
}

/** `reading ▓▓▓▓░░░░ 40 %` */
export function progressBar({ done, total }: Progress): string {
  const part = total === 0 ? 0 : done / total;
  const filled = Math.round(part * BAR);
  return `reading ${"▓".repeat(filled)}${"░".repeat(BAR - filled)} ${Math.floor(part * 100)} %`;
}

const BAR = 16;

/** The message of an empty list, on as many rows as it needs. */
export function emptyRows(words: string, columns: number): Row[] {
  const lines = wrapRuns([span(words, "quiet")], Math.max(1, columns - 4), "greedy");
  return lines.map((spans) => ({ spans: [span("   "), ...spans] }));
}

/** The rows of a list, padded with blank rows to `height`. */
export function filled(shown: readonly Row[], height: number): Row[] {
  return Array.from({ length: height }, (_, index) => shown[index] ?? { spans: [] });
}
