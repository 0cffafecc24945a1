/**
 * The sentences of the galley, and its two parts: the text, and the notes after it. A passage never extends over both parts.
 */
import type { Galley } from "../marks/galley.ts";
import type { Strip } from "../marks/strip.ts";
import { sentencesIn } from "../text/sentences.ts";

/** Offsets in a galley's text, in UTF-16 code units. */
export type Stretch = readonly [start: number, end: number];

/** The part of the galley that contains an offset. */
export function partAt({ strips, text }: Galley, offset: number): Stretch {
  const notes = strips.find(({ note }) => note !== undefined)?.start ?? text.length + 1;
  return offset < notes ? [0, Math.max(0, notes - 1)] : [notes, text.length];
}

/** The sentences of the galley from the strip of an offset on, to the end of its part. */
export function* sentencesFrom(galley: Galley, offset: number, language?: string): Generator<Stretch> {
  const [, end] = partAt(galley, offset);
  const first = galley.strips.indexOf(galley.stripAt(offset));
  for (const strip of galley.strips.slice(Math.max(0, first))) {
    if (strip.start >= end) return;
    yield* sentencesOf(strip, language);
  }
}

/**
 * The sentences of a strip. A sentence never continues from one item, cell, paragraph or line of code into the next.
 */
export function* sentencesOf({ start, text, parts }: Strip, language?: string): Generator<Stretch> {
  for (const [nth, at] of parts.entries()) {
    const part = text.slice(at, parts[nth + 1]);
    for (const [from, to] of sentencesIn(part, language)) yield [start + at + from, start + at + to];
  }
}

/** The sentence that contains an offset, or the next sentence. */
export function sentenceAt(galley: Galley, offset: number, language?: string): Stretch | undefined {
  return firstOf(sentencesFrom(galley, offset, language), ([, end]) => end > offset);
}

/** The first stretch that satisfies a condition. The rest is not read. */
export function firstOf(
  stretches: Iterable<Stretch>,
  holds: (stretch: Stretch) => boolean,
): Stretch | undefined {
  for (const stretch of stretches) if (holds(stretch)) return stretch;
  return undefined;
}
