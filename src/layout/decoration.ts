/**
 * Decorations: roles that are added to finished lines. A match, the focused link, a changed paragraph and a selection are each
 * a range with a role, and all are added by the same function.
 *
 *     flow    The text of a paragraph, as it was before it was broken into lines.
 *                         ├───────────┤ text range 12–25, role `match`
 *     lines   The text of a pa│
 *             ragraph, as it   each line gets its part of the range
 *
 * A text range is an address in a flow, so it stays valid at another width. A line range is a sign in the gutter.
 */
import type { Flow, Role, Row, Span } from "./line.ts";

/** A stretch of a flow's text: offsets in UTF-16 code units, `end` not included. */
export interface TextRange {
  readonly flow: Flow;
  readonly start: number;
  readonly end: number;
}

/** A role for a stretch of text, independent of lines. */
export interface TextDecoration extends TextRange {
  readonly role: Role;
}

/** A sign of one column beside lines; both indices are included. */
export interface LineDecoration {
  readonly first: number;
  readonly last: number;
  readonly sign: string;
  readonly role: Role;
}

/** Adds the roles of decorations to the parts of a row that they cover. */
export function decorated<Own extends Row>(row: Own, decorations: readonly TextDecoration[]): Own {
  if (decorations.length === 0) return row;
  const flows = new Set(decorations.map(({ flow }) => flow));
  if (!row.spans.some(({ flow }) => flow !== undefined && flows.has(flow))) return row;
  return { ...row, spans: row.spans.flatMap((span) => decoratedSpan(span, decorations)) };
}

/** A span, split at the edges of its decorations. */
function decoratedSpan(span: Span, decorations: readonly TextDecoration[]): Span[] {
  const { flow, at = 0, text, roles } = span;
  const own = decorations.filter((one) => one.flow === flow && one.start < at + text.length && one.end > at);
  if (own.length === 0) return [span];
  const edges = own.flatMap(({ start, end }) => [start - at, end - at]);
  const cuts = [...new Set([0, text.length, ...edges.filter((edge) => edge > 0 && edge < text.length)])];
  return cuts
    .sort((a, b) => a - b)
    .slice(0, -1)
    .map((from, index, starts): Span => {
      const to = starts[index + 1] ?? text.length;
      const on = own.filter(({ start, end }) => start - at <= from && end - at >= to);
      return {
        ...span,
        text: text.slice(from, to),
        at: at + from,
        roles: [...roles, ...on.map(({ role }) => role)],
      };
    });
}
