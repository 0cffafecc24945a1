/**
 * Sentences of a text, as Unicode parts them (UAX #29), but for the commonest abbreviations, which end no sentence.
 */

/** Offsets in UTF-16 code units; the blanks between sentences belong to none. */
export type SentenceRange = readonly [start: number, end: number];

const segmenters = new Map<string, Intl.Segmenter>();

/** What stands before a full stop and is no end: titles, initials, and what leads a number or an example. */
const ABBREVIATED =
  /(?:^|[\s("'“‘«—–/])(?:[A-HJ-Z]|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|cf|ca|Fig|Figs|Sec|Eq|Eqs|Ch|pp?|vols?|eds?|e\.g|i\.e|z\.B|d\.h|bzw|vgl|Mme|Mlle)\.$/u;
/** Characters that the longest of them has, with what stands before it. */
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
    // “Is it?” she asked: what goes on in small letters is the same sentence.
    if (last && (isOpen || SMALL.test(trimmed.slice(start - index, start - index + 2)))) last[1] = end;
    else ranges.push([start, end]);
    isOpen = NUMBER.test(trimmed) || ABBREVIATED.test(trimmed.slice(-LONGEST));
  }
  return ranges;
}

/** A tag that nobody knows is as good as none. */
function segmenterOf(language = ""): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language === "" ? undefined : language, { granularity: "sentence" });
  } catch {
    made = new Intl.Segmenter(undefined, { granularity: "sentence" });
  }
  segmenters.set(language, made);
  return made;
}
