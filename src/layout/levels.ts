/**
 * The embedding levels of a whole text (UAX #9, P2 to I2): even for what runs from left to right, odd for the rest. A line
 * has the levels that its letters have in the paragraph, for example where it has no strong letter of its own.
 *
 * Parts that are ordered by themselves are resolved by themselves. The text around each sees one neutral character in its place
 * (BD9), and its levels are those of its own text, above the level around it (X5a to X5c).
 */
import * as bidiJs from "bidi-js";
import { hasRightToLeft, isRightToLeft } from "./direction.ts";
import { type OwnOrder, partsOf } from "./isolates.ts";
import type { Direction, Flow } from "./line.ts";

/** The types of the package describe a module, but its default export is one function. */
const newBidi = bidiJs.default as unknown as () => bidiJs.Bidi;
let bidi: bidiJs.Bidi | undefined;

/** Levels of a text: one for each UTF-16 code unit. `base` is the level of the paragraph. */
export interface Levels {
  readonly of: Uint8Array;
  readonly base: 0 | 1;
}

const known = new WeakMap<Flow, { readonly levels: Levels | undefined }>();

/** The levels of a flow, or undefined if nothing in it runs from right to left. */
export function levelsOf(flow: Flow): Levels | undefined {
  const own = known.get(flow) ?? { levels: isMixed(flow) ? resolved(flow) : undefined };
  known.set(flow, own);
  return own.levels;
}

function isMixed({ text, direction }: Flow): boolean {
  return direction === "rtl" || hasRightToLeft(text);
}

/** The opposite of a character at an odd level, such as a bracket, if it has one (rule L4). */
export function mirrored(character: string): string {
  return (bidi ??= newBidi()).getMirroredCharacter(character) ?? character;
}

function resolved({ text, direction: given, isolates = [] }: Flow): Levels {
  const parts = partsOf(text, isolates);
  const isCode = isolates.some(({ role }) => role === "codeBlock");
  const direction = given ?? (!isCode && isRightToLeft([{ text, roles: [] }]) ? "rtl" : "ltr");
  return { of: levelsIn(text, parts, direction), base: direction === "rtl" ? 1 : 0 };
}

/** OBJECT REPLACEMENT CHARACTER, which is neutral. */
const OBJECT = "\ufffc";

function levelsIn(text: string, parts: readonly OwnOrder[], direction: Direction): Uint8Array {
  let outer = "";
  for (const { start, end } of parts) outer += text.slice(outer.length, start) + OBJECT.repeat(end - start);
  const levels = levelsByStretches(outer + text.slice(outer.length), direction);
  for (const { start, end, direction: own, parts: inner } of parts) {
    // A right-to-left part of a left-to-right text has level 1; every other part is two levels higher than by itself.
    const above = own === "rtl" && direction === "ltr" ? 0 : 2;
    levels.set(
      levelsIn(text.slice(start, end), inner, own).map((level) => level + above),
      start,
    );
  }
  return levels;
}

/** The package takes time with the square of a text of numbers. A longer text is resolved in stretches that end at blanks. */
const LONGEST = 4_096;

function levelsByStretches(text: string, direction: Direction): Uint8Array {
  const own = (bidi ??= newBidi());
  if (text.length <= LONGEST) return own.getEmbeddingLevels(text, direction).levels;
  const levels = new Uint8Array(text.length);
  for (let from = 0; from < text.length;) {
    const stretch = text.slice(from, from + LONGEST);
    const blank = from + LONGEST < text.length ? stretch.lastIndexOf(" ") : -1;
    const length = blank > 0 ? blank : stretch.length;
    levels.set(own.getEmbeddingLevels(stretch.slice(0, length), direction).levels, from);
    from += length;
  }
  return levels;
}
