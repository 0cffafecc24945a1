/**
 * Lays out the header of an essay: its title, the line of date and tags, and a problem. Above right-to-left text, all of it is at
 * the right, and so is the first part of the line.
 */
import { widest, width } from "../text/width.ts";
import type { Context } from "./context.ts";
import { alignRight, isolates, isRightToLeft } from "./direction.ts";
import { inFlow } from "./flow.ts";
import { type Line, lineText, type Role, span } from "./line.ts";
import { headingWrap, wrapRuns } from "./wrap.ts";

/** The header above the first block of an essay. */
export interface Header {
  /** Absent if the document itself shows its title. */
  readonly title?: string;
  /** The date, tags and similar parts, on one line or several. */
  readonly meta?: readonly string[];
  /** A problem of the essay's source. */
  readonly problem?: string;
}

/** Whether the parts of a header are all shown, or the first ones and the last one, as many as one line has room for. */
export type MetaForm = "whole" | "brief";

export function headerLines(header: Header, context: Context, isMirrored: boolean, form?: MetaForm): Line[] {
  const wrapped = (text: string, role: Role): Line[] =>
    wrapRuns(
      role === "title" ? inFlow([span(text, role)], { kind: "title", block: -1 }) : [span(text, role)],
      context.width,
      role === "title" ? headingWrap(context.wrap) : context.wrap,
      role === "title" ? context.hyphenation(context.width) : undefined,
    ).map((spans) => ({
      spans: isMirrored ? alignRight(spans, context.width) : spans,
      block: -1,
    }));
  const { title, meta = [], problem } = header;
  const parts = form === "brief" ? briefly(meta, context.width) : meta;
  return [
    ...(title === undefined ? [] : titleLines(title, context, wrapped(title, "title"))),
    ...(context.width === Infinity
      ? []
      : metaLines(parts, context.width, isMirrored).flatMap((text) => wrapped(text, "meta"))),
    ...(problem ? wrapped(`! ${problem}`, "problem") : []),
  ];
}

const DOT = "  ·  ";
const MORE = "…";

/** The first parts and the last one, with a sign between them, if all are longer than a line. */
function briefly(parts: readonly string[], columns: number): readonly string[] {
  if (width(parts.join(DOT)) <= columns) return parts;
  const last = parts.at(-1)!;
  let room = columns - width(`${MORE}${DOT}${last}`);
  const end = parts.findIndex((part) => (room -= width(part + DOT)) < 0);
  return [...parts.slice(0, end), MORE, last];
}

/** Joins parts with dots, as many on a line as fit, mirrored from right to left. No line ends with a dot. */
function metaLines(parts: readonly string[], columns: number, isMirrored: boolean): string[] {
  const lines: string[][] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last && width([...last, part].join(DOT)) <= columns) last.push(part);
    else lines.push([part]);
  }
  return lines.map((line) => {
    const own = isolates(line);
    // A line whose own letters run from right to left is reordered as a whole.
    const isReversed = isMirrored && !isRightToLeft([span(line.join(" "))]);
    return (isReversed ? own.toReversed() : own).join(DOT);
  });
}

/** The title with a rule under it, as long as its longest line. */
function titleLines(title: string, context: Context, lines: readonly Line[]): Line[] {
  if (context.width === Infinity) return [{ spans: [span(`# ${title}`, "title")], block: -1 }];
  const rule = [span("═".repeat(widest(lines.map((own) => lineText(own).trim()))), "headingRule")];
  const spans = isRightToLeft([span(title)]) ? alignRight(rule, context.width) : rule;
  return [...lines, { spans, block: -1 }];
}
