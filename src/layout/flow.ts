/**
 * Flows: the text of a paragraph, a cell or a line of code before it is broken into lines. Text on several lines is still one
 * text.
 */
import { firstIndex } from "../text/bisect.ts";
import { isolatesIn } from "./isolates.ts";
import type { Direction, Flow, FlowKind, FormulaRange, Span } from "./line.ts";

/** Makes one flow of spans, and gives each span its place in it. */
export function inFlow(
  spans: readonly Span[],
  of: {
    readonly kind: FlowKind;
    readonly block: number;
    readonly note?: number | undefined;
    readonly direction?: Direction;
  },
): Span[] {
  const { kind, block, note, direction } = of;
  const marks: [number, number][] = [];
  const formulas: FormulaRange[] = [];
  let text = "";
  for (const span of spans) {
    const [start, end] = [text.length, text.length + span.text.length];
    if (span.cites !== undefined) marks.push([start, end]);
    if (span.formula !== undefined) addFormula(formulas, { start, end, formula: span.formula });
    text += span.text;
  }
  const isolates = isolatesIn(spans, text);
  const shown = {
    text,
    marks,
    ...(formulas.length > 0 && { formulas }),
    ...(direction && { direction }),
    ...(isolates.length > 0 && { isolates }),
  };
  const flow: Flow = { kind, block, ...(note !== undefined && { note }), ...shown };
  let at = 0;
  return spans.map((span) => {
    const placed = { ...span, flow, at };
    at += span.text.length;
    return placed;
  });
}

/** Adds the range of a formula; the pieces of one formula are one range. */
function addFormula(formulas: FormulaRange[], own: FormulaRange): void {
  const last = formulas.at(-1);
  if (last?.formula === own.formula) formulas[formulas.length - 1] = { ...last, end: own.end };
  else formulas.push(own);
}

/** Spans of one text outside of an essay, such as a title in a list, which are reordered together. */
export function asOneText(spans: readonly Span[]): Span[] {
  return inFlow(spans, { kind: "text", block: -1 });
}

/** The flows on these lines, in the order of their beginnings. */
export function flowsIn(lines: readonly { readonly spans: readonly Span[] }[]): Flow[] {
  const flows = new Set<Flow>();
  for (const { spans } of lines) for (const { flow } of spans) if (flow) flows.add(flow);
  return [...flows];
}

/** Finds ranges in a text: offsets in UTF-16 code units, in order, without overlap. */
export type Matcher = (text: string, kind: FlowKind) => readonly (readonly [start: number, end: number])[];

/**
 * The matches of `matcher` in a flow, each as a list of ranges. Marks of notes are not part of the text. A match across a mark
 * has one range on each side of it.
 */
export function matchesInFlow(flow: Flow, matcher: Matcher): [start: number, end: number][][] {
  const parts = partsBetweenMarks(flow);
  return matcher(bareText(flow, parts), flow.kind).map(([start, end]) => {
    const ranges: [number, number][] = [];
    const isReached = (part: Part): boolean => part.end - part.shift > start;
    for (let nth = firstIndex(parts, isReached); nth < parts.length; nth++) {
      const { start: from, end: to, shift } = parts[nth]!;
      if (from - shift >= end) break;
      if (from < to) ranges.push([Math.max(from, start + shift), Math.min(to, end + shift)]);
    }
    return ranges;
  });
}

/** The text of a flow without the marks of notes. */
export function bareText(flow: Flow, parts: readonly Part[] = partsBetweenMarks(flow)): string {
  return parts.map(({ start, end }) => flow.text.slice(start, end)).join("");
}

/** A stretch of a flow's text between the marks of notes. */
interface Part {
  readonly start: number;
  readonly end: number;
  /** The length of the marks before it. */
  readonly shift: number;
}

function partsBetweenMarks({ text, marks }: Flow): Part[] {
  const edges = [0, ...marks.flat(), text.length];
  const parts: Part[] = [];
  for (let index = 0, shift = 0; index < edges.length; index += 2) {
    const [start, end, next = end] = edges.slice(index, index + 3) as [number, number, number?];
    parts.push({ start, end, shift });
    shift += next - end;
  }
  return parts;
}
