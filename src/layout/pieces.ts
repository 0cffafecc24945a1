/**
 * Splits a paragraph into pieces that are never broken.
 */
import { graphemes, width } from "../text/width.ts";
import { append } from "../text/append.ts";
import { type Break, type BreakKind, lineBreaks } from "./breaks.ts";
import { type Hyphenation, hyphenPlaces } from "./hyphens.ts";
import { jointPlaces, jointsIn } from "./joints.ts";
import type { Span } from "./line.ts";
import type { BreakRank } from "./math/inline.ts";
import { trimmedEnd } from "../text/trim.ts";

/** Text between two break opportunities. */
export interface Piece {
  readonly start: number;
  /** The end, without the blanks that follow. */
  readonly end: number;
  readonly columns: number;
  /** The width of the blanks that follow, in columns, if the line continues. */
  readonly gap: number;
  readonly kind: BreakKind | "forced" | "end";
}

export const SOFT_HYPHEN = "\u00ad";
/** Blanks after which a line may end. They are dropped at the end of a line. */
export const BLANKS = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000";
const SOFT_HYPHENS = /\u00ad/g;

/** Whether a line that ends with this piece shows a hyphen, one column wide. */
export function endsWithHyphen({ kind }: Pick<Piece, "kind">): boolean {
  return kind === "softHyphen" || kind === "syllable";
}

/**
 * The pieces of `text`. A piece wider than a line is cut between graphemes. Words and names in code are broken only with
 * `hyphenation`.
 */
export function piecesOf(
  text: string,
  runs: readonly Span[],
  columns: number,
  hyphenation?: Pick<Hyphenation, "load">,
): Piece[] {
  const glued = gluedOffsets(text, runs);
  const formulas = formulasIn(runs);
  const whole = ordinary(text, glued);
  const words = hyphenation ? withParts(whole, text, runs, hyphenation) : whole;
  const breaks = formulas.breaks.length === 0 ? words : withFormulas(words, formulas);
  const pieces: Piece[] = [];
  let start = 0;
  for (const { at, kind } of [...breaks, { at: text.length, kind: "end" as const }]) {
    const raw = text.slice(start, at);
    const trimmed = trimmedEnd(raw, BLANKS);
    const piece: Piece = {
      start,
      end: start + trimmed.length,
      columns: width(trimmed.replace(SOFT_HYPHENS, "")),
      gap: width(raw.slice(trimmed.length)),
      kind,
    };
    const hyphen = endsWithHyphen(piece) ? 1 : 0;
    if (piece.columns + hyphen <= columns) pieces.push(piece);
    else append(pieces, cutPiece(text, piece, columns - hyphen));
    start = at;
  }
  return pieces;
}

function ordinary(text: string, glued: ReadonlySet<number>): Break[] {
  return lineBreaks(text).filter(({ at }) => !glued.has(at));
}

/** Adds breaks inside words, and inside names in code, to the other breaks. */
function withParts(
  breaks: readonly Break[],
  text: string,
  runs: readonly Span[],
  { load }: Pick<Hyphenation, "load">,
): Break[] {
  const known = new Set(breaks.map(({ at }) => at));
  const hyphenator = load();
  const syllables = hyphenator ? hyphenPlaces(text, runs, hyphenator) : [];
  const added = [
    ...syllables.map((at): Break => ({ at, kind: "syllable" })),
    ...jointPlaces(runs).map((at): Break => ({ at, kind: "joint" })),
  ];
  return [...breaks, ...added.filter(({ at }) => !known.has(at))].sort((a, b) => a.at - b.at);
}

/** The ranges of formulas, and the offsets in them at which a line may end. */
interface Formulas {
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  readonly breaks: readonly { readonly at: number; readonly kind: BreakRank }[];
}

function formulasIn(runs: readonly Span[]): Formulas {
  const ranges: { start: number; end: number }[] = [];
  const breaks: Formulas["breaks"][number][] = [];
  let at = 0;
  for (const { text, breaks: after } of runs) {
    const end = at + text.length;
    if (after !== undefined) {
      const last = ranges.at(-1);
      if (last && last.end === at) last.end = end;
      else ranges.push({ start: at, end });
      breaks.push({ at: end, kind: after });
    }
    at = end;
  }
  return { ranges, breaks };
}

/** Replaces the breaks inside formulas with those of the formulas. */
function withFormulas(breaks: readonly Break[], { ranges, breaks: own }: Formulas): Break[] {
  let nth = 0;
  const outside = breaks.filter(({ at }) => {
    while (nth < ranges.length && ranges[nth]!.end <= at) nth++;
    return nth === ranges.length || at <= ranges[nth]!.start;
  });
  const inside = own.flatMap(({ at, kind }): Break[] => (kind === "none" ? [] : [{ at, kind }]));
  return [...outside, ...inside].sort((a, b) => a.at - b.at);
}

/** Offsets at which no line may begin: at the mark of a citation, or at the blank before it. */
function gluedOffsets(text: string, runs: readonly Span[]): Set<number> {
  const glued = new Set<number>();
  let at = 0;
  for (const run of runs) {
    if (run.cites !== undefined) {
      glued.add(at);
      if (text[at - 1] === " ") glued.add(at - 1);
    }
    at += run.text.length;
  }
  return glued;
}

/** The least part of a line that is filled, if a piece that is too wide is cut between the parts of a name. */
const LEAST_FILLED = 1 / 2;

/** The parts of a piece that is wider than a line: cut between the parts of a name if a line can end there, otherwise between graphemes. */
function cutPiece(text: string, piece: Piece, columns: number): Piece[] {
  const parts: Piece[] = [];
  const own = text.slice(piece.start, piece.end);
  const joints = new Set(jointsIn(own).map((at) => piece.start + at));
  let start = piece.start;
  let end = start;
  let used = 0;
  /** The last joint on this line, and the columns before it. */
  let joint: readonly [at: number, columns: number] | undefined;
  const makeRoom = (wide: number): void => {
    if (used === 0 || used + wide <= columns) return;
    const [at, filled] = joint ?? [end, used];
    if (at > start) parts.push({ start, end: at, columns: filled, gap: 0, kind: "forced" });
    start = at;
    used -= filled;
    joint = undefined;
    makeRoom(wide);
  };
  for (const grapheme of graphemes(own)) {
    if (joints.has(end) && used >= columns * LEAST_FILLED) joint = [end, used];
    const wide = grapheme === SOFT_HYPHEN ? 0 : width(grapheme);
    makeRoom(wide);
    end += grapheme.length;
    used += wide;
  }
  parts.push({ start, end, columns: used, gap: piece.gap, kind: piece.kind });
  return parts;
}
