/**
 * Anchors of headings, as GitHub makes them: small letters, blanks as hyphens, punctuation left out; a number where
 * one is taken.
 */
import type { Document, Inline } from "./document.ts";
import { plainText } from "./document.ts";
import { blockNamed } from "./named-block.ts";

/** The anchor of a heading with this text, but for its number. */
export function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** Anchors of headings in their order: of several that would be the same, the later ones get `-1`, `-2`. */
export function anchorsOf(headings: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return headings.map((text) => {
    const own = anchorOf(text);
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

/** Anchors that a source names itself, as `{#anchor}` or `id="anchor"`. */
export function namedAnchors(source: string): string[] {
  return Array.from(source.matchAll(EXPLICIT), ([, braced, attribute]) => braced ?? attribute ?? "");
}

/** What stands at the end of a line behind `^`: the name of a block, to which wiki links lead (Obsidian, "Link to a block"). */
const BLOCK_NAME = /(?<=^|[ \t])\^([A-Za-z\d-]{1,40})(?=[ \t]{0,9}$)/gm;

/** Names of blocks, as a source gives them. */
export function namedBlocks(source: string): string[] {
  return Array.from(source.matchAll(BLOCK_NAME), ([, name = ""]) => name);
}

/**
 * Whether a heading is there that generators would give this anchor, or one of the `named` is it. Generators differ in what
 * they make of punctuation (`what's` is `whats` or `what-s`), so letters and digits alone are compared.
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
export interface Heading {
  /** Index of its block. */
  readonly block: number;
  readonly depth: number;
  readonly text: string;
  readonly children: readonly Inline[];
}

export function headingsOf({ blocks }: Document): Heading[] {
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

/** The heading that an anchor means, as `anchorFinder` compares them; undefined if none is meant. */
export function findHeading(document: Document, anchor: string): Heading | undefined {
  const index = headingFinder(document)(anchor);
  return index === undefined ? undefined : headingsOf(document)[index];
}

/** The index of the block of the top level to which an anchor leads: a heading's, or that of a block with this name. */
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

/** The anchor of each heading in its order: the one that its source names, else that of its text. */
export function headingAnchors({ blocks }: Document): string[] {
  const headings = blocks.filter((block) => block.type === "heading");
  const made = anchorsOf(headings.map(({ children }) => plainText(children).trim()));
  return headings.map(({ id }, nth) => id ?? made[nth]!);
}

/** Of headings in each other, as a wiki link may name them (`A#B`), the innermost. */
function innermost(anchor: string): string {
  return anchor.slice(anchor.lastIndexOf("#") + 1);
}

function bare(anchor: string): string {
  return anchor
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]|\ufe0f/gu, "");
}

/** The texts of a document's headings, as far as they are not within other blocks. */
export function headingTexts(document: Document): string[] {
  return headingsOf(document).map(({ text }) => text);
}
