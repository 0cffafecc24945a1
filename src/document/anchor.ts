/**
 * Anchors of headings, as on GitHub: in lower case, with hyphens for blanks, without punctuation, and with a
 * number if the anchor already exists.
 */
import type { Document, Inline } from "./document.ts";
import { plainText } from "./spelling.ts";
import { blockNamed } from "./named-block.ts";
import { normalized } from "../text/normalized.ts";

/** The anchor of a heading with this text, without a number. */
export function headingAnchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** Anchors of headings in their order: repeated ones get `-1`, `-2`. */
export function anchorsOf(headings: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return headings.map((text) => {
    const own = headingAnchor(text);
    let anchor = own;
    while (taken.has(anchor)) {
      const count = taken.get(own)! + 1;
      taken.set(own, count);
      anchor = `${own}-${count}`;
    }
    taken.set(anchor, 0);
    return anchor;
  });
}

const EXPLICIT =
  /\{[^{}]{0,200}#([^\s{}]{1,200})[^{}]{0,200}\}|<[^<>]{0,500}\s(?:id|name)\s{0,9}=\s{0,9}["']?([^"'\s<>]{1,500})/g;

/** The name of the block below (mystmd.org, "Cross-references"), or of a directive. */
const MYSTS =
  /^(?:\(([\w:.-]{1,100})\)=|(?:[ \t]{0,9}:(?:name|label):|(?:#|%%|\/\/)\| ?label:)[ \t]{1,9}([\w:.-]{1,100}))[ \t]{0,9}$/gm;

/** Anchors that a source names itself, as `{#anchor}`, `id="anchor"` or `(anchor)=`. */
export function namedAnchors(source: string): string[] {
  const named = Array.from(source.matchAll(EXPLICIT), ([, braced, attribute]) => braced ?? attribute ?? "");
  const below = Array.from(source.matchAll(MYSTS), ([, label, option]) => label ?? option ?? "");
  return [...named, ...below];
}

/** The name of a block, at the end of a line after `^`, to which wiki links lead (Obsidian, "Link to a block"). */
const BLOCK_NAME = /(?<=^|[ \t])\^([A-Za-z\d-]{1,40})(?=[ \t]{0,9}$)/gm;

/** The names of blocks in a source. */
export function namedBlocks(source: string): string[] {
  return Array.from(source.matchAll(BLOCK_NAME), ([, name = ""]) => name);
}

/**
 * Whether generators would give this anchor to one of the headings, or it is one of the `named`.
 * Generators handle punctuation differently (`what's` becomes `whats` or `what-s`), so only
 * letters and digits are compared.
 */
export function anchorFinder(
  headings: readonly string[],
  named: readonly string[],
): (anchor: string) => boolean {
  const known = new Set([...anchorsOf(headings), ...headings, ...named].map(bare));
  // Some generators write out the names of emoji.
  const pictured = headings.filter((text) => /\p{Extended_Pictographic}/u.test(text)).map(bare);
  return (anchor) => {
    const wanted = bare(innermost(anchor));
    return known.has(wanted) || pictured.some((start) => wanted.startsWith(start));
  };
}

/** A heading of the document's top level. */
export interface AnchoredHeading {
  /** Index of its block. */
  readonly block: number;
  readonly depth: number;
  readonly text: string;
  readonly children: readonly Inline[];
}

/** The headings of the top level, in the order of the text. */
export function headingsOf({ blocks }: Document): AnchoredHeading[] {
  return blocks.flatMap((block, index) =>
    block.type === "heading"
      ? [
          {
            block: index,
            depth: block.depth,
            text: plainText(block.children).trim(),
            children: block.children,
          },
        ]
      : [],
  );
}

/** The heading that an anchor means, compared as in `anchorFinder`; undefined if there is none. */
export function findHeading(document: Document, anchor: string): AnchoredHeading | undefined {
  const index = headingFinder(document)(anchor);
  return index === undefined ? undefined : headingsOf(document)[index];
}

/** The index of the top-level block to which an anchor leads: a heading, or a block with this name. */
export function findAnchor(document: Document, anchor: string): number | undefined {
  const heading = anchor.startsWith("^") ? undefined : findHeading(document, anchor)?.block;
  return heading ?? blockNamed(document, innermost(anchor).replace(/^\^/, ""));
}

/** As `findHeading`, for many anchors of one document: the index of the heading that each means, among its headings. */
export function headingFinder(document: Document): (anchor: string) => number | undefined {
  const known = new Map<string, number>();
  const learn = (name: string, index: number): void => {
    if (!known.has(bare(name))) known.set(bare(name), index);
  };
  headingAnchors(document).forEach(learn);
  headingTexts(document).forEach(learn);
  return (anchor) => known.get(bare(innermost(anchor)));
}

/** The anchor of each heading in order: the one that the source names, otherwise the one made from its text. */
export function headingAnchors({ blocks }: Document): string[] {
  const headings = blocks.filter((block) => block.type === "heading");
  const made = anchorsOf(headings.map(({ children }) => plainText(children).trim()));
  return headings.map(({ id }, nth) => id ?? made[nth]!);
}

/** The innermost of nested headings, as a wiki link may name them (`A#B`). */
function innermost(anchor: string): string {
  return anchor.slice(anchor.lastIndexOf("#") + 1);
}

function bare(anchor: string): string {
  return normalized(anchor, "NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]|\ufe0f/gu, "");
}

/** The texts of a document's headings, except those within other blocks. */
export function headingTexts(document: Document): string[] {
  return headingsOf(document).map(({ text }) => text);
}
