/**
 * An essay read line by line: a block at a time, its notes after it, its links by number.
 */
import type { Document, Inline } from "../../document/document.ts";
import { plainText } from "../../document/document.ts";
import { headingsOf } from "../../document/anchor.ts";
import { toInlines } from "../../document/flow.ts";
import { sentence, spokenBlocks } from "../../formats/speech.ts";
import { titled } from "../../document/title.ts";
import { longDate } from "../../essay/date.ts";
import type { Essay } from "../../essay/essay.ts";
import { label, visibleLines } from "../../text/visible.ts";
import { minutes } from "../../text/words.ts";

export interface PlainLink {
  readonly href: string;
  readonly text: string;
}

export interface PlainEssay {
  readonly essay: Essay;
  readonly document: Document;
  /** Paragraphs of each block. */
  readonly blocks: readonly (readonly string[])[];
}

export function plainEssay(essay: Essay, source: Document): PlainEssay {
  const { document } = titled(source, essay.title, essay.titleFrom === "heading");
  const blocks = spokenBlocks(document).map((paragraphs) => paragraphs.map(visibleLines));
  return { essay, document, blocks };
}

/** Title, date, tags and length. */
export function introduction({ essay, blocks }: PlainEssay): string[] {
  const about = [
    essay.date && longDate(essay.date),
    essay.tags.map(label).join(", "),
    counted(minutes(essay.words), "minute"),
    counted(blocks.length, "paragraph"),
  ];
  return [sentence(label(essay.title)), `${about.filter((part) => part).join("; ")}.`];
}

export function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** A block's paragraphs, and its links by number, each with where it leads. */
export function blockLines(essay: PlainEssay, block: number, whereTo: (href: string) => string): string[] {
  const links = linksIn(essay, block).map(
    ({ text, href }, index) => `Link ${index + 1}: ${sentence(`${text}, ${whereTo(href)}`)}`,
  );
  return [...(essay.blocks[block] ?? []), ...links];
}

/** The links of a block, and then those of the notes that it is the first to cite. */
export function linksIn({ document }: PlainEssay, block: number): PlainLink[] {
  const own = document.blocks[block];
  if (!own) return [];
  const inlines = toInlines([own]);
  return [...linksOf(inlines), ...notesIn(inlines).flatMap((note) => linksOfNote(note, document))];
}

function linksOfNote(number: number, document: Document): PlainLink[] {
  const inlines = toInlines(document.notes[number - 1]?.blocks ?? []);
  return [...linksOf(inlines), ...notesIn(inlines).flatMap((note) => linksOfNote(note, document))];
}

/** Numbers of the notes that are cited here first. */
function notesIn(inlines: readonly Inline[]): number[] {
  return inlines.flatMap((inline): number[] => {
    if (inline.type === "citation") return inline.first ? [inline.number] : [];
    return "children" in inline ? notesIn(inline.children) : [];
  });
}

function linksOf(inlines: readonly Inline[]): PlainLink[] {
  return inlines.flatMap((inline): PlainLink[] => {
    if (inline.type === "link")
      return [{ href: inline.href, text: label(plainText(inline.children) || inline.href) }];
    return "children" in inline ? linksOf(inline.children) : [];
  });
}

/** `3. What a pipe is, paragraph 12` */
export function outlineLines({ document }: PlainEssay): string[] {
  return headingsOf(document).map(
    ({ text, depth, block }, index) =>
      `${index + 1}. ${label(text)}, level ${depth}, paragraph ${block + 1}.`,
  );
}

/** The first block from `from` on, and then from the beginning, in which some text stands. */
export function findIn({ blocks }: PlainEssay, text: string, from: number): number | undefined {
  const wanted = text.toLowerCase();
  const order = blocks.map((_, index) => (from + index) % blocks.length);
  return order.find((block) => blocks[block]!.some((paragraph) => paragraph.toLowerCase().includes(wanted)));
}

/** Whether a block has nothing to read: a rule between sections. */
export function isSilent(blocks: PlainEssay["blocks"], block: number): boolean {
  return (blocks[block] ?? []).length === 0;
}
