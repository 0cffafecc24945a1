/**
 * The lines above and below: where one is, and what one can do.
 */
import { spread } from "../../layout/cut.ts";
import { type Line, type Span, span } from "../../layout/line.ts";
import { truncate, width } from "../../text/width.ts";

/** The line above a list. */
export function header(left: string, right: string, columns: number): Line {
  const room = columns - width(right) - 4;
  return spread([span(` ${truncate(left, room)}`, "strong")], [span(`${right} `, "quiet")], columns);
}

/** The status line: a message if there is one, else as many hints as fit. */
export function statusLine(message: string, hints: readonly string[], right: string, columns: number): Line {
  const end: Span[] = right === "" ? [] : [span(`${right} `, "quiet")];
  if (message !== "") return spread([span(` ${message}`)], end, columns);
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
