/**
 * Passages of a page: converts lines to ranges of the galley, on which the reader's marks are made, and back.
 *
 *     flow    The area is  π r²  here.     the text of layout, with marks of notes
 *     galley  The area is \pi r^2 here.    the text of the tree; blanks count in neither
 *
 * If the two differ (a formula, the head of a callout, the sign of an image), the next letters in common align them again.
 */
import type { Document } from "../document/document.ts";
import type { TextRange } from "../layout/decoration.ts";
import type { Flow, Line } from "../layout/line.ts";
import type { Stretch } from "../marks/compared.ts";
import { firstIndex } from "../text/bisect.ts";
import { galleyOf, type MarkRange, type Point } from "../marks/galley.ts";
import type { Strip } from "../marks/strip.ts";

/** The number of letters in common that align the two again, and the distances in which they are looked for. */
const LETTERS = 12;
const BEHIND = 64;
const AHEAD = 2_000;

/**
 * The range of the essay's text from the first to the last of some stretches of a page. Notes count only if
 * no stretch belongs to the text itself. Undefined if no stretch belongs to the essay.
 */
export function rangeOfTexts(
  document: Document,
  lines: readonly Line[],
  texts: readonly TextRange[],
): MarkRange | undefined {
  const own = texts.filter(({ flow }) => galleyOf(document).strip(flow) && flow.block >= 0);
  const text = own.filter(({ flow }) => flow.note === undefined);
  const chosen = text.length > 0 ? text : own;
  const alignments = alignmentsOf(document, lines);
  const endsOf = ({ flow, start, end }: TextRange): readonly [Point, Point] | undefined => {
    const offsets = start < end ? alignments.of(flow).of(flow) : undefined;
    const { block, note } = flow;
    const point = (offset: number): Point => ({ block, ...(note !== undefined && { note }), offset });
    return offsets && [point(offsets[start]!), point(offsets[end - 1]! + 1)];
  };
  const first = firstOf(chosen, endsOf);
  const last = firstOf(chosen.toReversed(), endsOf);
  return first && last && { start: first[0], end: last[1] };
}

/** The first result that is not undefined; later items are not looked at. */
function firstOf<Item, Result>(
  items: readonly Item[],
  resultOf: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = resultOf(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** The range of the essay's text on these lines, both included. */
export function rangeOfLines(
  document: Document,
  lines: readonly Line[],
  first: number,
  last: number,
): MarkRange | undefined {
  const texts = lines
    .slice(first, last + 1)
    .flatMap(({ spans }) =>
      spans.flatMap(({ flow, at = 0, text }): TextRange[] =>
        flow ? [{ flow, start: at, end: at + text.length }] : [],
      ),
    );
  return rangeOfTexts(document, lines, texts);
}

/** The stretches of a page that show a range of the essay's text, in the order of the lines. */
export function textsOfRange(document: Document, lines: readonly Line[], range: MarkRange): TextRange[] {
  const galley = galleyOf(document);
  const stretch = galley.stretchOf(range);
  if (!stretch) return [];
  return alignmentsOf(document, lines)
    .within(stretch)
    .flatMap(([strip, alignment]) => alignment.within(stretch[0] - strip.start, stretch[1] - strip.start));
}

/** The flows of each block and of each note, in the order of the lines, without titles. */
function flowsByStrip(lines: readonly Line[]): Map<string, Flow[]> {
  const flows = new Set<Flow>();
  for (const { spans } of lines) for (const { flow } of spans) if (flow && flow.block >= 0) flows.add(flow);
  return Map.groupBy(flows, nameOf);
}

function nameOf({ block, note }: Pick<Flow, "block" | "note">): string {
  return note === undefined ? `block ${block}` : `note ${note}`;
}

/** The alignments of a page, each made once: an essay may have a mark in each sentence, and a selection covers many lines. */
class Alignments {
  readonly document: Document;
  readonly #flows: ReadonlyMap<string, readonly Flow[]>;
  /** The place of each block and note in the order of the lines. */
  readonly #order: ReadonlyMap<string, number>;
  readonly #known = new Map<string, Alignment>();

  constructor(document: Document, lines: readonly Line[]) {
    this.document = document;
    this.#flows = flowsByStrip(lines);
    this.#order = new Map(Array.from(this.#flows.keys(), (name, nth) => [name, nth]));
  }

  of(place: Pick<Flow, "block" | "note">): Alignment {
    const name = nameOf(place);
    const known = this.#known.get(name);
    if (known) return known;
    const text = galleyOf(this.document).strip(place)?.text ?? "";
    const alignment = new Alignment(text, this.#flows.get(name) ?? []);
    this.#known.set(name, alignment);
    return alignment;
  }

  /** The strips of a stretch of the galley that are on the page, in the order of the lines. */
  within([start, end]: Stretch): [Strip, Alignment][] {
    const strips: [number, Strip][] = [];
    for (const strip of galleyOf(this.document).stripsWithin([start, end])) {
      const place = this.#order.get(nameOf(strip));
      if (place !== undefined) strips.push([place, strip]);
    }
    return strips.sort(([one], [other]) => one - other).map(([, strip]) => [strip, this.of(strip)]);
  }
}

const known = new WeakMap<readonly Line[], Alignments>();

function alignmentsOf(document: Document, lines: readonly Line[]): Alignments {
  const own = known.get(lines);
  if (own?.document === document) return own;
  const made = new Alignments(document, lines);
  known.set(lines, made);
  return made;
}

/** The flows of a block or a note, with the place of each letter in the text of its strip. */
class Alignment {
  readonly #offsets = new Map<Flow, Uint32Array>();

  constructor(text: string, flows: readonly Flow[]) {
    const letters = lettersOf(text);
    let at = 0;
    for (const own of flows) {
      const offsets = new Uint32Array(own.text.length);
      for (let index = 0; index < own.text.length; index++) {
        at = nextOf(own, index, letters, at);
        offsets[index] = Math.min(at, Math.max(0, text.length - 1));
        if (own.text[index] === text[at]) at++;
      }
      this.#offsets.set(own, offsets);
    }
  }

  of(flow: Flow): Uint32Array | undefined {
    return this.#offsets.get(flow);
  }

  /** The stretches of the flows in a stretch of the strip. */
  within(start: number, end: number): TextRange[] {
    return Array.from(this.#offsets).flatMap(([flow, offsets]) => {
      const first = offsets.findIndex((offset) => offset >= start);
      const last = offsets.findLastIndex((offset) => offset < end);
      return first >= 0 && first <= last ? [{ flow, start: first, end: last + 1 }] : [];
    });
  }
}

/** A text, and its letters without the blanks. */
interface Letters {
  readonly text: string;
  readonly all: string;
  /** The offset in the text of each letter. */
  readonly places: Uint32Array;
  /** The number of letters before each offset of the text, and before its end. */
  readonly before: Uint32Array;
}

function lettersOf(text: string): Letters {
  const places = new Uint32Array(text.length);
  const before = new Uint32Array(text.length + 1);
  const all: string[] = [];
  for (let at = 0; at < text.length; at++) {
    before[at] = all.length;
    if (isBlank(text[at]!)) continue;
    places[all.length] = at;
    all.push(text[at]!);
  }
  before[text.length] = all.length;
  return { text, all: all.join(""), places, before };
}

/** The place in the strip of the letter of a flow at `index`. `at` is the place after the last letter. */
function nextOf(flow: Flow, index: number, strip: Letters, at: number): number {
  const letter = flow.text[index]!;
  if (isBlank(letter) || isInMark(flow, index)) return at;
  const { text, all, places, before } = strip;
  const letters = before[at]!;
  const next = letters < all.length ? places[letters]! : text.length;
  if (text[next] === letter) return next;
  const from = before[Math.max(0, at - BEHIND)]!;
  const found = all
    .slice(from, before[Math.min(text.length, at + AHEAD)])
    .indexOf(lettersFrom(flow.text, index));
  return found < 0 ? at : places[from + found]!;
}

/** Whether an offset of a flow is in the mark of a note. */
function isInMark({ marks }: Flow, index: number): boolean {
  const [start] = marks[firstIndex(marks, ([, end]) => end > index)] ?? [Infinity];
  return start <= index;
}

/** The next letters from an offset on. */
function lettersFrom(text: string, index: number): string {
  let letters = "";
  for (let at = index; at < text.length && letters.length < LETTERS; at++)
    if (!isBlank(text[at]!)) letters += text[at]!;
  return letters;
}

function isBlank(letter: string): boolean {
  return /[\s\u00ad\u200b]/.test(letter);
}
