/**
 * Code blocks: lines kept as they are, set in; one too long is broken, and what follows is marked.
 */
import { graphemes, takeColumns, width } from "../text/width.ts";
import { type Context, line } from "./context.ts";
import type { Token } from "./highlight.ts";
import { type Line, type Role, type Span, span } from "./line.ts";

const TAB_STOP = 4;
const CONTINUED = "↪ ";
/** UTF-16 units to look ahead for each column. */
const LONGEST_GRAPHEME = 12;

/** The lines of a code block of `language` (empty if none was given). */
export function codeLines(language: string, text: string, context: Context): Line[] {
  const indent = context.width < 40 ? 2 : 4;
  const columns = Math.max(1, context.width - indent);
  const blank = span(" ".repeat(Math.min(indent, Math.max(0, context.width - 1))));
  const code = expandTabs(text.replace(/\n+$/, ""));
  const lines =
    context.highlighter?.(code, language) ?? code.split("\n").map((source): Token[] => [{ text: source }]);
  return lines.flatMap((tokens) =>
    broken(spansOf(tokens, context), columns, context).map((part) =>
      line(context, part.length === 0 ? [] : [blank, ...part]),
    ),
  );
}

function spansOf(tokens: readonly Token[], context: Context): Span[] {
  const roles: readonly Role[] = [...context.roles, "codeBlock"];
  return tokens
    .filter(({ text }) => text !== "")
    .map(({ text, role }) => ({ text, roles: role === undefined ? roles : [...roles, role] }));
}

/** A line in parts of at most `columns`; every part but the first is marked. */
function broken(spans: readonly Span[], columns: number, context: Context): Span[][] {
  if (spans.reduce((sum, own) => sum + width(own.text), 0) <= columns) return [[...spans]];
  const mark = columns <= 4 ? "" : CONTINUED;
  const parts: Span[][] = [[]];
  let left = columns;
  for (const own of spans) {
    for (let at = 0; at < own.text.length;) {
      const ahead = own.text.slice(at, at + columns * LONGEST_GRAPHEME);
      const isFresh = parts.at(-1)!.length === 0 || left === columns - width(mark);
      const part = takeColumns(ahead, left) || (isFresh ? graphemes(ahead)[0]! : "");
      if (part === "") {
        parts.push(mark === "" ? [] : [span(mark, ...context.roles, "quiet")]);
        left = columns - width(mark);
        continue;
      }
      parts.at(-1)!.push({ ...own, text: part });
      left -= width(part);
      at += part.length;
    }
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
