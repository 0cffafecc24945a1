/**
 * Wraps runs into lines of a given width.
 *
 * A paragraph is broken as a whole, as in Knuth and Plass, "Breaking Paragraphs into Lines" (1981), but with a ragged right edge
 * instead of glue. Of all ways to break it, the chosen one has the least sum of squared blanks at the line ends, plus the
 * prices of its breaks. Greedy breaking fills one line after the other:
 *
 *     aaa bb cc             aaa bb
 *     ddddd       greedy;   cc ddddd    fewest ragged edges
 *     3² + 7² + …           6² + 4² + …
 */
import { width } from "../text/width.ts";
import type { Span } from "./line.ts";
import { type Hyphenator, NARROW } from "./hyphens.ts";
import { BLANKS, endsWithHyphen, type Piece, piecesOf, SOFT_HYPHEN } from "./pieces.ts";
import { slicer } from "./slice.ts";
import { trimmedEnd } from "../text/trim.ts";

/** How a paragraph is broken: as a whole, or line by line. */
export type Wrap = "even" | "greedy";

/** How a heading is broken: into the fewest lines, of similar lengths. */
export function headingWrap(wrap: Wrap): Wrap | "balanced" {
  return wrap === "even" ? "balanced" : wrap;
}

/**
 * Breaks `runs` into lines of at most `columns`. A wider grapheme stands alone. `hyphenator` is used only if the paragraph is
 * broken as a whole. Line by line, every second line would end with a hyphen.
 */
export function wrapRuns(
  runs: readonly Span[],
  columns: number,
  wrap: Wrap | "balanced" = "even",
  hyphenator?: Hyphenator,
): Span[][] {
  const text = runs.map((run) => run.text).join("");
  const whole = trimmedEnd(text, BLANKS);
  if (columns === Infinity || (!text.includes(SOFT_HYPHEN) && width(whole) <= columns)) {
    return [shown(slicer(runs)(0, whole.length), false)];
  }
  const pieces = piecesOf(text, runs, Math.max(1, columns), wrap === "even" ? hyphenator : undefined);
  const ends = ENDS[wrap](pieces, columns);
  const slice = slicer(runs);
  let first = 0;
  return ends.map((last) => {
    const spans = slice(pieces[first]!.start, pieces[last]!.end);
    first = last + 1;
    return shown(spans, endsWithHyphen(pieces[last]!));
  });
}

function greedyEnds(pieces: readonly Piece[], columns: number): number[] {
  const ends: number[] = [];
  let used = 0;
  pieces.forEach((piece, index) => {
    const needed = used + piece.columns + (endsWithHyphen(piece) ? 1 : 0);
    if (index > 0 && needed > columns) {
      ends.push(index - 1);
      used = 0;
    }
    used += piece.columns + piece.gap;
  });
  return [...ends, pieces.length - 1];
}

/** The ends of lines in the narrowest width that needs no more lines than `columns`. */
function balancedEnds(pieces: readonly Piece[], columns: number): number[] {
  const lines = greedyEnds(pieces, columns).length;
  let [least, most] = [1, columns];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (greedyEnds(pieces, middle).length <= lines) most = middle;
    else least = middle + 1;
  }
  const even = evenEnds(pieces, most);
  return even.length === lines ? even : greedyEnds(pieces, most);
}

/** The largest number of pieces in a line. It bounds the work for pieces without width. */
const LOOK_BACK = 1_000;

/** Dynamic programming over the last piece of each line. `best[i]` is the least cost of the lines up to piece i. */
function evenEnds(pieces: readonly Piece[], columns: number): number[] {
  const best: number[] = [];
  const previous: number[] = [];
  for (let last = 0; last < pieces.length; last++) {
    best[last] = Infinity;
    let used = -pieces[last]!.gap;
    for (let first = last; first >= 0 && first > last - LOOK_BACK; first--) {
      used += pieces[first]!.columns + pieces[first]!.gap;
      if (used > columns && first < last) break;
      const before = first === 0 ? 0 : best[first - 1]!;
      const cost = before + lineCost(pieces, first, last, used, columns);
      if (cost < best[last]!) {
        best[last] = cost;
        previous[last] = first - 1;
      }
    }
  }
  const ends: number[] = [];
  for (let last = pieces.length - 1; last >= 0; last = previous[last]!) ends.push(last);
  return ends.reverse();
}

const ENDS: Readonly<Record<Wrap | "balanced", typeof evenEnds>> = {
  even: evenEnds,
  greedy: greedyEnds,
  balanced: balancedEnds,
};

/** The cost of a line: the squared blanks at its end, plus the price of its break in the same unit. */
function lineCost(
  pieces: readonly Piece[],
  first: number,
  last: number,
  used: number,
  columns: number,
): number {
  const piece = pieces[last]!;
  if (last === pieces.length - 1) return runtCost(pieces, first, last, used, columns);
  const hyphen = endsWithHyphen(piece) ? 1 : 0;
  if (used + hyphen > columns && first < last) return Infinity;
  const blanks = columns - used - hyphen;
  const follows = hyphen > 0 && first > 0 && endsWithHyphen(pieces[first - 1]!);
  return (
    blanks ** 2 +
    (columns * PENALTY[piece.kind]) ** 2 +
    (blanks > columns * SHORT ? (columns * (columns < NARROW ? HOLE.narrow : HOLE.wide)) ** 2 : 0) +
    (follows ? (columns * LADDER) ** 2 : 0)
  );
}

/** The columns of two short words. In a narrow text they are more than the fifth of a line, and still a line of rags. */
const RUNT = 13;

/** The cost of a last line that consists of one or two short words. */
function runtCost(
  pieces: readonly Piece[],
  first: number,
  last: number,
  used: number,
  columns: number,
): number {
  if (first === 0 || used >= Math.max(columns / 5, Math.min(RUNT, columns / 3))) return 0;
  let blanks = 0;
  for (let index = first; index < last; index++) if (pieces[index]!.gap > 0) blanks++;
  return blanks === 0 ? (columns / 3) ** 2 : blanks === 1 ? (columns / (columns < NARROW ? 4 : 6)) ** 2 : 0;
}

/** A line that is shorter than the measure by more than this share leaves a hole in the edge of the text. */
const SHORT = 0.15;
/**
 * The prices of a hole and of a hyphen under a hyphen, in the unit of the table below. A hyphen is worse than a hole in a narrow text,
 * where both are common, and better in a wide one.
 */
const HOLE = { narrow: 0.4, wide: 0.49 };
const LADDER = 2;

/** The price of each kind of break: the blanks at a line end that would be as bad, as a part of the measure. */
const PENALTY: Readonly<Record<Piece["kind"], number>> = {
  blank: 0,
  character: 0,
  hyphen: 0.1,
  dash: 0.6,
  slash: 0.5,
  word: 0.6,
  softHyphen: 0.2,
  syllable: 0.43,
  relation: 0.15,
  operator: 0.3,
  nested: 0.5,
  inner: 0.7,
  address: 0.25,
  forced: 1,
  end: 0,
};

/** The spans of a line without soft hyphens, and with a hyphen at the end if the line ends in a word. */
function shown(spans: readonly Span[], hyphenated: boolean): Span[] {
  const kept = spans.flatMap(withoutSoftHyphens);
  const last = kept.at(-1);
  if (!hyphenated || !last) return kept;
  return [...kept, { text: "-", roles: last.roles, ...(last.link && { link: last.link }), hyphen: true }];
}

/** The parts of a span between its soft hyphens, each with its own place in the flow. */
function withoutSoftHyphens(own: Span): Span[] {
  if (!own.text.includes(SOFT_HYPHEN)) return own.text === "" ? [] : [own];
  let at = own.at ?? 0;
  return own.text.split(SOFT_HYPHEN).flatMap((text): Span[] => {
    const part = own.at === undefined ? { ...own, text } : { ...own, text, at };
    at += text.length + SOFT_HYPHEN.length;
    return text === "" ? [] : [part];
  });
}
