/**
 * Lays out display mathematics, centred. A formula that can't be parsed is shown as its source, in quiet type.
 */
import type { Block } from "../document/document.ts";
import { citedOn, firstCitedIn } from "../document/walk.ts";
import { type Context, type Laid, line } from "./context.ts";
import { spansWidth } from "./cut.ts";
import { inFlow } from "./flow.ts";
import { type Line, type Span, span } from "./line.ts";
import { together } from "./together.ts";
import { asMine, citeSpans, type MarkedRange } from "./mine.ts";
import { mineSigns } from "./runs.ts";
import { withoutDefinitions } from "./math/definitions.ts";
import { displayFormula } from "./math/display.ts";
import { isProblem, type TexParser, NOT_SET } from "./math/parser.ts";
import { wrapRuns } from "./wrap.ts";
import { largest } from "../text/extremes.ts";

/** The indentation of a display in columns, if lines have no end. */
const INDENT = 4;

type MathBlock = Extract<Block, { type: "math" }>;

/** The lines of a display. The user's marks and the marks of notes are in its last line. */
export function displayMathLines({ tex, mine }: MathBlock, context: Context): Laid {
  const { lines } = unmarkedLines(tex, context);
  if (!mine) return { lines, cited: [] };
  const [first] = mine.ranges;
  const marked = first ? markedRows(lines, first, context) : lines;
  const cites = citedOn(mine);
  return { lines: withCites(marked, citeSpans(cites, context), context), cited: firstCitedIn(cites) };
}

/** The rows of a marked display, each between signs in plain text. */
function markedRows(lines: readonly Line[], range: MarkedRange, { marks }: Context): Line[] {
  const [before, after] = marks === "brackets" ? mineSigns(range.reworded) : ["", ""];
  const sign = (text: string): Span[] => (text === "" ? [] : [asMine(span(text), range)]);
  const widest = largest(
    lines.map(({ spans }) => spansWidth(spans)),
    0,
  );
  return lines.map((own): Line => {
    const at = own.spans.findIndex(({ flow }) => flow !== undefined);
    if (at < 0) return own;
    const spans = own.spans.map((one) => (one.flow ? asMine(one, range) : one));
    const rest = after === "" ? "" : " ".repeat(widest - spansWidth(own.spans));
    return {
      ...own,
      spans: [...spans.slice(0, at), ...sign(before), ...spans.slice(at), ...sign(rest + after)],
    };
  });
}

/** Adds the marks of notes after the last line, or under it if it has no room. */
function withCites(lines: readonly Line[], cites: readonly Span[], context: Context): Line[] {
  const last = lines.at(-1);
  if (cites.length === 0 || !last) return [...lines];
  const spans = [...last.spans, ...cites];
  if (spansWidth(spans) <= context.width) return [...lines.slice(0, -1), { ...last, spans }];
  return [...lines, line(context, cites.slice(1))];
}

function unmarkedLines(tex: string, context: Context): Laid {
  const { block, note, width, roles } = context;
  const parsed = context.tex?.(tex, true);
  if (!parsed) {
    const shown = withoutDefinitions(tex);
    return shown.trim() === "" ? { lines: [], cited: [] } : sourceLines(shown, context);
  }
  const shown = isProblem(parsed) ? undefined : displayFormula(parsed, width);
  if (shown === undefined) {
    const isRefused = isProblem(parsed) && parsed.isBeyond !== true;
    return sourceLines(isRefused ? withSign(tex) : `${tex}\n${NOT_SET}`, context);
  }
  const { rows, columns, natural } = shown;
  // A formula that only defines commands shows nothing.
  if (columns === 0) return { lines: [], cited: [] };
  const own = { formula: { tex }, ...(natural > width && { whole: tex }) };
  const free = width === Infinity ? INDENT : Math.floor((width - columns) / 2);
  const indent = free > 0 ? [span(" ".repeat(free))] : [];
  const kind = note === undefined ? "text" : "note";
  const lines = rows.map((row) => {
    const text = inFlow([{ ...span(row, ...roles, "math"), ...own }], { kind, block, note });
    return line(context, row === "" ? [] : [...indent, ...text]);
  });
  return { lines: together(lines), cited: [] };
}

/** A formula at its full width, or its source if it can't be set. */
export function wholeFormula(tex: string, parser: TexParser | undefined): readonly string[] {
  const parsed = parser?.(tex, true);
  const shown = parsed && !isProblem(parsed) ? displayFormula(parsed, Infinity) : undefined;
  return shown?.rows ?? tex.split("\n");
}

const DIAGRAM = /\\(?:begin\{(tikzcd|tikzpicture|prooftree|xy)\}|(xymatrix)\b)/;

/** The source of a formula; for a diagram, which cells can't show, under a sign with its name. */
function withSign(tex: string): string {
  const [, environment, command] = DIAGRAM.exec(tex) ?? [];
  const name = environment ?? command;
  return name === undefined ? tex : `‹${name}›\n${tex}`;
}

function sourceLines(tex: string, context: Context): Laid {
  const { block, note, width, wrap, roles } = context;
  const kind = note === undefined ? "text" : "note";
  const lines = tex.split("\n").flatMap((source) => {
    const own = inFlow([span(source, ...roles, "mathSource")], { kind, block, note });
    return wrapRuns(own, width, wrap).map((spans) => line(context, spans));
  });
  return { lines, cited: [] };
}
