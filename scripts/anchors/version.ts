/**
 * A version of an essay: its words, and an anchor for each of its sentences.
 */
import { readFileSync } from "node:fs";
import { type OpenEssay, openEssay } from "../../src/document/open-essay.ts";
import { anchorOf } from "../../src/marks/anchor.ts";
import { type Galley, galleyOf } from "../../src/marks/galley.ts";
import type { Anchor } from "../../src/marks/mark.ts";
import type { Place } from "./oracle.ts";
import { plain, type VersionWords, type Words, wordsOf } from "./words.ts";

/** Shorter ones are no sentences. */
const SHORTEST = 12;

export interface Version {
  readonly name: string;
  readonly open: OpenEssay;
  readonly galley: Galley;
  /** The words of the galley's text, and of the plain one. */
  readonly words: Words;
  readonly plainWords: VersionWords;
  /** The sentences, by their anchors and as offsets in the plain text. */
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  readonly anchor: Anchor;
  readonly plain: Place;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Reads a version; without anchors if it is the last, which is only looked into. */
export function versionOf(name: string, isLast: boolean): Version {
  const open = openEssay({ text: readFileSync(name, "utf8"), problems: [] }, "essay.md", name);
  const galley = galleyOf(open.document);
  const { text } = galley;
  const plainWords = wordsOf(plain(text));
  // What is nothing in the plain text is no word in the other.
  const words = wordsOf(
    text.replace(/(?<=\s|^)[\u00ad\u200b\u2060]+(?=\s|$)/g, (run) => " ".repeat(run.length)),
  );
  const sentences = isLast ? [] : sentencesOf(open, galley, plainWords.text);
  const parts = { galley, words, plainWords };
  const headings = galley.strips
    .filter(({ block, note }) => note === undefined && open.document.blocks[block]?.type === "heading")
    .map((strip) => inPlain(parts, [strip.start, strip.start + strip.text.length]));
  return { name, open, galley, words, plainWords: { ...plainWords, headings }, sentences };
}

function sentencesOf(open: OpenEssay, galley: Galley, plainText: string): Sentence[] {
  let [at, start] = [0, 0];
  return galley.text.split("\n").flatMap((part) => {
    const begin = start;
    start += part.length + 1;
    return Array.from(segmenter.segment(part)).flatMap(({ segment, index }): Sentence[] => {
      const sentence = plain(segment);
      const found = sentence.length < SHORTEST ? -1 : plainText.indexOf(sentence, at);
      if (found < 0) return [];
      at = found + sentence.length;
      const from = begin + index + (segment.length - segment.trimStart().length);
      const range = galley.rangeOf([from, from + segment.trim().length]);
      const anchor = range && anchorOf(open, range);
      return anchor ? [{ anchor, plain: [found, at] }] : [];
    });
  });
}

/** A place in a galley's text as one in its plain text: by its words, of which both have the same, but for what nobody sees. */
export function inPlain(
  { galley, words, plainWords }: Pick<Version, "galley" | "words"> & { readonly plainWords: Words },
  [start, end]: Place,
): Place {
  const at = (offset: number): number => {
    const nth = indexAt(words.starts, offset);
    const own = plainWords.starts[nth] ?? plainWords.text.length;
    return own + plain(galley.text.slice(words.starts[nth] ?? galley.text.length, offset)).length;
  };
  return [at(start), at(end)];
}

/** The last index whose start is not behind `offset`. */
function indexAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
