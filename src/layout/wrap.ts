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
import type { Hyphenation } from "./hyphens.ts";
import { isHole, isWorse, LineCosts, shortnessOf } from "./line-cost.ts";
import { BLANKS, endsWithHyphen, type Piece, SOFT_HYPHEN } from "./piece.ts";
import { piecesOf, type WordsToHyphenate } from "./pieces.ts";
import { slicer } from "./slice.ts";
import { trimmedEnd } from "../text/trim.ts";

/** How a paragraph is broken: as a whole, or line by line. */
export type Wrap = "even" | "greedy";

/** How a heading is broken: into the fewest lines, of similar lengths. */
export function headingWrap(wrap: Wrap): Wrap | "balanced" {
  return wrap === "even" ? "balanced" : wrap;
}

/**
 * Breaks `runs` into lines of at most `columns`. A wider grapheme stands alone. Words that fit a line are hyphenated only if the
 * paragraph is broken as a whole. Line by line, every second line would end with a hyphen.
 */
export function wrapRuns(
  runs: readonly Span[],
  columns: number,
  wrap: Wrap | "balanced" = "even",
  hyphenation?: Hyphenation,
): Span[][] {
  const text = runs.map((run) => run.text).join("");
  const whole = trimmedEnd(text, BLANKS);
  if (columns === Infinity || (!text.includes(SOFT_HYPHEN) && width(whole) <= columns)) {
    return [shown(slicer(runs)(0, whole.length), false)];
  }
  const { pieces, ends } = broken(text, runs, columns, wrap, hyphenation);
  const slice = slicer(runs);
  let first = 0;
  return ends.map((last) => {
    const spans = slice(pieces[first]!.start, pieces[last]!.end);
    first = last + 1;
    return shown(spans, endsWithHyphen(pieces[last]!));
  });
}

interface Broken {
  readonly pieces: readonly Piece[];
  /** The last piece of each line. */
  readonly ends: readonly number[];
}

function broken(
  text: string,
  runs: readonly Span[],
  columns: number,
  wrap: Wrap | "balanced",
  hyphenation: Hyphenation | undefined,
): Broken {
  const tooWide: WordsToHyphenate | undefined = hyphenation && { load: hyphenation.load, words: "tooWide" };
  const piecesBy = (words?: WordsToHyphenate): Piece[] => piecesOf(text, runs, Math.max(1, columns), words);
  const brokenBy = (words?: WordsToHyphenate): Broken => {
    const pieces = piecesBy(words);
    const found = { pieces, ends: ENDS[wrap](pieces, columns) };
    if (wrap !== "even") return found;
    return asGoodAsGreedy(found, words === tooWide ? () => pieces : () => piecesBy(tooWide), columns);
  };
  if (!hyphenation || wrap !== "even") return brokenBy(tooWide);
  const whole = hyphenation.isLastResort ? brokenBy(tooWide) : undefined;
  if (whole && !hasHole(whole, columns)) return whole;
  return brokenBy({ load: hyphenation.load, words: "every" });
}

/**
 * A paragraph without a line that is shorter than half the measure and than the shortest line of greedy breaking between words, and
 * with no more lines under half the measure. The sum of costs alone would allow both, if other lines gained enough.
 */
function asGoodAsGreedy(even: Broken, wholeWords: () => readonly Piece[], columns: number): Broken {
  const shortness = (of: Broken): ReturnType<typeof shortnessOf> =>
    shortnessOf(blanksIn(of, columns), columns);
  const own = shortness(even);
  if (!isWorse(own, shortnessOf([], columns))) return even;
  const pieces = wholeWords();
  const greedy = { pieces, ends: greedyEnds(pieces, columns) };
  const yardstick = shortness(greedy);
  if (!isWorse(own, yardstick)) return even;
  const again = { ...even, ends: evenEnds(even.pieces, columns, yardstick.most) };
  return isWorse(shortness(again), yardstick) ? greedy : again;
}

/** Whether a line but the last leaves a hole in the edge of the text. */
function hasHole(of: Broken, columns: number): boolean {
  return blanksIn(of, columns).some((blanks) => isHole(blanks, columns));
}

/** The blanks at the end of each line but the last, in columns. */
function blanksIn({ pieces, ends }: Broken, columns: number): number[] {
  let first = 0;
  return ends.slice(0, -1).map((last) => {
    const line = pieces.slice(first, last + 1);
    first = last + 1;
    const end = line.at(-1)!;
    const hyphen = endsWithHyphen(end) ? 1 : 0;
    return columns - line.reduce((sum, { columns: own, gap }) => sum + own + gap, hyphen - end.gap);
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

/**
 * Dynamic programming over the last piece of each line. `best[i]` is the least cost of the lines up to piece i. No line has more than
 * `mostBlanks` at its end, if possible.
 */
function evenEnds(pieces: readonly Piece[], columns: number, mostBlanks?: number): number[] {
  const best: number[] = [];
  const previous: number[] = [];
  const costs = new LineCosts(pieces, columns, mostBlanks);
  for (let last = 0; last < pieces.length; last++) {
    best[last] = Infinity;
    let used = -pieces[last]!.gap;
    for (let first = last; first >= 0 && first > last - LOOK_BACK; first--) {
      used += pieces[first]!.columns + pieces[first]!.gap;
      if (used > columns && first < last) break;
      const before = first === 0 ? 0 : best[first - 1]!;
      const cost = before + costs.of(first, last, used);
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

const ENDS: Readonly<Record<Wrap | "balanced", typeof greedyEnds>> = {
  even: evenEnds,
  greedy: greedyEnds,
  balanced: balancedEnds,
};

/** The spans of a line without soft hyphens, and with a hyphen at the end if the line ends in a word. */
function shown(spans: Span[], hyphenated: boolean): Span[] {
  const kept = spans.some(({ text }) => text.includes(SOFT_HYPHEN))
    ? spans.flatMap(withoutSoftHyphens)
    : spans;
  const last = kept.at(-1);
  if (!hyphenated || !last) return kept;
  return [...kept, { text: "-", roles: last.roles, ...(last.link && { link: last.link }), hyphen: true }];
}

/** The parts of a span between its soft hyphens, each with its own place in the flow. */
function withoutSoftHyphens(own: Span): Span[] {
  if (!own.text.includes(SOFT_HYPHEN)) return [own];
  let at = own.at ?? 0;
  return own.text.split(SOFT_HYPHEN).flatMap((text): Span[] => {
    const part = own.at === undefined ? { ...own, text } : { ...own, text, at };
    at += text.length + SOFT_HYPHEN.length;
    return text === "" ? [] : [part];
  });
}
