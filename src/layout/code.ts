/**
 * Code blocks: lines kept as they are, set in; one too long is broken, and what follows is marked.
 */
import { graphemes, takeColumns, width } from "../text/width.ts";
import { type Context, line } from "./context.ts";
import { type Line, span } from "./line.ts";

const TAB_STOP = 4;
const CONTINUED = "↪ ";
/** UTF-16 units to look ahead for each column. */
const LONGEST_GRAPHEME = 12;

/** The lines of a code block of `language` (empty if none was given). */
export function codeLines(language: string, text: string, context: Context): Line[] {
  const indent = context.width < 40 ? 2 : 4;
  const columns = Math.max(1, context.width - indent);
  const blank = span(" ".repeat(Math.min(indent, Math.max(0, context.width - 1))));
  const roles = [...context.roles, "codeBlock"] as const;
  void language;
  return expandTabs(text.replace(/\n+$/, ""))
    .split("\n")
    .flatMap((source) =>
      broken(source, columns).map((part) => line(context, part === "" ? [] : [blank, span(part, ...roles)])),
    );
}

/** A line in parts of at most `columns`; every part but the first is marked. */
function broken(source: string, columns: number): string[] {
  if (width(source) <= columns) return [source];
  const parts: string[] = [];
  for (let at = 0; at < source.length;) {
    const mark = parts.length === 0 || columns <= 4 ? "" : CONTINUED;
    const ahead = source.slice(at, at + columns * LONGEST_GRAPHEME);
    const part = takeColumns(ahead, columns - width(mark)) || graphemes(ahead)[0]!;
    parts.push(mark + part);
    at += part.length;
  }
  return parts;
}

function expandTabs(text: string): string {
  if (!text.includes("\t")) return text;
  return text
    .split("\n")
    .map((source) => {
      let expanded = "";
      for (const part of source.split(/(\t)/)) {
        expanded += part === "\t" ? " ".repeat(TAB_STOP - (width(expanded) % TAB_STOP)) : part;
      }
      return expanded;
    })
    .join("\n");
}
