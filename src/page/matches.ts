/**
 * The matches of a search in an essay, in the order of the lines and as decorations.
 */
import type { Document } from "../document/document.ts";
import type { TextDecoration, TextRange } from "../layout/decoration.ts";
import { flowsIn, type Matcher, matchesInFlow } from "../layout/flow.ts";
import type { Flow, FlowKind, Line, ShownFormula } from "../layout/line.ts";
import type { Mark } from "../marks/mark.ts";
import type { MarkPlace } from "../marks/place.ts";
import { firstIndex } from "../text/bisect.ts";
import { textsOfRange } from "./marked.ts";

/** A search in an essay. */
export interface Find {
  /** As the user typed it. */
  readonly text: string;
  readonly matcher: Matcher;
  /** Whether it is found in the TeX of a formula; absent if TeX is not searched. */
  readonly inTex?: (tex: string, kind: FlowKind) => boolean;
  /** Whether a mark of the user is a match; absent if marks are not searched. */
  readonly marks?: (mark: Mark) => boolean;
}

/** A match, with the line on which it begins. */
export interface FoundMatch {
  /** Several ranges if a note's mark interrupts it. */
  readonly ranges: readonly TextRange[];
  /** The index of its first line. */
  readonly line: number;
  /** The id of the mark that it is. */
  readonly mark?: string;
}

/** The user's marks in an essay, with the tree in which they were found. */
export interface MarksThere {
  readonly document: Document;
  readonly placed: readonly MarkPlace[];
}

/** Every match, in the order of the lines; none without a search. */
export function matchesIn(lines: readonly Line[], find: Find | undefined, there?: MarksThere): FoundMatch[] {
  if (!find) return [];
  const places = flowPlaces(lines);
  const flows = flowsIn(lines);
  const found = flows.flatMap((flow) =>
    matchesInFlow(flow, find.matcher).map((parts): FoundMatch => {
      const ranges = parts.map(([start, end]): TextRange => ({ flow, start, end }));
      return { ranges, line: lineAt(places.get(flow) ?? [], ranges[0]?.start ?? 0) };
    }),
  );
  const formulas = formulasFound(flows, found, find).map((ranges): FoundMatch => {
    const [{ flow, start }] = ranges;
    return { ranges, line: lineAt(places.get(flow) ?? [], start) };
  });
  return [...found, ...formulas, ...marksFound(lines, places, find, there)]
    .filter(({ ranges }) => ranges.length > 0)
    .sort((a, b) => a.line - b.line);
}

/** The formulas whose TeX matches, but whose visible text does not: each as a whole, with all its rows. */
function formulasFound(
  flows: readonly Flow[],
  found: readonly FoundMatch[],
  { inTex }: Find,
): [TextRange, ...TextRange[]][] {
  if (!inTex) return [];
  const shown = new Map<Flow, TextRange[]>();
  for (const { ranges } of found)
    for (const range of ranges) {
      const known = shown.get(range.flow);
      if (known) known.push(range);
      else shown.set(range.flow, [range]);
    }
  const formulas = new Map<ShownFormula, [TextRange, ...TextRange[]] | undefined>();
  for (const flow of flows)
    for (const { start, end, formula } of flow.formulas ?? []) {
      const known = formulas.get(formula);
      const range = trimmed({ flow, start, end });
      if (known) known.push(range);
      else if (!formulas.has(formula))
        formulas.set(formula, inTex(formula.tex, flow.kind) ? [range] : undefined);
    }
  return [...formulas.values()].filter(
    (ranges) => ranges !== undefined && !ranges.some((range) => isShown(range, shown.get(range.flow) ?? [])),
  ) as [TextRange, ...TextRange[]][];
}

/** A range without blanks at its ends, which a row of a display may have. */
function trimmed({ flow, start, end }: TextRange): TextRange {
  const text = flow.text.slice(start, end);
  return { flow, start: end - text.trimStart().length, end: start + text.trimEnd().length };
}

/** Whether one of the sorted ranges of a flow touches `range`. */
function isShown({ start, end }: TextRange, ranges: readonly TextRange[]): boolean {
  const touching = firstIndex(ranges, (range) => range.end > start);
  return (ranges[touching]?.start ?? Infinity) < end;
}

/** The marks that match. */
function marksFound(
  lines: readonly Line[],
  places: LinesOfFlows,
  { marks }: Find,
  there: MarksThere | undefined,
): FoundMatch[] {
  if (!there) return [];
  const { document, placed } = there;
  return placed.flatMap(({ mark, placed: own }): FoundMatch[] => {
    if (!own || !marks?.(mark)) return [];
    const ranges = textsOfRange(document, lines, own.range);
    const [first] = ranges;
    return first ? [{ ranges, line: lineAt(places.get(first.flow) ?? [], first.start), mark: mark.id }] : [];
  });
}

/** Matches on the lines from `first` to before `end` as decorations; the one at `here` has an additional role. */
export function matchDecorations(
  matches: readonly FoundMatch[],
  here: number,
  [first, end]: readonly [number, number],
): TextDecoration[] {
  return matches.flatMap(({ ranges, line }, index) => {
    // A match continues over a few lines at most.
    if (line < first - LONGEST || line >= end) return [];
    const roles = index === here ? (["match", "matchHere"] as const) : (["match"] as const);
    return ranges.flatMap((range) => roles.map((role) => ({ ...range, role })));
  });
}

const LONGEST = 20;

/** The lines that show each flow, with the offsets at which they begin, in order. */
export type LinesOfFlows = ReadonlyMap<Flow, readonly { readonly line: number; readonly at: number }[]>;

/** The places of the flows of these lines. */
export function flowPlaces(lines: readonly Line[]): LinesOfFlows {
  const places = new Map<Flow, { line: number; at: number }[]>();
  lines.forEach(({ spans }, line) => {
    for (const { flow, at = 0 } of spans) {
      if (!flow) continue;
      const known = places.get(flow);
      if (!known) places.set(flow, [{ line, at }]);
      else if (known.at(-1)!.line !== line) known.push({ line, at });
    }
  });
  return places;
}

/** The line of an offset of a flow. */
export function lineAt(
  parts: readonly { readonly line: number; readonly at: number }[],
  offset: number,
): number {
  const after = firstIndex(parts, ({ at }) => at > offset);
  return parts[Math.max(0, after - 1)]?.line ?? 0;
}
