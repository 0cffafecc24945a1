/**
 * Lays out code blocks. Lines are indented and otherwise kept. A line that is too long is broken, and its continuation is
 * marked. On a screen each line fills the width, so that a theme can give it a background, and the name of the language
 * is at the right of the first line.
 *
 *     ┌──────────────────────────────────────┐
 *     │   fn main() {                   rust │
 *     │       println!("Hello");             │
 *     │   }                                  │
 *     └──────────────────────────────────────┘
 */
import type { Block, Citation, MineOfBlock } from "../document/document.ts";
import { graphemes, takeColumns, width } from "../text/width.ts";
import { type Context, line } from "./context.ts";
import { spansWidth } from "./cut.ts";
import { inFlow } from "./flow.ts";
import { citeSpans, type EdgedRange, signed, withMine } from "./mine.ts";
import type { Token } from "./highlight.ts";
import { type Line, type Role, type Span, span } from "./line.ts";
import { slicer } from "./slice.ts";
import { trimmedEnd } from "../text/trim.ts";

type CodeBlock = Extract<Block, { type: "codeBlock" }>;

const TAB_STOP = 4;
const CONTINUED = "↪ ";
/** The number of UTF-16 code units to look ahead for each column. */
const LONGEST_GRAPHEME = 12;
/** A line is cut at a blank, or else after a sign, only if it is in its last third. */
const NEAR = 2 / 3;
/** The end of a sign behind which a line is cut: more text follows, and no closing sign. */
const AFTER_SIGN = /[([{,;=./:_&|](?=[\p{L}\p{N}"'`$@[({])/gu;

/** The lines of a code block, with the user's marks. */
export function codeLines({ language, text, mine }: CodeBlock, context: Context): Line[] {
  const indent = context.width < 40 ? 2 : 4;
  const columns = Math.max(1, context.width - indent);
  const blank = span(" ".repeat(Math.min(indent, Math.max(0, context.width - 1))));
  const { block, note } = context;
  const flow = { kind: note === undefined ? "text" : "note", block, note } as const;
  const code = expandTabs(trimmedEnd(text, "\n"));
  const lines =
    context.highlighter?.(code, language) ?? code.split("\n").map((source): Token[] => [{ text: source }]);
  const marked = mine && markedLines(text, mine.ranges);
  const cites = mine && citesByLine(text, mine.ranges, lines.length - 1);
  const parts = lines.flatMap((tokens, nth) => {
    const ranges = marked?.[nth] ?? [];
    const own = withMine(spansOf(tokens, context), ranges);
    const spans = [
      ...(context.marks === "brackets" ? signed(own, ranges) : own),
      ...citeSpans(cites?.get(nth) ?? [], context),
    ];
    return broken(inFlow(spans, flow), columns, context);
  });
  const isOnScreen = context.marks === "superscript" && context.width !== Infinity;
  if (!isOnScreen) return parts.map((part) => line(context, part.length === 0 ? [] : [blank, ...part]));
  return labelled(parts, nameOf(language), columns).map((part) =>
    line(context, filled(part, blank, context)),
  );
}

/** The name of the language, without the options of a generator (`rust,ignore`, `js{1,3}`). */
function nameOf(language: string): string {
  return /^[\p{L}\p{N}+#.-]{1,20}/u.exec(language)?.[0] ?? "";
}

/** Adds the name of the language at the right of the first line, or above it if the line has no room. */
function labelled(parts: readonly Span[][], name: string, columns: number): readonly (readonly Span[])[] {
  const [first = [], ...rest] = parts;
  // One blank at the edge, and two before the name.
  const free = columns - spansWidth(first) - width(name) - 1;
  if (name === "" || width(name) + 1 > columns) return parts;
  const label = (blanks: number): Span[] => [span(" ".repeat(blanks), "codeBlock"), span(name, "codeLabel")];
  return free < 2
    ? [label(columns - width(name) - 1), first, ...rest]
    : [[...first, ...label(free)], ...rest];
}

/** Fills a line of code with blanks to both edges of the block. */
function filled(part: readonly Span[], blank: Span, context: Context): Span[] {
  const free = context.width - width(blank.text) - spansWidth(part);
  const ground = (text: string): Span => ({ text, roles: [...context.roles, "codeBlock"] });
  return [ground(blank.text), ...part, ...(free > 0 ? [ground(" ".repeat(free))] : [])];
}

function spansOf(tokens: readonly Token[], context: Context): Span[] {
  const roles: readonly Role[] = [...context.roles, "codeBlock"];
  return tokens
    .filter(({ text }) => text !== "")
    .map(({ text, role }) => ({ text, roles: role === undefined ? roles : [...roles, role] }));
}

/** Breaks a line into parts of at most `columns`. Every part but the first is marked. */
function broken(spans: readonly Span[], columns: number, context: Context): Span[][] {
  const text = spans.map((own) => own.text).join("");
  if (width(text) <= columns) return [[...spans]];
  const mark = columns <= 4 ? [] : [span(CONTINUED, ...context.roles, "codeBlock", "quiet")];
  const slice = slicer(spans);
  return cuts(text, columns, columns - (mark.length > 0 ? width(CONTINUED) : 0)).map(([from, to], nth) => [
    ...(nth === 0 ? [] : mark),
    ...slice(from, to),
  ]);
}

/** The ranges into which a line is cut: the first of `first` columns, the others of `further`. A cut moves back to a nearby blank or sign. */
function cuts(text: string, first: number, further: number): [number, number][] {
  const parts: [number, number][] = [];
  for (let from = 0; from < text.length;) {
    const columns = parts.length === 0 ? first : further;
    const ahead = text.slice(from, from + columns * LONGEST_GRAPHEME);
    const part = takeColumns(ahead, columns) || graphemes(ahead)[0]!;
    const goesOn = from + part.length < text.length;
    const to = from + (goesOn ? nearPlace(part, text[from + part.length]!) : part.length);
    parts.push([from, to]);
    from = to;
  }
  return parts;
}

/** The place in `part` at which a line is cut: after its last blank or sign that is near enough, or at its end. `next` follows it. */
function nearPlace(part: string, next: string): number {
  const least = Math.ceil(part.length * NEAR);
  const blank = part.lastIndexOf(" ") + 1;
  if (blank >= least) return blank;
  const last = Array.from(`${part.slice(least - 1)}${next}`.matchAll(AFTER_SIGN)).at(-1);
  return last ? least + last.index : part.length;
}

/** The marked ranges of each line of a code block, in columns of the line with its tabs expanded. */
function markedLines(text: string, ranges: MineOfBlock["ranges"]): EdgedRange[][] {
  let start = 0;
  return text.split("\n").map((source) => {
    const from = start;
    start += source.length + 1;
    const column = (offset: number): number => expandTabs(source.slice(0, Math.max(0, offset - from))).length;
    return ranges
      .filter((one) => one.start < from + source.length && one.end > from)
      .map((one) => ({
        ...one,
        start: column(one.start),
        end: column(one.end),
        begins: one.start >= from,
        ends: one.end <= from + source.length,
      }));
  });
}

/** The citations of notes by the line in which what they are on ends; at most `last`, since blank lines at the end are not shown. */
function citesByLine(text: string, ranges: MineOfBlock["ranges"], last: number): Map<number, Citation[]> {
  const byLine = new Map<number, Citation[]>();
  let line = 0;
  let at = 0;
  // A range that ends with a line feed ends in the line before it.
  for (const { end, cites = [] } of ranges.toSorted((a, b) => a.end - b.end)) {
    for (let feed = text.indexOf("\n", at); feed >= 0 && feed < end - 1; feed = text.indexOf("\n", at)) {
      line++;
      at = feed + 1;
    }
    const nth = Math.min(line, last);
    if (cites.length > 0) byLine.set(nth, [...(byLine.get(nth) ?? []), ...cites]);
  }
  return byLine;
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
