/**
 * Weaves the user's marks into a document, so that every format shows them: highlights are nodes around the marked text, notes follow
 * the essay's notes and are cited at the end of their passage.
 *
 *     text  ┌─────────────── a passage ───────────────┐         mine "a pas", emphasis [mine "sage"], citation ✎1
 *     mark            ├──────────┤ its note             ─▶
 *
 * Blocks and the essay's notes keep their numbers, and the galley does not change.
 */
import type { Block, Citation, Document, Inline, MineOfBlock, Note } from "../document/document.ts";
import { withChanged } from "../document/walk.ts";
import { visibleLines } from "../text/visible.ts";
import { type Galley, galleyOf, type Point } from "./galley.ts";
import { leafText, PARTED, runText, type Strip } from "./strip.ts";
import { inPageOrder, type MarkPlace } from "./place.ts";

/** A mark on its way into the tree: its stretch of the galley, and the citation of its note. Marks on the same words are one. */
interface Thread {
  /** Of the first, if it is several. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly cites: readonly Citation[];
  /** Whether the words were edited. */
  readonly isReworded: boolean;
}

/** Returns the document with the marks that have a place in it (`anchorsOf`); orphans are left out. */
export function woven(document: Document, places: readonly MarkPlace[]): Document {
  const galley = galleyOf(document);
  const notes: Note[] = [];
  // Notes are numbered as they are cited: where their passages end.
  const inOrder = places.toSorted((a, b) => inPageOrder(a.placed?.range.end, b.placed?.range.end));
  const all = inOrder.flatMap(({ mark, placed }): Thread[] => {
    const stretch = placed && galley.stretchOf(placed.range);
    if (!stretch) return [];
    const [start, end] = stretch;
    const { id, note } = mark;
    const own = { id, start, end, isReworded: !placed.isExact };
    if (note === undefined) return [{ ...own, cites: [] }];
    const [nth, number] = [notes.length + 1, document.notes.length + notes.length + 1];
    notes.push({ number, label: "", blocks: noteBlocks(note), own: { nth, mark: id } });
    return [{ ...own, cites: [{ type: "citation", number, first: true, own: nth }] }];
  });
  const threads = together(all);
  if (threads.length === 0) return document;
  const threadsOf = threadsByStrip(galley, threads);
  const wovenBlocks = (blocks: readonly Block[], place: Pick<Point, "block" | "note">): readonly Block[] => {
    const strip = galley.strip(place);
    const own = strip && threadsOf.get(strip);
    return own ? new Weaver(strip.start, own).blocks(blocks) : blocks;
  };
  return {
    ...document,
    blocks: document.blocks.map((block, nth) => wovenBlocks([block], { block: nth })[0]!),
    notes: [
      ...document.notes.map((note) => ({
        ...note,
        blocks: wovenBlocks(note.blocks, { block: -1, note: note.number }),
      })),
      ...notes,
    ],
  };
}

/** The marks in each block and note that has any. */
function threadsByStrip(galley: Galley, threads: readonly Thread[]): ReadonlyMap<Strip, Thread[]> {
  const byStrip = new Map<Strip, Thread[]>();
  for (const thread of threads)
    for (const strip of galley.stripsWithin([thread.start, thread.end])) {
      const own = byStrip.get(strip);
      if (own) own.push(thread);
      else byStrip.set(strip, [thread]);
    }
  return byStrip;
}

/** Marks on the same words as one, such as those of a comment and the replies to it: the words are highlighted once. */
function together(all: readonly Thread[]): Thread[] {
  const groups = Map.groupBy(all, ({ start, end, isReworded }) => `${start} ${end} ${isReworded}`);
  return Array.from(groups.values(), (own) => ({ ...own[0]!, cites: own.flatMap(({ cites }) => cites) }));
}

/** The paragraphs of a note; line feeds are kept. */
function noteBlocks(note: string): Block[] {
  const paragraphs = visibleLines(note.replace(/\r\n?/g, "\n")).split("\n\n");
  return paragraphs
    .map((paragraph) => paragraph.split("\n").filter((line) => line.trim() !== ""))
    .filter((lines) => lines.length > 0)
    .map((lines) => ({
      type: "paragraph",
      children: lines.flatMap((text, nth): Inline[] => [
        ...(nth === 0 ? [] : [{ type: "hardBreak" } as const]),
        { type: "text", text },
      ]),
    }));
}

class Weaver {
  readonly #threads: readonly Thread[];
  /** The offset of the next part in the galley. */
  #at: number;

  constructor(start: number, threads: readonly Thread[]) {
    this.#at = start;
    this.#threads = threads;
  }

  blocks(blocks: readonly Block[]): Block[] {
    return blocks.map((block) => this.#block(block));
  }

  #block(block: Block): Block {
    const leaf = leafText(block);
    if (leaf !== undefined) return this.#leaf(block, leaf);
    return withChanged(block, { block: (own) => this.#block(own), run: (own) => this.#run(own) });
  }

  #leaf(block: Block, text: string): Block {
    const start = this.#part(text);
    const on = this.#over(start, start + text.length);
    if (on.length === 0 || (block.type !== "codeBlock" && block.type !== "math")) return block;
    const mine: MineOfBlock = {
      ranges: on.map((one) => ({
        start: Math.max(0, one.start - start),
        end: Math.min(text.length, one.end - start),
        mark: one.id,
        ...(one.isReworded && { reworded: true as const }),
        ...(one.end <= start + text.length && one.cites.length > 0 && { cites: one.cites }),
      })),
    };
    return { ...block, mine };
  }

  #run(inlines: readonly Inline[]): readonly Inline[] {
    const text = runText(inlines);
    const start = this.#part(text);
    const on = this.#over(start, start + text.length);
    return on.length === 0 ? inlines : wovenInlines(inlines, start, on);
  }

  /** The offset of a part with this text. */
  #part(text: string): number {
    const start = this.#at;
    this.#at += text.length + PARTED.length;
    return start;
  }

  #over(start: number, end: number): Thread[] {
    return this.#threads.filter((one) => one.start < end && one.end > start);
  }
}

/** Inlines that are marked as a whole. */
const WHOLE: ReadonlySet<Inline["type"]> = new Set([
  "inlineMath",
  "shortcode",
  "image",
  "wikiLink",
  "superscript",
  "subscript",
  "hardBreak",
  "citation",
]);

/** A piece of a run, and the marks that cover it. */
interface Piece {
  readonly inline: Inline;
  readonly on: readonly Thread[];
}

function wovenInlines(inlines: readonly Inline[], start: number, threads: readonly Thread[]): Inline[] {
  let at = start;
  const pieces = inlines.flatMap((inline): Piece[] => {
    const from = at;
    at += runText([inline]).length;
    return piecesOf(inline, from, at, threads);
  });
  return wrapped(pieces);
}

/** Splits an inline at the ends of marks, and adds the citations of the marks that end in it. */
function piecesOf(inline: Inline, start: number, end: number, threads: readonly Thread[]): Piece[] {
  const cites = (upTo: number, after: number, among = threads): Piece[] =>
    among
      .filter(({ end }) => end > after && end <= upTo)
      .flatMap((one) => one.cites.map((inline) => ({ inline, on: around(threads, one.end) })));
  // An inline without text is covered if it is within a mark.
  const on = threads.filter((one) =>
    start === end ? one.start < start && one.end > end : one.start < end && one.end > start,
  );
  if (on.length === 0) return [{ inline, on }];
  const covering = on.filter((one) => one.start <= start && one.end >= end);
  const isCovered = covering.length === on.length;
  if (isCovered || WHOLE.has(inline.type)) return [{ inline, on }, ...cites(end, start)];
  if (inline.type !== "text" && inline.type !== "codeSpan") {
    const within = on.filter((one) => !covering.includes(one));
    const children = "children" in inline ? wovenInlines(inline.children, start, within) : [];
    return [{ inline: { ...inline, children } as Inline, on: covering }, ...cites(end, start, covering)];
  }
  const edges = on.flatMap((one) => [one.start, one.end]).filter((edge) => edge > start && edge < end);
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((to, nth): Piece[] => {
    const from = cuts[nth]!;
    const text = inline.text.slice(from - start, to - start);
    const over = on.filter((one) => one.start <= from && one.end >= to);
    return [{ inline: { type: inline.type, text }, on: over }, ...cites(to, from)];
  });
}

/** The marks that begin before an offset and go on behind it. */
function around(threads: readonly Thread[], offset: number): Thread[] {
  return threads.filter((one) => one.start < offset && one.end > offset);
}

/** Wraps pieces in their marks: one node for each mark, with those that end in it inside. */
function wrapped(pieces: readonly Piece[]): Inline[] {
  const all: Inline[] = [];
  for (let nth = 0; nth < pieces.length;) {
    const { inline, on } = pieces[nth]!;
    const outer = outermost(on);
    if (!outer) {
      all.push(inline);
      nth++;
      continue;
    }
    const end = pieces.findIndex((one, at) => at > nth && !one.on.includes(outer));
    const own = pieces.slice(nth, end < 0 ? pieces.length : end);
    const within = own.map((one): Piece => ({ ...one, on: one.on.filter((other) => other !== outer) }));
    nth += own.length;
    const { id, isReworded } = outer;
    const children = wrapped(within);
    all.push({ type: "mine", mark: id, ...(isReworded && { reworded: true as const }), children });
  }
  return all;
}

/** The mark that goes on farthest; of those that end together, the one that began first. */
function outermost(on: readonly Thread[]): Thread | undefined {
  return on.reduce<Thread | undefined>((best, one) => {
    const isFarther = !best || one.end > best.end || (one.end === best.end && one.start < best.start);
    return isFarther ? one : best;
  }, undefined);
}
