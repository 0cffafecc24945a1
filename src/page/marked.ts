/**
 * Passages of a page: from lines to the galley, on which the reader's marks are made, and back.
 *
 *     flow    The area is  π r²  here.     what layout made of a paragraph, marks of notes and all
 *     galley  The area is \pi r^2 here.    what the tree has; blanks count on neither side
 *
 * Where the two differ (a formula, the head of a callout, the sign of an image) they are led together again by the next letters
 * that both have.
 */
import type { Document } from "../document/document.ts";
import type { TextRange } from "../layout/decoration.ts";
import type { Flow, Line } from "../layout/line.ts";
import { galleyOf, type MarkRange, type Point } from "../marks/galley.ts";

/** Letters by which the two are led together again, and how far they are looked for, before and behind. */
const LETTERS = 12;
const BEHIND = 64;
const AHEAD = 2_000;

/**
 * The range of the essay's text that stretches of a page come to, from the first to the last: notes are left out where the text
 * itself is among them. Undefined if none of it is the essay's.
 */
export function rangeOfTexts(
  document: Document,
  lines: readonly Line[],
  texts: readonly TextRange[],
): MarkRange | undefined {
  const own = texts.filter(({ flow }) => galleyOf(document).strip(flow) && flow.block >= 0);
  const text = own.filter(({ flow }) => flow.note === undefined);
  const chosen = text.length > 0 ? text : own;
  const points = chosen.flatMap(({ flow, start, end }): [Point, Point][] => {
    const offsets = new Alignment(document, lines, flow).of(flow);
    const { block, note } = flow;
    const point = (offset: number): Point => ({ block, ...(note !== undefined && { note }), offset });
    return offsets && start < end ? [[point(offsets[start]!), point(offsets[end - 1]! + 1)]] : [];
  });
  const [first, last] = [points[0]?.[0], points.at(-1)?.[1]];
  return first && last && { start: first, end: last };
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

/** The stretches of a page on which a range of the essay's text stands, in the order of the lines. */
export function textsOfRange(document: Document, lines: readonly Line[], range: MarkRange): TextRange[] {
  const galley = galleyOf(document);
  const stretch = galley.stretchOf(range);
  if (!stretch) return [];
  return [...flowsByStrip(lines).values()].flatMap(([first]) => {
    const strip = first && galley.strip(first);
    if (!strip || strip.start >= stretch[1] || strip.start + strip.text.length <= stretch[0]) return [];
    return new Alignment(document, lines, first).within(stretch[0] - strip.start, stretch[1] - strip.start);
  });
}

/** The flows of each block and of each note, in the order of the lines; those of titles left out. */
function flowsByStrip(lines: readonly Line[]): Map<string, Flow[]> {
  const flows = new Set<Flow>();
  for (const { spans } of lines) for (const { flow } of spans) if (flow && flow.block >= 0) flows.add(flow);
  return Map.groupBy(flows, nameOf);
}

function nameOf({ block, note }: Flow): string {
  return note === undefined ? `block ${block}` : `note ${note}`;
}

/** The flows of a block or a note, and where in its strip each letter of them stands. */
class Alignment {
  readonly #offsets = new Map<Flow, Uint32Array>();

  constructor(document: Document, lines: readonly Line[], flow: Flow) {
    const text = galleyOf(document).strip(flow)?.text ?? "";
    let at = 0;
    for (const own of flowsByStrip(lines).get(nameOf(flow)) ?? []) {
      const offsets = new Uint32Array(own.text.length);
      for (let index = 0; index < own.text.length; index++) {
        at = nextOf(own, index, text, at);
        offsets[index] = Math.min(at, Math.max(0, text.length - 1));
        if (own.text[index] === text[at]) at++;
      }
      this.#offsets.set(own, offsets);
    }
  }

  of(flow: Flow): Uint32Array | undefined {
    return this.#offsets.get(flow);
  }

  /** The stretches of the flows that stand in a stretch of the strip. */
  within(start: number, end: number): TextRange[] {
    return Array.from(this.#offsets).flatMap(([flow, offsets]) => {
      const first = offsets.findIndex((offset) => offset >= start);
      const last = offsets.findLastIndex((offset) => offset < end);
      return first >= 0 && first <= last ? [{ flow, start: first, end: last + 1 }] : [];
    });
  }
}

/** Where in the strip the letter of a flow at `index` stands; `at` is where the last one led to. */
function nextOf(flow: Flow, index: number, text: string, at: number): number {
  const letter = flow.text[index]!;
  if (isBlank(letter) || flow.marks.some(([start, end]) => index >= start && index < end)) return at;
  let next = at;
  while (next < text.length && isBlank(text[next]!)) next++;
  if (text[next] === letter) return next;
  const letters = lettersFrom(flow.text, index);
  const from = Math.max(0, at - BEHIND);
  const found = placeOf(letters, text.slice(from, at + AHEAD));
  return found === undefined ? at : from + found;
}

/** The next letters from an offset on. */
function lettersFrom(text: string, index: number): string {
  let letters = "";
  for (let at = index; at < text.length && letters.length < LETTERS; at++)
    if (!isBlank(text[at]!)) letters += text[at]!;
  return letters;
}

/** Where letters stand in a text, its blanks not counted. */
function placeOf(letters: string, text: string): number | undefined {
  const places = Array.from(text, (_, at) => at).filter((at) => !isBlank(text[at]!));
  const found = places
    .map((at) => text[at]!)
    .join("")
    .indexOf(letters);
  return found < 0 ? undefined : places[found];
}

function isBlank(letter: string): boolean {
  return /[\s\u00ad\u200b]/.test(letter);
}
