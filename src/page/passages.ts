/**
 * The sentences of the galley, and its two parts: the text, and the notes after it. A passage never extends over both parts.
 *
 *     Two cities. They differ.      sentences     Two cities. | They differ. | Oslo | 700,000 | Bergen | 290,000
 *     Oslo   | 700,000              statements    Two cities. | They differ. | Oslo ⏎ 700,000 | Bergen ⏎ 290,000
 *     Bergen | 290,000
 */
import { firstIndex } from "../text/bisect.ts";
import type { Galley } from "../marks/galley.ts";
import type { Row, Strip } from "../marks/strip.ts";
import { sentencesIn } from "../text/sentences.ts";

/** Offsets in a galley's text, in UTF-16 code units. */
export type Stretch = readonly [start: number, end: number];

/** The part of the galley that contains an offset. */
export function partAt({ strips, text }: Galley, offset: number): Stretch {
  const notes = strips.find(({ note }) => note !== undefined)?.start ?? text.length + 1;
  return offset < notes ? [0, Math.max(0, notes - 1)] : [notes, text.length];
}

/** The sentences of the galley from the strip of an offset on, to the end of its part. */
export function sentencesFrom(galley: Galley, offset: number, language?: string): Generator<Stretch> {
  return stretchesFrom(galley, offset, (strip) => sentencesOf(strip, language));
}

/** What is marked at once, from the strip of an offset on: sentences, and rows of tables. */
export function statementsFrom(galley: Galley, offset: number, language?: string): Generator<Stretch> {
  return stretchesFrom(galley, offset, (strip) => statementsOf(strip, language));
}

function* stretchesFrom(
  galley: Galley,
  offset: number,
  stretchesOf: (strip: Strip) => Iterable<Stretch>,
): Generator<Stretch> {
  const [, end] = partAt(galley, offset);
  const first = galley.strips.indexOf(galley.stripAt(offset));
  for (const strip of galley.strips.slice(Math.max(0, first))) {
    if (strip.start >= end) return;
    yield* stretchesOf(strip);
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

/** The sentences of a strip, except that each row of a table is one: a cell says something only together with its row. */
export function* statementsOf(strip: Strip, language?: string): Generator<Stretch> {
  let last: Stretch | undefined;
  let row: Row | undefined;
  for (const [start, end] of sentencesOf(strip, language)) {
    const own = rowAt(strip, start);
    const before = own && own === row ? last : undefined;
    if (last && !before) yield last;
    last = [before?.[0] ?? start, end];
    row = own;
  }
  if (last) yield last;
}

/** The row of a table at an offset of the galley; undefined if there is none. */
export function rowAt({ start, rows }: Strip, offset: number): Row | undefined {
  const row = rows[firstIndex(rows, (one) => start + one.end > offset)];
  return row && start + row.start <= offset ? row : undefined;
}

/** The statement that contains an offset, or the next one. */
export function statementAt(galley: Galley, offset: number, language?: string): Stretch | undefined {
  return firstOf(statementsFrom(galley, offset, language), ([, end]) => end > offset);
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
