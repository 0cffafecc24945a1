/**
 * The header of a table, or the first cell of a record, that begins above the screen.
 *
 *     Name     Used for             ◀ repeated over rows that were seen
 *     ───────  ───────────────
 *     inline   the default
 */
import { spansWidth } from "../layout/cut.ts";
import { type Line, type Row, type Span, span } from "../layout/line.ts";
import { width } from "../text/width.ts";

/** The largest part of a screen that a repeated header takes. Two rows are always allowed. */
const MOST = 1 / 4;

/**
 * The header and rule above the table row on line `at` of a screen of `height` rows, without notes beside them; nothing if there is
 * none, or if it is too high to be repeated. `start` is the first line of the block, if the caller knows it.
 */
export function headAbove(
  lines: readonly Line[],
  at: number,
  height: number,
  start?: number,
): readonly Line[] {
  const head = headOf(lines, at, height, start);
  if (!head) return [];
  return lines.slice(head.first, head.end).map((line) => ({ ...line, spans: line.spans.map(withoutNote) }));
}

/** A row of a header, laid over a row of its table; a note beside that row stays. */
export function laidOver({ spans: head }: Row, { spans: covered }: Row): Row {
  const first = covered.findIndex(isOfNote);
  if (first < 0) return { spans: head };
  const isAtLeft = first === 0;
  const text = covered.findIndex((own) => !isOfNote(own));
  const note = isAtLeft ? covered.slice(0, text < 0 ? undefined : text) : covered.slice(first + 1);
  if (isAtLeft) {
    const begin = head.findIndex((own) => !isBlank(own));
    const before = spansWidth(head.slice(0, begin)) - spansWidth(note);
    return { spans: [...note, span(" ".repeat(Math.max(0, before))), ...head.slice(begin)] };
  }
  // The first span of a note beside text is the blanks before it.
  const column = spansWidth(covered.slice(0, first + 1));
  const end = head.findLastIndex((own) => !isBlank(own)) + 1;
  const own = head.slice(0, end);
  return { spans: [...own, span(" ".repeat(Math.max(0, column - spansWidth(own))), "note"), ...note] };
}

function isOfNote({ roles }: Span): boolean {
  return roles.includes("note");
}

/** Blanks for a span of a note. */
function withoutNote(own: Span): Span {
  return isOfNote(own) ? span(" ".repeat(width(own.text))) : own;
}

function isBlank({ text }: Span): boolean {
  return text.trim() === "";
}

/** Lines that are repeated above others: the first one, and the one after the last. */
interface Head {
  readonly first: number;
  readonly end: number;
}

/** The lines of the header above the table row on line `at`, with its rule; in a record, the lines of its first cell. */
export function headOf(lines: readonly Line[], at: number, height: number, start?: number): Head | undefined {
  const block = lines[at]?.block;
  if (block === undefined || lines[at]!.note !== undefined) return undefined;
  const most = Math.max(2, Math.floor(height * MOST));
  return headOfRecord(lines[at]!, at, most) ?? headOfTable(lines, at, most, start);
}

function headOfRecord({ part }: Line, at: number, most: number): Head | undefined {
  const lead = part?.lead ?? 0;
  if (!part || part.row === 0 || lead === 0 || lead >= most) return undefined;
  return { first: at - part.row, end: at - part.row + lead };
}

function headOfTable(lines: readonly Line[], at: number, most: number, start?: number): Head | undefined {
  const block = lines[at]!.block;
  let first = start ?? at;
  while (lines[first - 1]?.block === block) first--;
  while (first < at && lines[first]!.spans.every((own) => isBlank(own) || isOfNote(own))) first++;
  let rule = first;
  while (rule < at && rule - first < most && isHeader(lines[rule]!)) rule++;
  const isHead = rule > first && rule < at && rule - first < most && isRule(lines[rule]!);
  return isHead ? { first, end: rule + 1 } : undefined;
}

function isHeader({ spans }: Line): boolean {
  return spans.some((own) => own.roles.includes("tableHeader") && !isOfNote(own));
}

function isRule({ spans }: Line): boolean {
  const isRuled = ({ roles }: Span): boolean => roles.includes("rule");
  return spans.some(isRuled) && spans.every((own) => isBlank(own) || isRuled(own) || isOfNote(own));
}
