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
import { galleyOf, type MarkRange, type Point } from "../marks/galley.ts";

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

/** The stretches of a page that show a range of the essay's text, in the order of the lines. */
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

/** The flows of each block and of each note, in the order of the lines, without titles. */
function flowsByStrip(lines: readonly Line[]): Map<string, Flow[]> {
  const flows = new Set<Flow>();
  for (const { spans } of lines) for (const { flow } of spans) if (flow && flow.block >= 0) flows.add(flow);
  return Map.groupBy(flows, nameOf);
}

function nameOf({ block, note }: Flow): string {
  return note === undefined ? `block ${block}` : `note ${note}`;
}

/** The flows of a block or a note, with the place of each letter in its strip. */
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

  /** The stretches of the flows in a stretch of the strip. */
  within(start: number, end: number): TextRange[] {
    return Array.from(this.#offsets).flatMap(([flow, offsets]) => {
      const first = offsets.findIndex((offset) => offset >= start);
      const last = offsets.findLastIndex((offset) => offset < end);
      return first >= 0 && first <= last ? [{ flow, start: first, end: last + 1 }] : [];
    });
  }
}

/** The place in the strip of the letter of a flow at `index`. `at` is the place after the last letter. */
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

/** The offsets of the letters of a text, without blanks. */
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
