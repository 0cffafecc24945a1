/**
 * What a line costs when a paragraph is broken as a whole: the squared blanks at its end, and the prices of its break, of a hole
 * in the edge of the text, of a hyphen under a hyphen, and of a last line of one or two short words. The prices were chosen by
 * measuring essays (docs/decisions/0032-hyphens.md).
 */
import { largest } from "../text/extremes.ts";
import { NARROW } from "./hyphens.ts";
import { endsWithHyphen, type Piece } from "./piece.ts";

/** What a line costs that is more than some blanks short. */
interface Hole {
  readonly above: number;
  readonly cost: number;
}

/**
 * The costs of the lines of a text: the squared blanks at their ends, plus the prices of their breaks in the same unit. A line with more than
 * `mostBlanks` is chosen only if no way to break the paragraph is without one.
 */
export class LineCosts {
  readonly #pieces: readonly Piece[];
  readonly #columns: number;
  /** What it costs to end a line with each piece. */
  readonly #breaks: readonly number[];
  readonly #hyphens: readonly boolean[];
  /** The shallowest hole first. */
  readonly #holes: readonly Hole[];
  readonly #ladder: number;
  readonly #vain: number;

  constructor(pieces: readonly Piece[], columns: number, mostBlanks = Infinity) {
    const cost = (price: number): number => (columns * price) ** 2;
    this.#pieces = pieces;
    this.#columns = columns;
    this.#breaks = pieces.map(({ kind }) => cost(priceOf(kind, columns)));
    this.#hyphens = pieces.map(endsWithHyphen);
    this.#holes = [
      { above: columns * SHORT, cost: cost(priceIn(HOLE, columns)) },
      { above: columns * HALF, cost: cost(DEEP) },
      { above: mostBlanks, cost: cost(TOO_SHORT) },
    ].toSorted((one, other) => one.above - other.above);
    this.#ladder = cost(LADDER);
    this.#vain = cost(IN_VAIN);
  }

  /** The cost of the line of some pieces, which take `used` columns; infinite if it is too long. */
  of(first: number, last: number, used: number): number {
    const columns = this.#columns;
    if (last === this.#pieces.length - 1) return runtCost(this.#pieces, first, last, used, columns);
    const isHyphened = this.#hyphens[last]!;
    const blanks = columns - used - (isHyphened ? 1 : 0);
    if (blanks < 0 && first < last) return Infinity;
    let cost = blanks ** 2 + this.#breaks[last]!;
    for (const hole of this.#holes) {
      if (blanks <= hole.above) break;
      cost += hole.cost;
    }
    if (isHyphened && blanks >= columns * HALF) cost += this.#vain;
    return isHyphened && first > 0 && this.#hyphens[first - 1]! ? cost + this.#ladder : cost;
  }
}

interface Prices {
  readonly narrow: number;
  readonly wide: number;
}

function priceOf(kind: Piece["kind"], columns: number): number {
  if (kind === "syllable") return priceIn(SYLLABLE, columns);
  return columns < NARROW ? IN_NARROW * PENALTY[kind] : PENALTY[kind];
}

function priceIn({ narrow, wide }: Prices, columns: number): number {
  return columns < NARROW ? narrow : wide;
}

/** The columns of two short words. In a narrow text they are more than the fifth of a line, and still a line of rags. */
const RUNT = 13;
/**
 * The prices of a last line of one short word, and of two. In narrow lines, a runt costs two thirds of a hyphen: there, every sixth
 * paragraph would otherwise end with one.
 */
const RUNTS: readonly Prices[] = [
  { narrow: 0.44, wide: 1 / 3 },
  { narrow: 0.315, wide: 1 / 6 },
];

/** Whether a last line of `used` columns and some words is a runt: one or two short words. */
export function isRunt(words: number, used: number, columns: number): boolean {
  return words <= RUNTS.length && used < Math.max(columns / 5, Math.min(RUNT, columns / 3));
}

/** The breaks inside a word, a name or an address. */
const INSIDE: ReadonlySet<Piece["kind"]> = new Set([
  "syllable",
  "softHyphen",
  "joint",
  "address",
  "word",
  "slash",
]);

/** The cost of a last line that is a runt. The rest of a word does not count, so no word is broken in order to lengthen the line. */
function runtCost(
  pieces: readonly Piece[],
  first: number,
  last: number,
  used: number,
  columns: number,
): number {
  if (first === 0) return 0;
  let start = first;
  let own = used;
  for (; start <= last && INSIDE.has(pieces[start - 1]!.kind); start++)
    own -= pieces[start]!.columns + pieces[start]!.gap;
  let words = 1;
  for (let index = start; index < last && words <= RUNTS.length; index++) if (pieces[index]!.gap > 0) words++;
  return isRunt(words, own, columns) ? (columns * priceIn(RUNTS[words - 1]!, columns)) ** 2 : 0;
}

/** A line that is shorter than the measure by more than this share leaves a hole in the edge of the text. */
const SHORT = 0.15;

/** Whether a line with this number of blanks at its end leaves a hole. */
export function isHole(blanks: number, columns: number): boolean {
  return blanks > columns * SHORT;
}

/** The prices of a hole, in the unit of the table below. */
const HOLE: Prices = { narrow: 0.745, wide: 0.49 };
/** The share of the measure from which on a hole looks like the end of a paragraph. */
const HALF = 0.5;
/** The additional price of such a hole: one deep hole is worse than two shallow ones. */
const DEEP = 0.5;
/** The additional price of a hyphen at the end of such a line, or of one of exactly half: it is in vain. */
const IN_VAIN = DEEP;
/** The price of a line that is shorter than the caller allows. It is more than a long paragraph costs otherwise. */
const TOO_SHORT = 100;

/** How short the lines of a text are, without its last one. */
export interface Shortness {
  /** The most blanks at the end of a line, in columns; at least half of the measure. */
  readonly most: number;
  /** The number of lines that are shorter than half the measure. */
  readonly underHalf: number;
}

/** How short lines with these numbers of blanks at their ends are. */
export function shortnessOf(blanks: readonly number[], columns: number): Shortness {
  return {
    most: largest(blanks, columns * HALF),
    underHalf: blanks.filter((own) => own > columns * HALF).length,
  };
}

/** Whether a line is shorter than it may be anywhere, or more lines are under half the measure. */
export function isWorse(one: Shortness, other: Shortness): boolean {
  return one.most > other.most || one.underHalf > other.underHalf;
}
/** The prices of a hyphen, and of one under another. */
const SYLLABLE: Prices = { narrow: 0.675, wide: 0.43 };
const LADDER = 2;
/** The price of each other kind of break in wide lines: the blanks at a line end that would be as bad, as a part of the measure. */
const PENALTY: Readonly<Record<Exclude<Piece["kind"], "syllable">, number>> = {
  blank: 0,
  character: 0,
  hyphen: 0.1,
  joint: 0.43,
  dash: 0.8,
  slash: 0.5,
  word: 0.6,
  softHyphen: 0.2,
  relation: 0.15,
  operator: 0.3,
  nested: 0.5,
  inner: 0.7,
  address: 0.25,
  forced: 1,
  end: 0,
};
/** How much more they cost in narrow lines, where a hole costs more, too. */
const IN_NARROW = 1.45;
