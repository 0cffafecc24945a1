/**
 * The lines above and below: where one is, and what one can do.
 */
import { cutLine, spansWidth, spread } from "../../layout/cut.ts";
import { type Line, type Span, span } from "../../layout/line.ts";
import { label } from "../../text/visible.ts";
import { truncate, width } from "../../text/width.ts";
import type { Progress } from "../state.ts";

/** The line above a list. */
export function header(left: string, right: string, columns: number): Line {
  const room = columns - width(right) - 4;
  return spread([span(` ${truncate(left, room)}`, "strong")], [span(`${right} `, "quiet")], columns);
}

/** The status line: a message if there is one, else as many hints as fit. */
export function statusLine(message: string, hints: readonly string[], right: string, columns: number): Line {
  const end: Span[] = right === "" ? [] : [span(`${right} `, "quiet")];
  if (message !== "") {
    const isLong = width(message) > columns - width(right) - 4;
    return isLong
      ? cutLine({ spans: [span(` ${truncate(message, columns - 2)}`)], block: 0 }, columns)
      : spread([span(` ${message}`)], end, columns);
  }
  const room = columns - width(right) - 3;
  return spread([span(` ${fitting(hints, room)}`, "quiet")], end, columns);
}

function fitting(hints: readonly string[], columns: number): string {
  let text = "";
  for (const hint of hints) {
    const longer = text === "" ? hint : `${text}   ${hint}`;
    if (width(longer) > columns) break;
    text = longer;
  }
  return text;
}

/** The line on which something is typed: a sign, the text, the cursor, and as many hints as fit. */
export function prompt(
  sign: string,
  text: string,
  hints: readonly string[],
  right: string,
  columns: number,
): Line {
  const typed: Span[] = [
    span(` ${sign} `, "strong"),
    span(label(text) + (text.endsWith(" ") ? " " : "")),
    span(" ", "selected"),
  ];
  const rest = statusLine("", hints, right, Math.max(0, columns - spansWidth(typed) - 2));
  return cutLine({ spans: [...typed, span("  "), ...rest.spans], block: 0 }, columns);
}

/** `reading ▓▓▓▓░░░░ 40 %` */
export function progressBar({ done, total }: Progress): string {
  const part = total === 0 ? 0 : done / total;
  const filled = Math.round(part * BAR);
  return `reading ${"▓".repeat(filled)}${"░".repeat(BAR - filled)} ${Math.floor(part * 100)} %`;
}

const BAR = 16;
