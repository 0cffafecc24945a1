/**
 * Finds the lines of a file that contain a passage. The tree has the line of each block; within a block, this
 * searches the source for the words before the passage, one after the other.
 */
import type { Document } from "../document/document.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import { SourceText } from "../document/source-text.ts";
import { galleyOf, type MarkRange, type Point } from "./galley.ts";
import { lineFeeds } from "../text/lines.ts";

type Sourced = Pick<OpenEssay, "document" | "source">;

/** The largest distance from one word to the next, in UTF-16 code units: addresses of links may be between them. */
const AHEAD = 500;
const WORD = /[\p{L}\p{N}]+/gu;

/** The lines of the file, from 1, on which a range begins and ends. */
export function linesOf(open: Sourced, { start, end }: MarkRange): [first: number, last: number] {
  const source = sourceOf(open);
  const first = lineAt(open, source, start, start.offset + 1);
  return [first, Math.max(first, lineAt(open, source, end, end.offset))];
}

const sources = new WeakMap<Document, SourceText>();

/** The source of an essay, whose lines are counted once. */
function sourceOf({ document, source }: Sourced): SourceText {
  const known = sources.get(document) ?? new SourceText(source);
  sources.set(document, known);
  return known;
}

/** The line of the last word that begins before offset `before` in the strip of `point`. */
function lineAt(open: Sourced, source: SourceText, point: Point, before: number): number {
  const text = galleyOf(open.document).strip(point)?.text ?? "";
  const first = firstLine(open, source, point);
  let at = startOf(source.whole, first);
  let found = at;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (index >= before) break;
    const ahead = source.whole.slice(at, at + AHEAD).indexOf(word);
    if (ahead < 0) continue;
    found = at + ahead;
    at = found + word.length;
  }
  return first + lineFeeds(source.whole.slice(startOf(source.whole, first), found));
}

/** The line on which the block or the note begins. */
function firstLine(
  { document: { blocks, notes } }: Sourced,
  source: SourceText,
  { block, note }: Point,
): number {
  const defined = note === undefined ? undefined : source.definitionLine(notes[note - 1]?.label ?? "");
  return defined ?? source.ofBody(blocks[block]?.line ?? 1);
}

/** The offset of a line, by its number from 1. */
function startOf(text: string, line: number): number {
  let at = 0;
  for (let nth = 1; nth < line; nth++) {
    const feed = text.indexOf("\n", at);
    if (feed < 0) return at;
    at = feed + 1;
  }
  return at;
}
