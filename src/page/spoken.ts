/**
 * Finds on the page the sentences that a voice reads.
 *
 *     said    Footnote: On boats the page was of paper.      words of the voice alone are skipped
 *     page    ¹ On boats  the page was of paper.             only letters and digits are compared
 *
 * A formula sounds different from what is shown. If a sentence is not found whole, its beginning and its end are looked for.
 */
import type { TextRange } from "../layout/decoration.ts";
import type { Flow, Line } from "../layout/line.ts";
import { flowPlaces, lineAt, type LinesOfFlows } from "./matches.ts";
import { largest, smallest } from "../text/extremes.ts";

/** A sentence for a voice. */
export interface Heard {
  readonly text: string;
  /** The number of characters at its beginning that only the voice says. */
  readonly lead: number;
  /** The index of the top-level block, or -1 for the title. */
  readonly block: number;
  /** The number of the note that contains it. */
  readonly note: number | undefined;
}

/** The place of a sentence. */
export interface HeardPlace {
  /** Empty for a sentence that is not on the page, such as one of a hidden note. */
  readonly ranges: readonly TextRange[];
  /** The indexes of its first and last lines. If it is not on the page, those of the sentence before it. */
  readonly first: number;
  readonly last: number;
}

/** The number of letters that identify the beginning or the end of a sentence. */
const KNOWN_BY = 6;
/** The largest number of letters of a formula in a sentence. */
const FORMULA = 60;
/** The distance after the last sentence in which the next is looked for, in letters. */
const AHEAD = 4_000;
const LETTER = /[\p{L}\p{N}]/u;

/** The place of each sentence on these lines. */
export function placesOf(heard: readonly Heard[], lines: readonly Line[]): HeardPlace[] {
  const places = flowPlaces(lines);
  const strips = stripsOf(places.keys());
  let before = { first: 0, last: 0 };
  return heard.map((own): HeardPlace => {
    const strip = strips.get(keyOf(own));
    const ranges = strip?.next(lettersOf(own.text.slice(own.lead))) ?? [];
    const linesOf = ranges.map(({ flow, start, end }) => {
      const parts = places.get(flow) ?? [];
      return { first: lineAt(parts, start), last: lineAt(parts, end - 1) };
    });
    if (linesOf.length > 0)
      before = {
        first: smallest(linesOf.map(({ first }) => first)),
        last: largest(linesOf.map(({ last }) => last)),
      };
    else if (own.lead === own.text.length && strip) {
      const at = strip.line(places);
      before = { first: at, last: at };
    }
    return { ranges, ...before };
  });
}

function keyOf({ block, note }: Pick<Heard, "block" | "note">): string {
  return note === undefined ? `block ${block}` : `note ${note}`;
}

function stripsOf(flows: Iterable<Flow>): Map<string, Strip> {
  const strips = new Map<string, Strip>();
  for (const flow of flows) {
    const key = keyOf({ block: flow.block, note: flow.note });
    const strip = strips.get(key) ?? new Strip();
    strips.set(key, strip);
    strip.add(flow);
  }
  return strips;
}

/** The letters of a block or a note, in the order of the page. */
class Strip {
  readonly #flows: { readonly flow: Flow; readonly start: number; readonly at: readonly number[] }[] = [];
  readonly #parts: string[] = [];
  #text: string | undefined;
  #length = 0;
  /** The end of the last sentence. */
  #here = 0;

  add(flow: Flow): void {
    const at: number[] = [];
    let marks = 0;
    const letters: string[] = [];
    for (let index = 0; index < flow.text.length; index++) {
      while (marks < flow.marks.length && flow.marks[marks]![1] <= index) marks++;
      const mark = flow.marks[marks];
      if (mark && index >= mark[0]) continue;
      const character = String.fromCodePoint(flow.text.codePointAt(index)!);
      if (LETTER.test(character)) {
        letters.push(character);
        for (let unit = 0; unit < character.length; unit++) at.push(index + unit);
      }
      index += character.length - 1;
    }
    this.#flows.push({ flow, start: this.#length, at });
    this.#parts.push(letters.join(""));
    this.#length += at.length;
  }

  /** The ranges of the next sentence, found by its letters. */
  next(letters: string): TextRange[] {
    if (letters === "") return [];
    this.#text ??= this.#parts.join("");
    const ahead = this.#text.slice(this.#here, this.#here + letters.length + AHEAD);
    const whole = ahead.indexOf(letters);
    if (whole >= 0) return this.#taken(whole, whole + letters.length);
    const first = beginningIn(ahead, letters);
    const last = endIn(ahead, letters, first?.[1] ?? 0);
    if (!first && !last) return [];
    // The text between the last sentence and the end of this one is a formula at its beginning.
    const from = first?.[0] ?? (last![0] <= FORMULA ? 0 : last![0]);
    return this.#taken(from, last?.[1] ?? first![1]);
  }

  /** The line on which the next sentence begins. */
  line(places: LinesOfFlows): number {
    const own = this.#flows.find(({ start, at }) => this.#here < start + at.length) ?? this.#flows.at(-1)!;
    return lineAt(places.get(own.flow) ?? [], own.at[Math.max(0, this.#here - own.start)] ?? 0);
  }

  #taken(from: number, to: number): TextRange[] {
    const [start, end] = [this.#here + from, this.#here + to];
    this.#here = end;
    return this.#flows.flatMap(({ flow, start: first, at }): TextRange[] => {
      const [a, b] = [Math.max(0, start - first), Math.min(at.length, end - first)];
      return a < b ? [withSigns(flow, at[a]!, at[b - 1]! + 1)] : [];
    });
  }
}

/** The beginning of a sentence: directly ahead, or at its first letters. */
function beginningIn(ahead: string, letters: string): [start: number, end: number] | undefined {
  const same = (from: number): number => {
    let count = 0;
    while (count < letters.length && ahead[from + count] === letters[count]) count++;
    return count;
  };
  const here = same(0);
  if (here > 1) return [0, here];
  const found = ahead.indexOf(letters.slice(0, KNOWN_BY));
  return found < 0 ? undefined : [found, found + same(found)];
}

/** The end of a sentence, after its beginning. */
function endIn(ahead: string, letters: string, from: number): [start: number, end: number] | undefined {
  const found = ahead.slice(from, from + letters.length + FORMULA).indexOf(letters.slice(-KNOWN_BY));
  if (found < 0) return undefined;
  const end = from + found + Math.min(KNOWN_BY, letters.length);
  let count = 0;
  while (end - count > from && ahead[end - count - 1] === letters.at(-count - 1)) count++;
  return [end - count, end];
}

const SIGN = /[^\s\p{L}\p{N}]/u;

/** A range with its opening quotation mark, its full stop and its closing marks. */
function withSigns(flow: Flow, start: number, end: number): TextRange {
  const { text, marks } = flow;
  const isSign = (at: number): boolean =>
    SIGN.test(text[at] ?? " ") && !marks.some(([from, to]) => at >= from && at < to);
  let [from, to] = [start, end];
  while (isSign(from - 1)) from--;
  while (isSign(to)) to++;
  return { flow, start: from, end: to };
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
