/**
 * Anchors as JSON, the same in each format that has room for them.
 */
import type { Point } from "../../marks/galley.ts";
import type { Anchor, Rivals, WiderContext } from "../../marks/mark.ts";
import { type Fields, isFields, textIn } from "./noted.ts";

export function anchorJson({
  words,
  before,
  after,
  start,
  end,
  heading,
  lines,
  rivals,
  hash,
}: Anchor): Fields {
  return {
    words,
    before,
    after,
    start,
    end,
    ...(heading !== undefined && { heading }),
    lines,
    ...(rivals && { rivals }),
    hash,
  };
}

/** Reads the fields of an anchor that are present and valid. */
export function readAnchor(value: unknown): Partial<Anchor> {
  if (!isFields(value)) return {};
  const { start, end, lines, rivals } = value;
  const texts = (["words", "before", "after", "heading", "hash"] as const).flatMap((name) => {
    const text = textIn(value[name]);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    ...Object.fromEntries(texts),
    ...(isPoint(start) && isPoint(end) && { start, end }),
    ...(isPair(lines) && { lines }),
    ...(isRivals(rivals) && { rivals }),
  };
}

function isPair(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(isWhole);
}

function isRivals(value: unknown): value is Rivals {
  if (!isFields(value)) return false;
  const { nth, of, like, near, under, wider } = value;
  if (wider !== undefined && !isWider(wider)) return false;
  if (under !== undefined && !isPair(under)) return false;
  return isWhole(nth) && isWhole(of) && typeof like === "number" && (near === undefined || isWhole(near));
}

function isWider(value: unknown): value is WiderContext {
  if (!isFields(value)) return false;
  const { before, after, like } = value;
  return typeof before === "string" && typeof after === "string" && typeof like === "number";
}

function isPoint(value: unknown): value is Point {
  if (!isFields(value)) return false;
  const { block, note, offset } = value;
  return isWhole(block) && isWhole(offset) && (note === undefined || isWhole(note));
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= -1;
}
