/**
 * Lays blocks out as lines. Each kind of block has its own shape, with or without colour.
 */
import type { Block, DefinitionList, Inline, List, ListItem } from "../document/document.ts";
import { itemMarks } from "../document/list-marks.ts";
import { citedOn, firstCitedIn } from "../document/walk.ts";
import { widest } from "../text/width.ts";
import { append } from "../text/append.ts";
import { codeLines } from "./code.ts";
import { type Context, type Laid, line, withPrefix } from "./context.ts";
import { alignRight, isRightToLeftFlow, isRightToLeftText } from "./direction.ts";
import { displayMathLines } from "./display-math.ts";
import { layoutCallout, layoutFigure, layoutQuote, layoutTransclusion } from "./framed.ts";
import { layoutInlines } from "./inlines.ts";
import { type Line, lineText, type Role, type Span, span } from "./line.ts";
import { notesUnder } from "./notes.ts";
import { tableLines } from "./table.ts";

/** Lays out blocks one under the other. With inline notes, each block is followed by its notes. */
export function layoutBlocks(blocks: readonly Block[], context: Context, tight = false): Laid {
  const lines: Line[] = [];
  const cited: number[] = [];
  for (const block of blocks) {
    const laid = layoutBlock(block, context);
    if (context.notesWait) append(cited, laid.cited);
    const under = context.notesWait ? [] : notesUnder(laid.cited, context, tight);
    const own = [...laid.lines, ...under];
    if (own.length > 0 && !tight) append(lines, blankAbove(lines, block, line(context, [])));
    append(lines, own);
  }
  return { lines, cited };
}

/**
 * Whether a block has a blank line above it. Text begins right under the rule of its heading, so that the heading is
 * closer to it than to the text above.
 */
export function isSetOff(above: readonly Line[], { type }: Block): boolean {
  if (above.length === 0) return false;
  const isText = type === "paragraph" || type === "list";
  return !(isText && above.at(-1)!.spans.some(isSectionRule));
}

/** The blank line above a block, if it has one. Between the notes of a heading and its text it belongs to the last of the notes. */
export function blankAbove(above: readonly Line[], block: Block, blank: Line): readonly Line[] {
  if (!isSetOff(above, block)) return [];
  const under = above.at(-1)?.under;
  const own = under === undefined ? -1 : above.findLastIndex((line) => line.under === undefined);
  const isOfNotes = own >= 0 && !isSetOff([above[own]!], block);
  return [isOfNotes ? { ...blank, under: under! } : blank];
}

const SECTION_RULE = "─";

function isSectionRule({ text, roles }: Span): boolean {
  return roles.includes("headingRule") && text.startsWith(SECTION_RULE);
}

function layoutBlock(block: Block, context: Context): Laid {
  switch (block.type) {
    case "paragraph":
      return layoutInlines(block.children, context);
    case "heading":
      return layoutHeading(block.depth, block.children, context);
    case "blockQuote":
      return layoutQuote(block.children, context);
    case "callout":
      return layoutCallout(block, context);
    case "figure":
      return layoutFigure(block, context);
    case "transclusion":
      return layoutTransclusion(block, context);
    case "definitionList":
      return layoutDefinitions(block, context);
    case "list":
      return layoutList(block, context);
    case "codeBlock":
      return {
        lines: codeLines(block, context),
        cited: firstCitedIn(citedOn(block.mine)),
      };
    case "table":
      return tableLines(block, context);
    case "details":
      return layoutDetails(block.summary, block.children, context);
    case "math":
      return displayMathLines(block, context);
    case "thematicBreak":
      return { lines: [line(context, thematicBreak(context))], cited: [] };
  }
}

const HEADING_RULES: Readonly<Record<number, string>> = { 1: "═", 2: SECTION_RULE };
/** The signs of the lower ranks; under a title, six levels have the ranks from 2 to 7. */
const HEADING_SIGNS: Readonly<Record<number, string>> = { 3: "▪ ", 4: "▫ ", 5: "» ", 6: "› ", 7: "· " };

/** The two upper levels are underlined, and the others begin with a sign. If lines have no end, every level begins with `#`. */
function layoutHeading(depth: number, children: readonly Inline[], context: Context): Laid {
  const mirrored = isRightToLeftText(children, context.mirrored);
  const inner: Context = { ...context, roles: [...context.roles, "heading"] };
  const rank = context.rankOf(depth);
  const sign = context.width === Infinity ? `${"#".repeat(depth)} ` : HEADING_SIGNS[rank];
  if (sign !== undefined) {
    const prefix = { first: [span(sign, "headingRule")], rest: [span("  ")], mirrored };
    return withPrefix(context, prefix, (narrower) =>
      layoutInlines(children, { ...inner, width: narrower.width }, mirrored),
    );
  }
  const laid = layoutInlines(children, inner, mirrored);
  const longest = widest(laid.lines.map((one) => lineText(one).trim()));
  const rule = (HEADING_RULES[rank] ?? SECTION_RULE).repeat(longest);
  const spans = [span(rule, "headingRule")];
  const under = line(context, mirrored ? alignRight(spans, context.width) : spans);
  return { lines: [...laid.lines, under], cited: laid.cited };
}

/** Each term, with its definitions indented under it. */
function layoutDefinitions({ items }: DefinitionList, context: Context): Laid {
  const lines: Line[] = [];
  const cited: number[] = [];
  const indent = context.width < 40 ? "  " : "    ";
  for (const { terms, definitions } of items) {
    if (lines.length > 0) lines.push(line(context, []));
    for (const term of terms) {
      const laid = layoutInlines(term, { ...context, roles: [...context.roles, "strong"] });
      append(lines, laid.lines);
      append(cited, laid.cited);
    }
    for (const blocks of definitions) {
      const mirrored = isRightToLeftFlow(blocks, context.mirrored);
      const prefix = { first: [span(indent)], rest: [span(indent)], mirrored };
      const laid = withPrefix(context, prefix, (inner) =>
        layoutBlocks(blocks, { ...inner, mirrored, notesWait: true }),
      );
      append(lines, laid.lines);
      append(cited, laid.cited);
    }
  }
  return { lines, cited };
}

const BULLETS = ["•", "◦", "‣", "–"];

function layoutList(list: List, context: Context): Laid {
  const lines: Line[] = [];
  const cited: number[] = [];
  const marks = itemMarks(list);
  const markers = list.items.map((item, index) => marker(list, item, marks[index]!, context.listDepth));
  const columns = widest(markers);
  list.items.forEach((item, index) => {
    const sign =
      list.start === undefined ? markers[index]!.padEnd(columns) : markers[index]!.padStart(columns);
    const mirrored = isRightToLeftFlow(item.children, context.mirrored);
    const prefix = {
      first: [span(`${sign} `, ...context.roles, "bullet")],
      rest: [span(" ".repeat(columns + 1))],
      mirrored,
    };
    const laid = withPrefix(context, prefix, (inner) => {
      const within = { ...inner, mirrored, listDepth: context.listDepth + 1 };
      const own = layoutBlocks(item.children, within, list.tight);
      return own.lines.length > 0 ? own : { lines: [line(inner, [])], cited: own.cited };
    });
    if (index > 0 && !list.tight) lines.push(line(context, []));
    append(lines, laid.lines);
    append(cited, laid.cited);
  });
  return { lines, cited };
}

function marker(list: List, item: ListItem, mark: string, depth: number): string {
  const box = item.checked === undefined ? "" : item.checked ? "☑" : "☐";
  if (list.start === undefined) return box || BULLETS[Math.min(depth, BULLETS.length - 1)]!;
  return box ? `${mark} ${box}` : mark;
}

function layoutDetails(summary: readonly Inline[], children: readonly Block[], context: Context): Laid {
  const first: Role[] = [...context.roles, "strong"];
  const mirrored = isRightToLeftText(summary, context.mirrored);
  const sign = { first: [span("▾ ", ...first)], rest: [span("  ")], mirrored };
  const head = withPrefix(context, sign, (inner) =>
    layoutInlines(summary, { ...inner, roles: first }, mirrored),
  );
  const body = withPrefix(context, { first: [span("  ")], rest: [span("  ")], mirrored }, (inner) =>
    layoutBlocks(children, { ...inner, mirrored }),
  );
  const gap = body.lines.length > 0 ? [line(context, [])] : [];
  return { lines: [...head.lines, ...gap, ...body.lines], cited: [...head.cited, ...body.cited] };
}

/** Three centred asterisks, as books separate sections. */
function thematicBreak(context: Context): Span[] {
  const sign = "*   *   *";
  if (context.width < sign.length) return [span("*".repeat(Math.min(3, context.width)), "rule")];
  const free = context.width === Infinity ? 0 : Math.floor((context.width - sign.length) / 2);
  return free > 0 ? [span(" ".repeat(free)), span(sign, "rule")] : [span(sign, "rule")];
}
