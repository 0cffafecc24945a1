/**
 * Passages with the line of the file on which their first match stands: the index knows only that of the part.
 */
import { SourceText } from "../document/source-text.ts";
import type { Passage } from "../search/passages.ts";
import type { SearchResult } from "./index/search.ts";
import { textNow } from "./read-file.ts";

/** Lines that a part is thought to have at most. */
const LONGEST_PART = 200;

/** A result whose passages have the lines of their matches; as it is, if the file can't be read. */
export function withLines({ essay, passages }: SearchResult): SearchResult {
  const isPlaced = passages.some(({ block }) => block >= 0);
  const now = isPlaced ? textNow(essay.file) : undefined;
  if (now === undefined) return { essay, passages };
  const text = new SourceText({ text: now, bodyLine: 1 });
  return { essay, passages: passages.map((passage) => ({ ...passage, line: lineOf(passage, text) })) };
}

function lineOf({ text: words, ranges, line, block }: Passage, text: SourceText): number {
  const [first] = ranges;
  return first && block >= 0 ? text.holding(words.slice(...first), line, line + LONGEST_PART) : line;
}
