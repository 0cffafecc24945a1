/**
 * Splits a text into sentences by UAX #29, except that the most common abbreviations do not end a sentence.
 */

/** Offsets in UTF-16 code units; blanks between sentences belong to neither. */
export type SentenceRange = readonly [start: number, end: number];

/** The language whose rules are those of UAX #29 without changes. */
const USUAL = "en";
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Words before a full stop that does not end a sentence: titles, initials, and words that introduce a number or an
 * example.
 */
const ABBREVIATED =
  /(?:^|[\s("'“‘«—–/])(?:[A-HJ-Z]|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|cf|ca|Fig|Figs|Sec|Eq|Eqs|Ch|pp?|vols?|eds?|e\.g|i\.e|z\.B|d\.h|bzw|vgl|Mme|Mlle)\.$/u;
/** The characters of the longest abbreviation and of what precedes it. */
const LONGEST = 8;
const SMALL = /^\p{Ll}/u;
/** The number of an item of a list. */
const NUMBER = /^\d{1,9}\.$/;

/** The sentences of `text`, in order; `language` is a tag of BCP 47, where one is known. */
export function sentencesIn(text: string, language?: string): SentenceRange[] {
  const ranges: [number, number][] = [];
  let isOpen = false;
  for (const { segment, index } of segmenterOf(language).segment(text)) {
    const trimmed = segment.trimEnd();
    const start = index + segment.length - segment.trimStart().length;
    const end = index + trimmed.length;
    if (start >= end) continue;
    const last = ranges.at(-1);
    // “Is it?” she asked: a sentence that continues in lower case has not ended.
    if (last && (isOpen || SMALL.test(trimmed.slice(start - index, start - index + 2)))) last[1] = end;
    else ranges.push([start, end]);
    isOpen = NUMBER.test(trimmed) || ABBREVIATED.test(trimmed.slice(-LONGEST));
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
