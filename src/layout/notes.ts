/**
 * Notes: each led by its number, its further lines hanging under its text.
 */
import type { Note } from "../document/document.ts";
import { layoutBlocks } from "./blocks.ts";
import { type Context, line, withPrefix } from "./context.ts";
import { isRightToLeftFlow } from "./direction.ts";
import { type Line, span } from "./line.ts";
import { citationMark } from "./runs.ts";
import { width } from "../text/width.ts";

/** Columns by which notes under a block are set in. */
const INDENT = 4;
const NARROW = 48;

/** The notes to show under a block that cites them, parted from it by a blank line unless the list is tight. */
export function notesUnder(cited: readonly number[], context: Context, tight: boolean): Line[] {
  if (context.notes !== "inline") return [];
  const lines: Line[] = [];
  for (const number of cited) {
    const note = context.document.notes[number - 1];
    if (!note) continue;
    const own = noteLines(note, context, context.width < NARROW ? 2 : INDENT);
    if (lines.length > 0 && needsAir(note, lines)) lines.push(line(context, []));
    lines.push(...own);
  }
  return lines.length > 0 && !tight ? [line(context, []), ...lines] : lines;
}

/** Notes of one line each may follow each other closely; longer ones are parted. */
function needsAir(note: Note, above: readonly Line[]): boolean {
  return note.blocks.length > 1 || above.length > 1;
}

/** One note, `indent` columns set in. */
export function noteLines(note: Note, context: Context, indent: number): Line[] {
  const lead = citationMark(note.number, context.marks);
  const blank = " ".repeat(indent);
  const prefix = {
    first: [span(blank), span(`${lead} `, "note", "noteNumber")],
    rest: [span(blank + " ".repeat(width(lead) + 1))],
    mirrored: isRightToLeftFlow(note.blocks),
  };
  const inner: Context = { ...context, roles: ["note"], note: note.number, listDepth: 0 };
  const laid = withPrefix(inner, prefix, (narrower) => {
    const content = layoutBlocks(note.blocks, narrower);
    return content.lines.length > 0 ? content : { lines: [line(narrower, [])], cited: [] };
  });
  return [...laid.lines];
}
