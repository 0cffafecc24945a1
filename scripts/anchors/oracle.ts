/**
 * Where a sentence of one version really is in another, by plain search and by the alignment of both texts.
 */
import { aligned, type VersionWords, type Words } from "./words.ts";

/** Offsets in the plain text of the later version. */
export type Place = readonly [start: number, end: number];

export type Truth =
  /** Its words stand, and where is beyond doubt: at one of `places`, any of which is right; almost always it is one only. */
  | { readonly kind: "stands"; readonly places: readonly Place[] }
  /**
   * Its words stand, but it was or is one of several with the same words, and nothing tells which: it may be the one that was
   * deleted. It is right at one of `places`, and right as an orphan.
   */
  | { readonly kind: "repeated"; readonly places: readonly Place[] }
  /** A fifth of it at most is changed, and this is where. */
  | { readonly kind: "reworded"; readonly place: Place }
  /** Neither: it is gone, or more is changed. `region` is what stands where it stood. */
  | { readonly kind: "gone"; readonly region: Place };

export const CHANGED = 0.2;
const TOGETHER = 3;

/** Two versions of a text, aligned once. */
export class Versions {
  readonly before: VersionWords;
  readonly after: VersionWords;
  /** The words of `after` for those of `before`, and the other way round. */
  readonly #map: Int32Array;
  readonly #back: Int32Array;

  constructor(before: VersionWords, after: VersionWords) {
    this.before = before;
    this.after = after;
    this.#map = aligned(before.words, after.words);
    this.#back = new Int32Array(after.words.length).fill(-1);
    this.#map.forEach((to, from) => {
      if (to >= 0) this.#back[to] = from;
    });
  }

  /** What became of the words of `before` from `start` to `end` (offsets in its plain text). */
  truthOf(start: number, end: number): Truth {
    const sentence = this.before.text.slice(start, end);
    const starts = this.#ofTheKind(occurrences(this.after.text, sentence), [start, end]);
    const [first, last] = this.#indexes(this.before, start, end);
    const region = this.#region(first, last);
    if (starts.length > 0) return this.#standing([start, end], starts, first) ?? { kind: "gone", region };
    const best = nearest(sentence, this.after.text.slice(...region));
    if (best.errors > Math.floor(sentence.length * CHANGED)) return { kind: "gone", region };
    return { kind: "reworded", place: [region[0] + best.start, region[0] + best.end] };
  }

  /** Where the words stand that are this sentence's; undefined if all that stand are another sentence's that says the same. */
  #standing([start, end]: Place, starts: readonly number[], first: number): Truth | undefined {
    const placeOf = (at: number): Place => [at, at + end - start];
    const own = starts.filter((at) => this.#isAligned(placeOf(at), first));
    const [nth, of] = ordinal(this.before.text, [start, end]);
    const [only] = starts;
    if (of === 1 && starts.length === 1) return { kind: "stands", places: [placeOf(only!)] };
    const moved = this.#moved([start, end], starts);
    const sure = own.filter((at) => at === moved || (of === starts.length && starts[nth] === at));
    if (moved !== undefined && sure.length === 0) sure.push(moved);
    if (sure.length > 0) return { kind: "stands", places: Array.from(new Set([...own, ...sure]), placeOf) };
    const words: [number, number] = [first, this.wordsAt(start, end)[1]];
    const free = starts.filter((at) => this.#touches([start, end], at) && !this.isOthers(placeOf(at), words));
    const places = Array.from(new Set([...own, ...free]), placeOf);
    return places.length > 0 ? { kind: "repeated", places } : undefined;
  }

  /** Whether each word at a place is, by the alignment, the word of `before` that it would have to be. */
  #isAligned([start, end]: Place, first: number): boolean {
    const [from, to] = this.#indexes(this.after, start, end);
    for (let at = from; at <= to; at++) if (this.#back[at] !== first + at - from) return false;
    return true;
  }

  /** Whether a word next to the sentence is next to the place, too. */
  #touches([start, end]: Place, at: number): boolean {
    const [before, after] = [this.before.text, this.after.text];
    return sameBack(before, start, after, at) > 1 || sameOn(before, end, after, at + end - start) > 1;
  }

  /**
   * A heading is a heading still, where one has these words, and not what a table of contents makes of it: headings that stood under
   * one another in a draft look like such a table to an alignment.
   */
  #ofTheKind(starts: readonly number[], [start, end]: Place): readonly number[] {
    const isHeading = ({ headings }: VersionWords, from: number, to: number): boolean =>
      headings.some(([first, last]) => first <= from && to <= last);
    // The other way is open: what was an item of an outline may have become a heading.
    if (!isHeading(this.before, start, end)) return starts;
    const same = starts.filter((at) => isHeading(this.after, at, at + end - start));
    return same.length > 0 ? same : starts;
  }

  /**
   * Where the sentence moved to, if that is beyond doubt: an alignment keeps the order, so what moved past other words is gone to it,
   * or, if it is repeated, another's. But a run of words, the sentence among them, that stands once in each version is the same one,
   * which is the rule by which the alignment fixes its own points. The run goes as far as the words are the same; no length of it is
   * what an anchor keeps, and no likeness comes into it.
   */
  #moved([start, end]: Place, places: readonly number[]): number | undefined {
    const [before, after] = [this.before.text, this.after.text];
    const runs = places.map((at) => {
      const [left, right] = [
        sameBack(before, start, after, at),
        sameOn(before, end, after, at + end - start),
      ];
      return { at, words: before.slice(start - left, end + right) };
    });
    const longest = runs.reduce((best, one) => (one.words.length > best.words.length ? one : best));
    return standsOnce(before, longest.words) && standsOnce(after, longest.words) ? longest.at : undefined;
  }

  /**
   * Whether half of the words of `after` at a place, or more, are words of `before` outside of `except`: at least three together,
   * for a word by itself may be aligned by chance.
   */
  isOthers([start, end]: Place, [from, to]: readonly [number, number]): boolean {
    const [first, last] = this.#indexes(this.after, start, end);
    let others = 0;
    let run = 0;
    for (let at = first; at <= last + 1; at++) {
      const back = at > last ? -1 : (this.#back[at] ?? -1);
      const isOther = back >= 0 && (back < from || back >= to);
      const goesOn = isOther && (run === 0 || back === this.#back[at - 1]! + 1);
      if (goesOn) run++;
      else {
        if (run >= TOGETHER) others += run;
        run = isOther ? 1 : 0;
      }
    }
    return others * 2 >= last - first + 1;
  }

  /** The words of `before` that a stretch of its text has. */
  wordsAt(start: number, end: number): [number, number] {
    const [first, last] = this.#indexes(this.before, start, end);
    return [first, last + 1];
  }

  /** The first and the last word that a stretch of a text touches. */
  #indexes({ starts, words }: Words, start: number, end: number): [number, number] {
    let first = search(starts, start);
    if (first > 0 && (starts[first] ?? Infinity) > start) {
      const before = starts[first - 1]! + words[first - 1]!.length;
      if (before > start) first--;
    }
    return [first, Math.max(first, search(starts, end) - 1)];
  }

  /** What stands between the nearest words on both sides that are the same, of those around the sentence and in it. */
  #region(first: number, last: number): Place {
    let left = first - 1;
    while (left >= 0 && this.#map[left]! < 0) left--;
    let right = last + 1;
    while (right < this.#map.length && this.#map[right]! < 0) right++;
    const from = left < 0 ? 0 : this.#map[left]! + 1;
    const to = right < this.#map.length ? this.#map[right]! - 1 : this.after.words.length - 1;
    if (from > to) return [0, 0];
    return [this.after.starts[from]!, this.after.starts[to]! + this.after.words[to]!.length];
  }
}

/** How many letters before two offsets are the same, in whole words. */
function sameBack(a: string, atA: number, b: string, atB: number): number {
  let same = 0;
  while (same < atA && same < atB && a[atA - same - 1] === b[atB - same - 1]) same++;
  while (same > 0 && a[atA - same] !== " ") same--;
  return same;
}

/** How many letters from two offsets on are the same, in whole words. */
function sameOn(a: string, atA: number, b: string, atB: number): number {
  let same = 0;
  while (atA + same < a.length && atB + same < b.length && a[atA + same] === b[atB + same]) same++;
  while (same > 0 && a[atA + same - 1] !== " ") same--;
  return same;
}

/** Which one a stretch is of those that say the same, from 0, and their number. */
function ordinal(text: string, [start, end]: Place): [nth: number, of: number] {
  const starts = occurrences(text, text.slice(start, end));
  return [starts.indexOf(start), starts.length];
}

function standsOnce(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0;
}

/** The first index whose start is not before `offset`. */
function search(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LETTER = /[\p{L}\p{N}]/u;

function occurrences(text: string, sentence: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(sentence); at >= 0; at = text.indexOf(sentence, at + 1)) {
    const end = at + sentence.length;
    const cut = (edge: number): boolean => LETTER.test(text[edge - 1] ?? "") && LETTER.test(text[edge] ?? "");
    if (!cut(at) && !cut(end)) found.push(at);
  }
  return found;
}

/** The stretch of `text` that comes nearest to `sentence`, by the table of edit distances (Sellers 1980). */
export function nearest(sentence: string, text: string): { start: number; end: number; errors: number } {
  const region = text.slice(0, LONGEST);
  const width = region.length;
  let last = new Int32Array(width + 1);
  let from = Int32Array.from(last, (_, column) => column);
  let [now, nowFrom] = [new Int32Array(width + 1), new Int32Array(width + 1)];
  for (let row = 1; row <= sentence.length; row++) {
    const letter = sentence.charCodeAt(row - 1);
    now[0] = row;
    nowFrom[0] = 0;
    for (let column = 1; column <= width; column++) {
      let [least, begun] = [
        last[column - 1]! + (letter === region.charCodeAt(column - 1) ? 0 : 1),
        from[column - 1]!,
      ];
      if (last[column]! + 1 < least) [least, begun] = [last[column]! + 1, from[column]!];
      if (now[column - 1]! + 1 < least) [least, begun] = [now[column - 1]! + 1, nowFrom[column - 1]!];
      now[column] = least;
      nowFrom[column] = begun;
    }
    [last, from, now, nowFrom] = [now, nowFrom, last, from];
  }
  const errors = last.reduce((best, one) => Math.min(best, one), Infinity);
  const end = last.indexOf(errors);
  return { start: from[end]!, end, errors };
}

/** The most of a text that `nearest` looks at, in UTF-16 code units. */
const LONGEST = 6_000;
