/**
 * Moves the notes of finished lines from the right of the text to its left.
 *
 *     The text of a line   A note   ▶   A note   The text of a line
 */
import { spansWidth } from "../layout/cut.ts";
import { type Line, type Span, span } from "../layout/line.ts";
import { GAP } from "../layout/measure.ts";
import { width } from "../text/width.ts";

/** The widths of a page in columns, of its text, and of text and notes together; and whether its text runs from the right. */
export interface PageColumns {
  readonly text: number;
  readonly all: number;
  readonly isMirrored: boolean;
}

/**
 * The lines with their notes to the left of the text. A block that is wider than the text, such as a table, extends into the left
 * margin as a whole.
 */
export function withNotesAtLeft(lines: readonly Line[], columns: PageColumns): Line[] {
  if (columns.all === columns.text) return [...lines];
  const parted = lines.map((line) => parts(line, columns));
  const widest = new Map<number, number>();
  lines.forEach(({ block }, nth) => {
    const own = spansWidth(parted[nth]!.text);
    widest.set(block, Math.max(own, widest.get(block) ?? columns.text));
  });
  return lines.map((line, nth): Line => {
    if (line.spans.length === 0) return line;
    const { text, note } = parted[nth]!;
    const free = columns.all - widest.get(line.block)! - spansWidth(note);
    const blanks = span(" ".repeat(Math.max(0, free)), ...(note.length > 0 ? (["note"] as const) : []));
    return { ...line, spans: [...note, blanks, ...text] };
  });
}

/** The spans of a line's text and of the note beside it, without the blanks between them. */
function parts({ spans }: Line, { text }: PageColumns): Readonly<Record<"text" | "note", readonly Span[]>> {
  let at = 0;
  const split = spans.findIndex((own) => {
    const isThere = at >= text + GAP && own.roles.includes("note");
    at += width(own.text);
    return isThere;
  });
  if (split < 0) return { text: spans, note: [] };
  const gap = spans[split - 1];
  const isGap = gap !== undefined && gap.flow === undefined && gap.text.trim() === "";
  return { text: spans.slice(0, isGap ? split - 1 : split), note: spans.slice(split) };
}
