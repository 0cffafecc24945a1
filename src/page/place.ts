/**
 * A place in an essay that stays valid at another width or with notes in another place: the block, and the number of its
 * characters above the screen.
 */
import type { Line } from "../layout/line.ts";

export interface Place {
  readonly block: number;
  readonly note: number | undefined;
  /** The number of characters of the block, or of the note, before the place. */
  readonly offset: number;
  /** Whether the place is a blank line and not the text after it. */
  readonly blank: boolean;
}

/** The place of a line by its index from 0; a place before the text if there is no such line. */
export function placeOf(lines: readonly Line[], top: number): Place {
  const { block, note } = lines[top] ?? { block: -1, note: undefined };
  let offset = 0;
  for (let index = 0; index < top; index++) {
    const line = lines[index]!;
    if (line.block === block && line.note === note) offset += length(line);
  }
  const own = lines[top];
  // The blank line above a page of two is not part of the text.
  const isBlank = own !== undefined && own.isAdded !== true && length(own) === 0;
  return { block, note, offset, blank: isBlank };
}

/** The present line of `place`. */
export function lineOf(lines: readonly Line[], place: Place): number {
  let offset = 0;
  let last: number | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.block > place.block) return last ?? index;
    if (line.block !== place.block || line.note !== place.note) continue;
    last = index;
    if (place.blank && length(line) === 0 && offset >= place.offset) return index;
    offset += length(line);
    if (offset > place.offset) return index;
  }
  return last ?? Math.max(0, lines.length - 1);
}

/**
 * The number of characters of a line, without notes beside its text. For a line of a note, the characters of the note.
 */
function length(line: Line): number {
  const spans =
    line.note === undefined ? line.spans.filter((span) => !span.roles.includes("note")) : line.spans;
  return spans.reduce((sum, { text, hyphen }) => (hyphen ? sum : sum + text.replace(/\s+/g, "").length), 0);
}
