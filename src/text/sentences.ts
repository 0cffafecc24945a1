/**
 * Splits a text into sentences by UAX #29, except that common abbreviations do not end a sentence (`abbreviations.ts`).
 */
import { isAbbreviated } from "./abbreviations.ts";

/** Offsets in UTF-16 code units; blanks between sentences belong to neither. */
export type SentenceRange = readonly [start: number, end: number];

/** The language whose rules are those of UAX #29 without changes. */
const USUAL = "en";
const segmenters = new Map<string, Intl.Segmenter>();

const SMALL = /^\p{Ll}/u;

/** The sentences of `text`, in order; `language` is a tag of BCP 47, where one is known. */
export function sentencesIn(text: string, language?: string): SentenceRange[] {
  const ranges: [number, number][] = [];
  for (const { segment, index } of segmenterOf(language).segment(text)) {
    const trimmed = segment.trimEnd();
    const start = index + segment.length - segment.trimStart().length;
    const end = index + trimmed.length;
    if (start >= end) continue;
    const last = ranges.at(-1);
    const own = text.slice(start, end);
    // “Is it?” she asked: a sentence that continues in lower case has not ended.
    const goesOn =
      last && (SMALL.test(own.slice(0, 2)) || isAbbreviated(text.slice(last[0], last[1]), own, language));
    if (goesOn) last[1] = end;
    else ranges.push([start, end]);
  }
  return ranges;
}

/** An unknown language tag is ignored. */
function segmenterOf(language = USUAL): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    made = new Intl.Segmenter(USUAL, { granularity: "sentence" });
  }
  segmenters.set(language, made);
  return made;
}
