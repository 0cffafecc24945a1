/**
 * Divides pieces of text that are wider than a line: a word where it may be hyphenated, and what can't be hyphenated by force.
 *
 *     internationaliza-│tion.     CFMutableString│Ref,     /contribu│te,
 *
 * A forced cut is between the parts of a name if a line can end there, otherwise between graphemes. No part begins with a closing sign
 * or with the mark of a note: at the beginning of a line, they belong to nothing.
 */
import { graphemes, width } from "../text/width.ts";
import type { Break } from "./breaks.ts";
import { type Hyphenator, placesInWide, wholeRanges } from "./hyphens.ts";
import { partsOfName } from "./joints.ts";
import type { Span } from "./line.ts";
import { type Piece, SOFT_HYPHEN } from "./piece.ts";

/** The kinds of breaks around the parts of addresses and names. */
const PARTS: ReadonlySet<Piece["kind"]> = new Set(["address", "slash", "joint", "word"]);
/** The least part of a line that is filled, if text is cut before the end of the line. */
const LEAST_FILLED = 1 / 2;
const CLOSING = /^[\p{Pe}\p{Pf}\p{No}.,;:!?…"'’‚、。，．：；！？·%‰†‡]/u;

/** What `hyphensOfWide` needs of a text. */
interface Wide {
  readonly text: string;
  readonly runs: readonly Span[];
  /** The offsets at which no line may begin, as before the mark of a note. */
  readonly glued: ReadonlySet<number>;
  /** Whether a piece is wider than a line. */
  readonly isWide: (piece: Piece) => boolean;
}

/** Where the words among the pieces that are too wide may be hyphenated, in order. The last word of a text is no exception. */
export function hyphensOfWide(pieces: readonly Piece[], all: Wide, hyphenator: Hyphenator): Break[] {
  const { text, glued } = all;
  return wordsAmong(pieces, all).flatMap(({ start, end }) => {
    let to = start + 1;
    while (to < end && !glued.has(to)) to++;
    return placesInWide(text.slice(start, to), hyphenator).map((at): Break => ({
      at: start + at,
      kind: "syllable",
    }));
  });
}

/** The pieces that are too wide and no code, formula or part of an address. */
function wordsAmong(pieces: readonly Piece[], { runs, isWide }: Wide): Piece[] {
  const whole = wholeRanges(runs);
  let nth = 0;
  return pieces.filter((piece, index) => {
    if (!isWide(piece) || PARTS.has(piece.kind) || PARTS.has(pieces[index - 1]?.kind ?? "end")) return false;
    while (nth < whole.length && whole[nth]![1] <= piece.start) nth++;
    return nth === whole.length || whole[nth]![0] >= piece.end;
  });
}

/** The parts of a piece, each of at most `columns`. `glued`: the offsets in the text at which no line may begin. */
export function cutPiece(text: string, piece: Piece, columns: number, glued: ReadonlySet<number>): Piece[] {
  const signs = graphemes(text.slice(piece.start, piece.end));
  const joints = new Set(partsOfName(text.slice(piece.start, piece.end)).map((at) => piece.start + at));
  const parts: Piece[] = [];
  let start = piece.start;
  let end = start;
  let used = 0;
  /** The best places of each rank to end this line, with the columns before them. */
  let places: Partial<Record<Rank, Place>> = {};
  const makeRoom = (wide: number): void => {
    if (used === 0 || used + wide <= columns) return;
    const [at, filled] = places.joint ?? places.good ?? places.fair ?? [end, used];
    parts.push({ start, end: at, columns: filled, gap: 0, kind: "forced" });
    start = at;
    used -= filled;
    places = {};
    makeRoom(wide);
  };
  signs.forEach((sign, nth) => {
    const rank = used === 0 || glued.has(end) ? undefined : rankOf(signs, nth, joints.has(end));
    if (rank === "fair" || (rank && used >= columns * LEAST_FILLED)) places[rank] = [end, used];
    if (rank === "good") places.fair = [end, used];
    const wide = sign === SOFT_HYPHEN ? 0 : width(sign);
    makeRoom(wide);
    end += sign.length;
    used += wide;
  });
  parts.push({ start, end, columns: used, gap: piece.gap, kind: piece.kind });
  return parts;
}

type Place = readonly [at: number, columns: number];
/** Between the parts of a name; before two signs that are not closing; or before one. */
type Rank = "joint" | "good" | "fair";

function rankOf(signs: readonly string[], nth: number, isJoint: boolean): Rank | undefined {
  if (isClosing(signs[nth]!)) return undefined;
  if (isJoint) return "joint";
  const next = signs[nth + 1];
  return next === undefined || isClosing(next) ? "fair" : "good";
}

function isClosing(sign: string): boolean {
  return CLOSING.test(sign);
}
