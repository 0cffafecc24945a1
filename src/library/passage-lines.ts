/**
 * Adds to passages the line of the file with their first match: the index knows only the line of the part.
 */
import { SourceText } from "../document/source-text.ts";
import { WordLines } from "../document/word-lines.ts";
import type { Passage } from "../search/passages.ts";
import type { SearchResult } from "./index/search.ts";
import { textNow } from "./read-file.ts";

/** The most lines of a part that are searched. */
const LONGEST_PART = 200;

/** A result whose passages have the lines of their matches; unchanged if the file can't be read. */
export function withLines({ essay, passages }: SearchResult): SearchResult {
  const isPlaced = passages.some(({ block }) => block >= 0);
  const now = isPlaced ? textNow(essay.file) : undefined;
  if (now === undefined) return { essay, passages };
  const text = new SourceText({ text: now, bodyLine: 1 });
  return { essay, passages: passages.map((passage) => ({ ...passage, line: lineOf(passage, text) })) };
}

/** A mark has its own line: the words of its note are not in the file. */
function lineOf({ kind, text: words, ranges, line, block }: Passage, text: SourceText): number {
  const [first] = ranges;
  return first && kind !== "mine" && block >= 0
    ? new WordLines(text).holding(words.slice(...first), line, line + LONGEST_PART)
    : line;
}
