/**
 * The items of a list whose marks are not CommonMark's: each has a line with a mark, its continuation lines,
 * and the indented lines below.
 */
import { lineAt } from "../../text/lines.ts";

export interface MarkedItem<Mark> {
  readonly mark: Mark;
  readonly content: string;
}

/** A mark at the start of a line, and the length of both it and the blanks after it, in UTF-16 code units. */
export interface FoundMark<Mark> {
  readonly mark: Mark;
  readonly length: number;
}

const INDENTATION = /^(?:\t| {1,16})/;

/**
 * The items at the start of `src`, and where they end. `markOf` returns the mark of a line, given the marks
 * before it; it returns `"end"` for a line that no longer belongs to the list.
 */
export function markedItems<Mark>(
  src: string,
  markOf: (line: string, before: readonly Mark[]) => FoundMark<Mark> | "end" | undefined,
): { readonly items: MarkedItem<Mark>[]; readonly end: number; readonly isLoose: boolean } {
  const marks: Mark[] = [];
  const contents: string[][] = [];
  let length = 0;
  let end = 0;
  let wasBlank = false;
  let isLoose = false;
  for (let at = 0; at < src.length;) {
    const line = lineAt(src, at);
    const found = markOf(line, marks);
    const isBlank = line.trim() === "";
    if (found === "end") break;
    if (found) {
      isLoose ||= wasBlank && marks.length > 0;
      length = found.length;
      marks.push(found.mark);
      contents.push([line.slice(length)]);
    } else if (marks.length === 0 || (wasBlank && !isBlank && !INDENTATION.test(line))) break;
    else contents.at(-1)!.push(withoutIndentation(line, length));
    at += line.length + 1;
    if (!isBlank) end = Math.min(at, src.length);
    wasBlank = isBlank;
  }
  const items = marks.map((mark, nth) => ({ mark, content: contents[nth]!.join("\n").trimEnd() }));
  return { items, end, isLoose };
}

/** A line without its indentation below the text of the item, at most `most` columns. */
function withoutIndentation(line: string, most: number): string {
  const blanks = INDENTATION.exec(line)?.[0] ?? "";
  return line.slice(Math.min(blanks.length, most));
}
