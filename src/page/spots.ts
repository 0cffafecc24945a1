/**
 * Spots: the links and marks in lines, which the user reaches with Tab, follows with Enter, and clicks.
 */
import type { TextDecoration } from "../layout/decoration.ts";
import type { Line, Link, Span } from "../layout/line.ts";

export interface Spot {
  /** Its target and its number among the spots with that target, so that another width or place of notes does not lose it. */
  readonly key: string;
  readonly target:
    | { readonly kind: "link"; readonly link: Link }
    | { readonly kind: "citation"; readonly number: number }
    /** A formula that is wider than the page. */
    | { readonly kind: "formula"; readonly tex: string }
    /** The number before a note, which leads back to its citation. */
    | { readonly kind: "note"; readonly number: number };
  /** The index of the line on which it begins. */
  readonly line: number;
  /** The index of its span in that line; a link may continue in other spans. */
  readonly span: number;
}

/** Only an image on the web can be followed: one in the library can't be shown. */
const OUTSIDE = /^(?:https?:)?\/\//i;

/** The links and marks that the lines show, in the order of the text. One that goes on in the next line is one. */
export function spotsIn(lines: readonly Line[]): Spot[] {
  const seen = new Set<Link | string>();
  const counts = new Map<string, number>();
  return lines.flatMap((line, at) =>
    line.spans.flatMap((span, index): Spot[] => {
      const target = targetOf(span);
      if (!target) return [];
      if (target.kind === "link") {
        if (seen.has(target.link)) return [];
        seen.add(target.link);
      }
      if (target.kind === "formula") {
        const own = `${line.block} ${target.tex}`;
        if (seen.has(own)) return [];
        seen.add(own);
      }
      const name = nameOf(target, line.note !== undefined || span.roles.includes("note"));
      const nth = counts.get(name) ?? 0;
      counts.set(name, nth + 1);
      return [{ key: `${name} ${nth}`, target, line: at, span: index }];
    }),
  );
}

function targetOf(span: Span): Spot["target"] | undefined {
  if (span.cites !== undefined) return { kind: "citation", number: span.cites };
  if (span.leads !== undefined) return { kind: "note", number: span.leads };
  if (span.whole !== undefined) return { kind: "formula", tex: span.whole };
  if (!span.link) return undefined;
  const isImage = span.roles.includes("image") || span.roles.includes("imageName");
  if (span.link.href.trim() === "") return undefined;
  const isFollowed = !isImage || span.roles.includes("link") || OUTSIDE.test(span.link.href);
  return isFollowed ? { kind: "link", link: span.link } : undefined;
}

function nameOf(target: Spot["target"], isInNote: boolean): string {
  const to =
    target.kind === "link" ? target.link.href : target.kind === "formula" ? target.tex : target.number;
  return `${target.kind} ${isInNote ? "note" : "text"} ${to}`;
}

/** A spot with its key. */
export function spotOf(spots: readonly Spot[], key: string | undefined): Spot | undefined {
  return key === undefined ? undefined : spots.find((spot) => spot.key === key);
}

/** Whether a span belongs to a spot. */
function isOf(spot: Spot, line: number, index: number, span: Span): boolean {
  if (spot.target.kind === "formula") return span.whole === spot.target.tex;
  if (spot.target.kind === "link") return span.link === spot.target.link && span.cites === undefined;
  return spot.line === line && spot.span === index;
}

/** The spot at a span. */
export function spotAt(spots: readonly Spot[], line: number, index: number, span: Span): Spot | undefined {
  return spots.find((spot) => isOf(spot, line, index, span));
}

/** The text of a spot on these lines, as decorations. */
export function focusDecorations(
  spot: Spot | undefined,
  lines: readonly Line[],
  first = 0,
): TextDecoration[] {
  if (!spot) return [];
  return lines.flatMap(({ spans }, index) =>
    spans.flatMap((own, nth): TextDecoration[] => {
      const { flow, at = 0, text } = own;
      if (!flow || !isOf(spot, first + index, nth, own)) return [];
      return [{ flow, start: at, end: at + text.length, role: "focus" }];
    }),
  );
}
