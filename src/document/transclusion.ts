/**
 * Pages within pages: `![[page]]` alone in a paragraph is replaced by that page (Obsidian, "Embed files").
 *
 *     a ─ ![[b]] ─▶ a ─ transclusion "B" ─ blocks of b ─ transclusion "C" ─ …      three deep, and no page within itself
 *
 * The notes of all pages become the document's, and are numbered by first citation, as in `CitedNotes`.
 */
import { BOUNDS } from "../text/bounds.ts";
import { headingAnchor } from "./anchor.ts";
import type { Block, Document, Inline, Note, Transclusion, WikiLink } from "./document.ts";
import { sectionOf } from "./section.ts";
import { blocksIn, mapInlines, withChanged } from "./walk.ts";

/** A page that a wiki link names. */
export interface EmbeddedPage {
  /** A key that identifies the page. */
  readonly key: string;
  readonly title: string;
  /** The heading, or `^` and the identifier of a block, to which the link is limited; undefined for the whole page. */
  readonly part: string | undefined;
  /** Its tree. If this throws, the link stays a link. */
  readonly document: () => Document;
}

/** The page of the link `href` in the page `from`; undefined if there is none. */
export type FindPage = (href: string, from: string) => EmbeddedPage | undefined;

/** Why a page is not shown in its place. */
export const STOPPED: Readonly<Record<NonNullable<Transclusion["stopped"]>, string>> = {
  circle: "this page contains itself, and is already shown above",
  depth: "embedded too deeply: follow the title to read it",
  bound: "too much is embedded here: follow the title to read it",
};

const DEEPEST = 3;

/** A document with the pages that it transcludes; `key` is its own. The same document if there are none. */
export function withTransclusions(document: Document, key: string, find: FindPage): Document {
  if (!wantsPages(document)) return document;
  const composed = new Composition(find).of(document, [key]);
  return renumbered(composed);
}

/** Whether a document transcludes pages. */
export function wantsPages(document: Document): boolean {
  for (const block of blocksIn(document.blocks)) if (wanted(block)) return true;
  return false;
}

/** The wiki link, alone in its paragraph, that transcludes a page. */
function wanted(block: Block): WikiLink | undefined {
  if (block.type !== "paragraph" || block.children.length !== 1) return undefined;
  const [only] = block.children;
  return only?.type === "wikiLink" && only.embeds ? only : undefined;
}

class Composition {
  readonly #find: FindPage;
  readonly #notes: Note[] = [];
  #blocks = 0;

  constructor(find: FindPage) {
    this.#find = find;
  }

  /** `path` has the keys of the page and of the pages around it, the outermost first. */
  of(document: Document, path: readonly string[]): Document {
    const own = this.#adopted(document);
    const block = (one: Block): Block => {
      const link = wanted(one);
      const page = link && this.#page(link, path);
      if (!page) return withChanged(one, { block, run: (inlines) => inlines });
      return one.line === undefined ? page : { ...page, line: one.line };
    };
    const blocks = own.blocks.map(block);
    return { ...document, blocks, notes: this.#notes };
  }

  #page({ href }: WikiLink, path: readonly string[]): Transclusion | undefined {
    const page = this.#find(href, path.at(-1)!);
    if (!page) return undefined;
    const { key, title, part } = page;
    const stopped = (why: NonNullable<Transclusion["stopped"]>): Transclusion => ({
      type: "transclusion",
      href,
      title,
      stopped: why,
      children: [],
    });
    if (path.includes(key)) return stopped("circle");
    if (path.length > DEEPEST) return stopped("depth");
    if (this.#blocks >= BOUNDS.transcluded.most) return stopped("bound");
    const document = partOf(documentOf(page), part);
    if (!document) return undefined;
    for (const _ of blocksIn(document.blocks)) this.#blocks++;
    return { type: "transclusion", href, title, children: this.of(document, [...path, key]).blocks };
  }

  /** A document whose notes have joined all notes, and whose citations have their new numbers. */
  #adopted(document: Document): Document {
    const before = this.#notes.length;
    const own = mapInlines(document, (inline) =>
      inline.type === "citation" ? { ...inline, number: inline.number + before } : inline,
    );
    for (const note of own.notes) this.#notes.push({ ...note, number: note.number + before });
    return own;
  }
}

function documentOf({ document }: EmbeddedPage): Document | undefined {
  try {
    return document();
  } catch {
    return undefined;
  }
}

function partOf(document: Document | undefined, part: string | undefined): Document | undefined {
  if (!document || part === undefined || part === "") return document;
  if (!part.startsWith("^")) return headingAnchor(part) === "" ? undefined : sectionOf(document, part);
  for (const block of blocksIn(document.blocks))
    if (block.id === part.slice(1)) return { ...document, blocks: [block] };
  return undefined;
}

/** A document with its notes numbered by first citation: the body's first, then those of notes; notes without a citation are dropped. */
function renumbered(document: Document): Document {
  const numbers = new Map<number, number>();
  const renumber = (inline: Inline): Inline => {
    if (inline.type !== "citation") return inline;
    const known = numbers.get(inline.number);
    if (known !== undefined) return { ...inline, number: known, first: false };
    numbers.set(inline.number, numbers.size + 1);
    return { ...inline, number: numbers.size, first: true };
  };
  const { blocks } = mapInlines({ blocks: document.blocks, notes: [] }, renumber);
  const notes: Note[] = [];
  // A map is iterated in the order of insertion, including entries added during the iteration.
  for (const [before, number] of numbers) {
    const { label, blocks: own } = document.notes[before - 1]!;
    notes.push({ number, label, blocks: mapInlines({ blocks: own, notes: [] }, renumber).blocks });
  }
  return { ...document, blocks, notes };
}
