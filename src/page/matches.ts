/**
 * What was found in an essay: matches in the order of the lines, and as decorations.
 */
import type { TextDecoration, TextRange } from "../layout/decoration.ts";
import { flowsIn, type Matcher, matchesInFlow } from "../layout/flow.ts";
import type { Flow, Line } from "../layout/line.ts";

/** What is sought in an essay. */
export interface Find {
  /** As it was typed. */
  readonly text: string;
  readonly matcher: Matcher;
}

/** A match, and the line on which it begins. */
export interface FoundMatch {
  /** More than one where a mark of a note stands in it. */
  readonly ranges: readonly TextRange[];
  /** Index of its first line. */
  readonly line: number;
}

/** Every match in the order of the lines; none if nothing is sought. */
export function matchesIn(lines: readonly Line[], find: Find | undefined): FoundMatch[] {
  if (!find) return [];
  const places = linesOf(lines);
  const found = flowsIn(lines).flatMap((flow) =>
    matchesInFlow(flow, find.matcher).map((parts): FoundMatch => {
      const ranges = parts.map(([start, end]): TextRange => ({ flow, start, end }));
      return { ranges, line: lineAt(places.get(flow) ?? [], ranges[0]?.start ?? 0) };
    }),
  );
  return found.filter(({ ranges }) => ranges.length > 0).sort((a, b) => a.line - b.line);
}

/** Matches on lines from `first` on and before `end` as decorations; the one at `here` stands out. */
export function matchDecorations(
  matches: readonly FoundMatch[],
  here: number,
  [first, end]: readonly [number, number],
): TextDecoration[] {
  return matches.flatMap(({ ranges, line }, index) => {
    // A match goes on for some lines at most.
    if (line < first - LONGEST || line >= end) return [];
    const roles = index === here ? (["match", "matchHere"] as const) : (["match"] as const);
    return ranges.flatMap((range) => roles.map((role) => ({ ...range, role })));
  });
}

const LONGEST = 20;

/** Where the parts of a flow stand: each part's line, and the offset at which it begins, in the order of the lines. */
type Places = ReadonlyMap<Flow, readonly { readonly line: number; readonly at: number }[]>;

function linesOf(lines: readonly Line[]): Places {
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

function lineAt(parts: readonly { readonly line: number; readonly at: number }[], offset: number): number {
  return parts.findLast(({ at }) => at <= offset)?.line ?? parts[0]?.line ?? 0;
}
