/**
 * Lays out notes. Each begins with its number, and its other lines hang under its text.
 */
import type { Note } from "../document/document.ts";
import { withTheirNotes } from "../document/walk.ts";
import { append } from "../text/append.ts";
import { type Context, line, withPrefix } from "./context.ts";
import { isRightToLeftFlow } from "./direction.ts";
import { inFlow } from "./flow.ts";
import { type Line, type Span, span } from "./line.ts";
import { citationMark, ownMark } from "./runs.ts";
import { width } from "../text/width.ts";

/** The indentation of notes under a block, in columns. */
const INDENT = 4;
const NARROW = 48;

/** The depth to which notes cited by notes are indented further. Deeper notes follow each other. */
const DEEPEST = 6;

/** The notes under a block that cites them, after a blank line unless the list is tight. */
export function notesUnder(every: readonly number[], context: Context, tight: boolean): Line[] {
  const { under } = context;
  const cited = under ? every.filter((number) => under.has(number)) : every;
  if (context.notes !== "inline" || cited.length === 0) return [];
  const deep = context.noteDepth >= DEEPEST;
  const indent = context.width < NARROW ? 2 : INDENT;
  const { under: _, ...all } = context;
  const inner: Context = { ...all, noteDepth: context.noteDepth + 1, ...(deep && { notes: "none" }) };
  const notes = (deep ? withTheirNotes(cited, context.document) : cited).flatMap((number) => {
    const note = context.document.notes[number - 1];
    return note ? [noteLines(note, inner, indent)] : [];
  });
  // Blank lines separate notes if one of them has more than one line.
  const airy = notes.some((lines) => lines.length > 1);
  const lines: Line[] = [];
  for (const own of notes) {
    const { note } = own[0]!;
    const isApart = lines.length > 0 ? airy : !tight;
    const all = isApart ? [line(context, []), ...own] : own;
    append(lines, context.noteDepth === 0 ? all.map((one) => ({ ...one, under: note! })) : all);
  }
  return lines;
}

/** One note, indented by `indent` columns. */
export function noteLines(note: Note, context: Context, indent: number): Line[] {
  const { own } = note;
  const lead = own ? ownMark(own.nth, context.marks) : citationMark(note.number, context.marks);
  const blank = " ".repeat(indent);
  const number: Span = { ...span(`${lead} `, "note", "noteNumber"), leads: note.number };
  const mirrored = isRightToLeftFlow(note.blocks, context.mirrored);
  const prefix = {
    first: [span(blank), ...inFlow([number], { kind: "note", block: context.block, note: note.number })],
    rest: [span(blank + " ".repeat(width(lead) + 1))],
    mirrored,
  };
  const inner: Context = {
    ...context,
    roles: own ? ["note", "mineNote"] : ["note"],
    note: note.number,
    listDepth: 0,
    notesWait: false,
    mirrored,
  };
  const laid = withPrefix(inner, prefix, (narrower) => {
    const content = context.layoutBlocks(note.blocks, narrower);
    return content.lines.length > 0 ? content : { lines: [line(narrower, [])], cited: [] };
  });
  return [...laid.lines];
}
