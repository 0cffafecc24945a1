/**
 * Anchors as JSON, the same in each format that has room for them.
 */
import type { Anchor } from "../../marks/mark.ts";
import { areTexts, isPair, isPoint, isRivals } from "../../marks/sound.ts";
import { type Fields, textIn } from "./fields.ts";
import { isRecord } from "../../text/is-record.ts";

export function anchorJson({
  words,
  before,
  after,
  start,
  end,
  heading,
  lines,
  rivals,
  company,
  sentence,
  label,
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
    ...(company && { company }),
    ...(sentence && { sentence }),
    ...(label && { label }),
    ...(rivals && { rivals }),
    hash,
  };
}

/** Reads the fields of an anchor that are present and valid. */
export function readAnchor(value: unknown): Partial<Anchor> {
  if (!isRecord(value)) return {};
  const { start, end, lines, rivals, company, sentence, label } = value;
  const texts = (["words", "before", "after", "heading", "hash"] as const).flatMap((name) => {
    const text = textIn(value[name]);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    ...Object.fromEntries(texts),
    ...(isPoint(start) && isPoint(end) && { start, end }),
    ...(isPair(lines) && { lines }),
    ...(areTexts(label) && { label }),
    ...(areTexts(company) && isPair(sentence) && { company, sentence }),
    ...(isRivals(rivals) && { rivals }),
  };
}
