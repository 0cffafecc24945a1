/**
 * An essay's text as JSON. The format is a promise, as in json.ts.
 */
import type { Block, Inline, Note } from "../document/document.ts";
import { DELIMITED, delimitedText, spelledText, type Spelling } from "../document/spelling.ts";
import { headingAnchors } from "../document/anchor.ts";
import { blockText, toInlines } from "../document/flow.ts";
import { pictureName } from "../document/picture-name.ts";
import { citedIn, inlinesIn, inlinesOf } from "../document/walk.ts";
import { essayJson } from "./essay-json.ts";
import type { ShownEssay } from "./shown-essay.ts";
import { trimmedLines } from "../text/trim.ts";

/** As on the page, a picture without a description is called by its file's name. */
const SPELLING: Spelling = { ...DELIMITED, picture: pictureName };

/** An essay with its text: blocks with the notes they cite, notes, headings, and links with their targets. */
export function documentJson({ essay, document, resolve }: ShownEssay): object {
  const links = [document.blocks, ...document.notes.map(({ blocks }) => blocks)].flatMap(linksIn);
  const anchors = headingAnchors(document);
  let nth = 0;
  return {
    ...essayJson(essay),
    headings: document.blocks.flatMap((block) =>
      block.type === "heading"
        ? [{ depth: block.depth, text: delimitedText(block.children), anchor: anchors[nth++] }]
        : [],
    ),
    blocks: document.blocks.map(blockJson),
    notes: document.notes.map(noteJson),
    links: links.map(({ href, text }) => {
      const target = resolve(href);
      const isEssay = target.kind === "essay";
      return {
        href,
        text,
        to: isEssay ? target.essay.slug : null,
        heading: (isEssay && target.heading) || null,
      };
    }),
  };
}

/** A line for each block, followed by a line for each note that it cites first. */
export function documentLines({ essay, document }: ShownEssay): object[] {
  const { slug, title } = essay;
  const seen = new Set<number>();
  let section: string | null = null;
  return document.blocks.flatMap((block, index): object[] => {
    if (block.type === "heading") section = delimitedText(block.children);
    const own = { slug, title, block: index, section, ...blockJson(block) };
    const notes = own.notes.flatMap((number) => {
      const note = document.notes[number - 1];
      if (!note || seen.has(number)) return [];
      seen.add(number);
      const { text, notes: cited } = noteJson(note);
      return [{ slug, title, block: index, section, type: "note", number, text, notes: cited }];
    });
    return [own, ...notes];
  });
}

interface Written {
  readonly href: string;
  readonly text: string;
}

function blockJson(block: Block): { type: string; text: string; notes: number[] } {
  const inlines = toInlines([block]);
  const text = block.type === "codeBlock" || block.type === "math" ? blockText(block) : linesOf(inlines);
  return { type: block.type, text, notes: citedIn(inlinesIn(inlines)) };
}

function noteJson(note: Note): { number: number; label: string; text: string; notes: number[] } {
  const inlines = toInlines(note.blocks);
  return {
    number: note.number,
    label: note.label,
    text: linesOf(inlines),
    notes: citedIn(inlinesIn(inlines)),
  };
}

/** The text of inlines, with a line feed for each hard break. */
function linesOf(inlines: readonly Inline[]): string {
  const text = inlines
    .map((inline) => (inline.type === "hardBreak" ? "\n" : spelledText([inline], SPELLING)))
    .join("");
  return trimmedLines(text.replace(/ {2,}/g, " ")).join("\n").trim();
}

function linksIn(blocks: readonly Block[]): Written[] {
  return Array.from(inlinesOf(blocks)).flatMap((inline) =>
    inline.type === "link" || inline.type === "wikiLink"
      ? [
          {
            href: inline.href,
            text: spelledText(inline.type === "link" ? inline.children : [inline], SPELLING),
          },
        ]
      : [],
  );
}
