/**
 * The user's marks line by line: each has a number, in the order of the text, and follows its paragraph.
 */
import { sentence } from "../../formats/speech.ts";
import { anchorOf } from "../../marks/anchor.ts";
import { galleyOf } from "../../marks/galley.ts";
import type { Mark } from "../../marks/mark.ts";
import type { MarkPlace } from "../../marks/place.ts";
import { rowAt, statementsOf } from "../../page/passages.ts";
import { label } from "../../text/visible.ts";
import type { MarkChange } from "../mark-change.ts";
import type { PlainEssay } from "./plain-essay.ts";
import { type Answered, type PlainWorld, said, sentBy } from "./plain-world.ts";
import { sentenceCase } from "../../text/sentence-case.ts";

/** The marks that are in a block, each with its number. */
function inBlock({ placed }: PlainEssay, block: number): { place: MarkPlace; number: number }[] {
  return placed.flatMap((place, index) =>
    place.placed?.range.start.block === block ? [{ place, number: index + 1 }] : [],
  );
}

/** The marks of a block: `Your mark 2: “…”` */
export function markLines(essay: PlainEssay, block: number): string[] {
  return inBlock(essay, block).map(
    ({ place: { mark }, number }) => `Your mark ${number}: “${label(mark.anchor.words)}”.`,
  );
}

/** The message about marks that have lost their words, if there are any. */
export function lostLines({ placed }: PlainEssay): string[] {
  const lost = placed.filter(({ placed: own }) => !own).length;
  if (lost === 0) return [];
  return [
    lost === 1
      ? "1 of your marks has lost its place; marks lists it."
      : `${lost} of your marks have lost their place; marks lists them.`,
  ];
}

/** Every mark of the essay; those that have lost their words at the end. */
export function allMarkLines({ placed }: PlainEssay): string[] {
  return placed.map(({ mark, placed: own, lost }, index) => {
    const { words, heading } = mark.anchor;
    const why = lost === "uncertain" ? "it is uncertain which of these words" : "not found any more";
    const where =
      own === undefined
        ? `${why}${heading === undefined ? "" : `, it was under ${label(heading)}`}`
        : `paragraph ${own.range.start.block + 1}${own.isExact ? "" : ", edited since"}`;
    const note = mark.note === undefined ? "" : ` Your note: ${sentence(label(mark.note))}`;
    return `${index + 1}. “${label(words)}”, ${where}.${note}`;
  });
}

/** The stretch of a sentence (or row of a table) of a block by its number, or of the whole block; empty if there is none. */
function stretchIn({ open }: PlainEssay, block: number, nth: number | undefined): [number, number] {
  const strip = galleyOf(open.document).strip({ block });
  if (!strip) return [0, 0];
  if (nth === undefined) return [strip.start, strip.start + strip.text.length];
  // The names of columns are read with each value, not as a row.
  const statements = Array.from(statementsOf(strip)).filter(([start]) => !rowAt(strip, start)?.isHeader);
  const [from, to] = statements[nth - 1] ?? [0, 0];
  return [from, to];
}

const NUMBERED = /^(\d{1,4})(?:\s+|$)/;

/** `hl 2`, `note Words.` or `note 2 Words.` in a block; a note without a number belongs to the mark `latest`, if there is one. */
export function marked(
  essay: PlainEssay,
  block: number,
  rest: string,
  isNote: boolean,
  latest?: Mark,
): MarkChange | string {
  const number = NUMBERED.exec(rest);
  const words = number ? rest.slice(number[0].length).trim() : rest;
  if (isNote && words === "") return "What is the note? Type note, and then its words.";
  if (!isNote && words !== "") return "hl takes the number of a sentence, or nothing.";
  if (latest && isNote && !number) return notedOn(latest, words);
  const stretch = stretchIn(essay, block, number ? Number(number[1]) : undefined);
  const known = markOver(essay, stretch);
  if (known) return isNote ? notedOn(known, words) : "That is highlighted already.";
  const range = galleyOf(essay.open.document).rangeOf(stretch);
  const anchor = range && anchorOf(essay.open, range);
  if (!anchor) return "There is no such sentence in this paragraph.";
  return { do: "add", anchor, ...(isNote && { note: words }) };
}

/** A note on a mark, below the one that it has. */
function notedOn({ id, note: over }: Mark, words: string): MarkChange {
  return { do: "note", id, note: over === undefined ? words : `${over}\n${words}`, over };
}

/** The shortest mark that covers all of a stretch. */
function markOver(
  { open, placed }: PlainEssay,
  stretch: readonly [start: number, end: number],
): Mark | undefined {
  const galley = galleyOf(open.document);
  const [start, end] = trimmedStretch(galley.text, stretch);
  const over = placed.flatMap(({ mark, placed: own }) => {
    const [from, to] = (own && galley.stretchOf(own.range)) ?? [0, 0];
    return start < end && from <= start && to >= end ? [{ mark, length: to - from }] : [];
  });
  return over.sort((a, b) => a.length - b.length)[0]?.mark;
}

function trimmedStretch(text: string, [start, end]: readonly [start: number, end: number]): [number, number] {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  return [start + before, start + before + words.trim().length];
}

/** The mark with a number; without a number, the only mark of the block. */
export function markNumbered(essay: PlainEssay, block: number, rest: string): Mark | string {
  const own = inBlock(essay, block);
  const nth = rest === "" && own.length === 1 ? own[0]!.number : Number(rest);
  const mark = essay.placed[nth - 1]?.mark;
  return mark ?? (rest === "" ? "Which one? Type its number, too." : `There is no mark ${label(rest)}.`);
}

/** Makes a change; returns the marks of the essay after it, the one that was made or changed, and the change that undoes it. */
export function does(
  world: PlainWorld,
  { essay }: PlainEssay,
  change: MarkChange,
  isUndo = false,
): {
  answer: Answered;
  marks?: readonly Mark[];
  latest?: string | undefined;
  undo?: MarkChange | undefined;
} {
  const sent = sentBy(world, { kind: "annotate", essay, change, ...(isUndo && { isUndo: true as const }) });
  const done = sent.find((message) => message.kind === "annotated");
  const words = done?.words ?? sent.find((message) => message.kind === "said")?.message ?? "";
  const answer = said(sentence(sentenceCase(words)));
  return done ? { answer, marks: done.marks, latest: done.latest, undo: done.undo } : { answer };
}
