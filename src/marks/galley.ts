/**
 * A galley: an essay's text as one strip, before it is cut into lines. Printers send galleys out to be marked, and the user's marks
 * are made on one too: it is the same for every width, every place of notes and every format.
 *
 *     blocks  ┌ a heading ┐┌ a paragraph ┐┌ cell ⏎ cell ┐    notes  ┌ note 1 ┐┌ note 2 ┐
 *     text     a heading ⏎  a paragraph ⏎  cell ⏎ cell ⏎              note 1 ⏎   note 2
 *
 * Each top-level block and each note is a strip; line feeds separate the paragraphs, cells and items in it. Citation marks are left
 * out; a formula is its TeX, an image its alternative text.
 */
import type { Document } from "../document/document.ts";
import { firstCitedIn, inlinesOf } from "../document/walk.ts";
import { firstIndex } from "../text/bisect.ts";
import { textHash } from "../text/hash.ts";
import { type Compared, compared, type Stretch } from "./compared.ts";
import { type Label, type Strip, stripText } from "./strip.ts";
import { append } from "../text/append.ts";

/** A place in an essay's text. */
export interface Point {
  /** Index of the top-level block; for a note, of the block that cites it first. */
  readonly block: number;
  /** The note's number, if the place is in a note. */
  readonly note?: number;
  /** Offset in the strip of the block, or of the note, in UTF-16 code units. */
  readonly offset: number;
}

/** A stretch of an essay's text, possibly over several blocks; `end` is excluded. */
export interface MarkRange {
  readonly start: Point;
  readonly end: Point;
}

/** The hashes of a label; that of no head is empty. */
export type LabelHash = readonly [about: string, head: string];

export class Galley {
  /** Blocks in their order, then the notes by their numbers. */
  readonly strips: readonly Strip[];
  readonly text: string;
  /** The number of strips that are blocks. */
  readonly #blocks: number;
  #hash: string | undefined;
  #compared: Compared | undefined;
  #edges: readonly number[] | undefined;
  #labels: Galley["labels"] | undefined;

  constructor(document: Document) {
    const { blocks } = document;
    const notes = document.notes.filter(({ own }) => own === undefined);
    const citing = citingBlocks(document);
    const texts = [
      ...blocks.map((block) => stripText([block])),
      ...notes.map((note) => stripText(note.blocks)),
    ];
    let start = 0;
    this.strips = texts.map((strip, nth): Strip => {
      const own = { start, ...strip };
      start += strip.text.length + 1;
      if (nth < blocks.length) return { block: nth, ...own };
      const note = nth - blocks.length + 1;
      return { block: citing.get(note) ?? -1, note, ...own };
    });
    this.text = texts.map(({ text }) => text).join("\n");
    this.#blocks = blocks.length;
  }

  /** The hash of the text, which does not depend on the file's name. */
  get hash(): string {
    return (this.#hash ??= textHash(this.text));
  }

  /** The folded text, in which passages are compared. */
  get compared(): Compared {
    return (this.#compared ??= compared(this.text));
  }

  /** The offsets in the text at which a block, a note, or one of its units begins, in their order. */
  get edges(): readonly number[] {
    return (this.#edges ??= this.strips.flatMap(({ start, units }) =>
      (units[0] === 0 ? units : [0, ...units]).map((unit) => start + unit),
    ));
  }

  /** The strip of a block or of a note; undefined if there is none. */
  strip({ block, note }: Pick<Point, "block" | "note">): Strip | undefined {
    if (note !== undefined) return this.strips[this.#blocks + note - 1];
    return block < this.#blocks ? this.strips[block] : undefined;
  }

  /** The strips that have text of a stretch, in their order. */
  stripsWithin([start, end]: Stretch): Strip[] {
    const within: Strip[] = [];
    for (let nth = this.#indexAt(start); nth < this.strips.length; nth++) {
      const strip = this.strips[nth]!;
      if (strip.start >= end) break;
      if (strip.start + strip.text.length > start) within.push(strip);
    }
    return within;
  }

  /** The offset of a place in the text; undefined if the essay has no such place. */
  offsetOf(point: Point): number | undefined {
    const strip = this.strip(point);
    const isIn = strip && point.offset >= 0 && point.offset <= strip.text.length;
    return isIn ? strip.start + point.offset : undefined;
  }

  /** The stretch that a range covers; undefined if it is outside this text, or runs from the body into the notes. */
  stretchOf({ start, end }: MarkRange): Stretch | undefined {
    const [from, to] = [this.offsetOf(start), this.offsetOf(end)];
    const isOne = from !== undefined && to !== undefined && from < to;
    return isOne && (start.note === undefined) === (end.note === undefined) ? [from, to] : undefined;
  }

  /** The range of a stretch; undefined if it runs from the body into the notes. */
  rangeOf([start, end]: Stretch): MarkRange | undefined {
    const [first, last] = [this.stripAt(start), this.stripAt(end)];
    if (start >= end || (first.note === undefined) !== (last.note === undefined)) return undefined;
    return { start: pointIn(first, start), end: pointIn(last, end) };
  }

  /** The strip at an offset of the text. */
  stripAt(offset: number): Strip {
    return this.strips[this.#indexAt(offset)] ?? NONE;
  }

  /** The label of the part at an offset of the text, by its hashes; undefined if it has none. */
  labelAt(offset: number): LabelHash | undefined {
    const { start, parts, labels } = this.stripAt(offset);
    const label = labels[firstIndex(parts, (part) => start + part > offset) - 1];
    return label && hashOf(label);
  }

  /** The hashes of what cells and definitions are about, and of the heads of columns. */
  get labels(): { readonly about: ReadonlySet<string>; readonly heads: ReadonlySet<string> } {
    const all = (): LabelHash[] =>
      this.strips.flatMap(({ labels }) => labels.flatMap((label) => (label ? [hashOf(label)] : [])));
    return (this.#labels ??= {
      about: new Set(all().map(([about]) => about)),
      heads: new Set(all().map(([, head]) => head)),
    });
  }

  #indexAt(offset: number): number {
    return Math.max(0, firstIndex(this.strips, ({ start }) => start > offset) - 1);
  }
}

function hashOf({ about, head }: Label): LabelHash {
  const hash = (text: string): string => (text === "" ? "" : textHash(compared(text).folded));
  return [hash(about), hash(head)];
}

const NONE: Strip = { block: -1, start: 0, text: "", parts: [0], units: [], labels: [undefined], rows: [] };

function pointIn({ block, note, start }: Strip, offset: number): Point {
  return { block, ...(note !== undefined && { note }), offset: offset - start };
}

const galleys = new WeakMap<Document, Galley>();

/** Returns the galley of a document; it is made once. */
export function galleyOf(document: Document): Galley {
  const known = galleys.get(document);
  if (known) return known;
  const pulled = new Galley(document);
  galleys.set(document, pulled);
  return pulled;
}

/** The block that cites each note first, by itself or through another note. */
function citingBlocks({ blocks, notes }: Document): Map<number, number> {
  const citing = new Map<number, number>();
  blocks.forEach((block, index) => {
    const waiting = firstCitedIn(inlinesOf([block])).toReversed();
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      if (citing.has(number)) continue;
      citing.set(number, index);
      append(waiting, firstCitedIn(inlinesOf(notes[number - 1]?.blocks ?? [])));
    }
  });
  return citing;
}
