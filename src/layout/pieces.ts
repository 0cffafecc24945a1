/**
 * Splits a paragraph into pieces that are never broken.
 */
import { width } from "../text/width.ts";
import { type Break, lineBreaks } from "./breaks.ts";
import { type Hyphenation, hyphenPlaces } from "./hyphens.ts";
import { jointPlaces } from "./joints.ts";
import type { Span } from "./line.ts";
import type { BreakRank } from "./math/inline.ts";
import { BLANKS, endsWithHyphen, type Piece } from "./piece.ts";
import { trimmedEnd } from "../text/trim.ts";
import { cutPiece, hyphensOfWide } from "./wide-pieces.ts";

const SOFT_HYPHENS = /\u00ad/g;

/** Which words are hyphenated: those that the rules of `hyphens.ts` allow, or only those that are wider than a line. */
export interface WordsToHyphenate extends Pick<Hyphenation, "load"> {
  readonly words: "every" | "tooWide";
}

/**
 * The pieces of `text`. A piece wider than a line is hyphenated, or else cut between graphemes. Other words, and names in code, are
 * broken only if every word is hyphenated.
 */
export function piecesOf(
  text: string,
  runs: readonly Span[],
  columns: number,
  hyphenation?: WordsToHyphenate,
): Piece[] {
  const glued = gluedOffsets(text, runs);
  const formulas = formulasIn(runs);
  const whole = ordinary(text, glued);
  const words = hyphenation?.words === "every" ? withParts(whole, text, runs, hyphenation) : whole;
  const breaks = formulas.breaks.length === 0 ? words : withFormulas(words, formulas);
  const isWide = (piece: Piece): boolean => piece.columns + (endsWithHyphen(piece) ? 1 : 0) > columns;
  const found = piecesBetween(text, breaks);
  if (!found.some(isWide)) return found;
  const hyphenator = hyphenation?.load();
  const added = hyphenator ? hyphensOfWide(found, { text, runs, glued, isWide }, hyphenator) : [];
  const pieces =
    added.length === 0
      ? found
      : piecesBetween(
          text,
          [...breaks, ...added].sort((a, b) => a.at - b.at),
        );
  return pieces.flatMap((piece) =>
    isWide(piece) ? cutPiece(text, piece, columns - (endsWithHyphen(piece) ? 1 : 0), glued) : [piece],
  );
}

function piecesBetween(text: string, breaks: readonly Break[]): Piece[] {
  let start = 0;
  return [...breaks, { at: text.length, kind: "end" as const }].map(({ at, kind }): Piece => {
    const raw = text.slice(start, at);
    const trimmed = trimmedEnd(raw, BLANKS);
    const piece: Piece = {
      start,
      end: start + trimmed.length,
      columns: width(trimmed.replace(SOFT_HYPHENS, "")),
      gap: width(raw.slice(trimmed.length)),
      kind,
    };
    start = at;
    return piece;
  });
}

function ordinary(text: string, glued: ReadonlySet<number>): Break[] {
  return lineBreaks(text).filter(({ at }) => !glued.has(at));
}

/** Adds breaks inside words, and inside names in code, to the other breaks. */
function withParts(
  breaks: readonly Break[],
  text: string,
  runs: readonly Span[],
  { load }: WordsToHyphenate,
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
