/**
 * An essay for reading line by line: one block at a time, with its notes after it and its links by number.
 */
import { titleLabel } from "../../essay/title-label.ts";
import type { Block, Document } from "../../document/document.ts";
import { plainText } from "../../document/spelling.ts";
import { headingsOf } from "../../document/anchor.ts";
import type { OpenEssay } from "../../document/open-essay.ts";
import { firstCitedIn, inlinesOf, withTheirNotes } from "../../document/walk.ts";
import { sentence, spokenBlocks } from "../../formats/speech.ts";
import { byline } from "../../essay/byline.ts";
import type { Essay } from "../../essay/essay.ts";
import type { LinkIndex } from "../../links/link-target.ts";
import { withWikiLinks } from "../../links/wiki-links.ts";
import type { Mark } from "../../marks/mark.ts";
import { anchorsOf, type MarkPlace } from "../../marks/place.ts";
import { woven } from "../../marks/weave.ts";
import { textMatcher } from "../../search/find.ts";
import { label, visibleLines } from "../../text/visible.ts";
import { minutes } from "../../text/words.ts";
import { counted } from "../../text/counted.ts";

export interface PlainLink {
  readonly href: string;
  readonly text: string;
}

export interface PlainEssay {
  readonly open: OpenEssay;
  readonly essay: Essay;
  /** The tree, wiki links resolved. */
  readonly document: Document;
  /** The user's marks, and where each of them is. */
  readonly placed: readonly MarkPlace[];
  /** Paragraphs of each block. */
  readonly blocks: readonly (readonly string[])[];
}

/** An open essay for reading line by line. */
export function plainEssay(open: OpenEssay, { resolve }: LinkIndex, marks: readonly Mark[] = []): PlainEssay {
  const { essay } = open;
  const placed = anchorsOf(open, marks);
  const document = withWikiLinks(woven(open.document, placed), (href) => resolve(href, essay.path));
  const blocks = spokenBlocks(document).map((paragraphs) => paragraphs.map(visibleLines));
  return { open, essay, document, placed, blocks };
}

/** Title, date, tags and length. */
export function introduction({ essay, blocks }: PlainEssay): string[] {
  const about = [
    ...byline(essay),
    counted(minutes(essay.words), "minute"),
    counted(blocks.length, "paragraph"),
  ];
  return [sentence(titleLabel(essay)), `${about.join("; ")}.`];
}

/** The paragraphs of a block, and its numbered links with their targets. */
export function blockLines(essay: PlainEssay, block: number, whereTo: (href: string) => string): string[] {
  const links = linksIn(essay, block).map(
    ({ text, href }, index) => `Link ${index + 1}: ${sentence(`${text}, ${whereTo(href)}`)}`,
  );
  return [...(essay.blocks[block] ?? []), ...links];
}

/** The links of a block, then the links of the notes that it cites first. */
export function linksIn({ document }: PlainEssay, block: number): PlainLink[] {
  const own = document.blocks[block];
  if (!own) return [];
  const cited = withTheirNotes(firstCitedIn(inlinesOf([own])), document);
  return [[own], ...cited.map((number) => document.notes[number - 1]?.blocks ?? [])].flatMap(linksOf);
}

function linksOf(blocks: readonly Block[]): PlainLink[] {
  return Array.from(inlinesOf(blocks)).flatMap((inline): PlainLink[] =>
    inline.type === "link"
      ? [{ href: inline.href, text: label(plainText(inline.children) || inline.href) }]
      : [],
  );
}

/** `3. What a pipe is, paragraph 12` */
export function outlineLines({ document }: PlainEssay): string[] {
  return headingsOf(document).map(
    ({ text, depth, block }, index) =>
      `${index + 1}. ${label(text)}, level ${depth}, paragraph ${block + 1}.`,
  );
}

/** The next block after `at` that contains a text, or the one before it. The search wraps around. */
export function findIn({ blocks }: PlainEssay, text: string, at: number, step: 1 | -1): number | undefined {
  const rangesIn = textMatcher(text);
  const { length } = blocks;
  const order = blocks.map((_, index) => (at + step * (index + 1) + 2 * length) % length);
  return order.find((block) => blocks[block]!.some((paragraph) => rangesIn(paragraph).length > 0));
}

/** Whether a block has no text, like a rule between sections. */
export function isSilent(blocks: PlainEssay["blocks"], block: number): boolean {
  return (blocks[block] ?? []).length === 0;
}
