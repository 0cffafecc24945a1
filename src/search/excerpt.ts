/**
 * Cuts a text with matches to the stretch around those that show the most of a query.
 *
 *     … the stretch of a long text around a [match], cut at blanks …
 */
import type { Range } from "./ranges.ts";
import { bestWindow, isBetter, type Marked, type Shown } from "./window.ts";
import { WordCounts } from "./word-counts.ts";

const DOTS = "… ";
const DOTS_AFTER = " …";
/** The share of a cut passage that is before its first match. */
const BEFORE = 0.2;

/**
 * At most `most` characters around the best window of the matches, cut at blanks where there are any, with dots where text is left
 * out. Words that are not `shown` elsewhere are preferred.
 */
export function excerpt<Own extends Marked>(passage: Own, most: number, shown?: Shown): Own {
  const { text, ranges, words } = passage;
  if (text.length <= most) return passage;
  const length = Math.max(1, most - 2 * DOTS.length);
  const [first, last] = bestWindow(passage, length, shown)?.range ?? [0, 0];
  const before = Math.min(first, Math.max(0, first - Math.floor(length * BEFORE), last - length));
  const wish = Math.min(before, text.length - length);
  const start = wish === 0 ? 0 : afterBlank(text, wish, first);
  const end = start + length >= text.length ? text.length : beforeBlank(text, start + length, last);
  const lead = start > 0 ? DOTS : "";
  const shift = lead.length - start;
  const isKept = ([from, to]: Range): boolean => from >= start && to <= end;
  return {
    ...passage,
    text: `${lead}${text.slice(start, end)}${end < text.length ? DOTS_AFTER : ""}`,
    ranges: ranges.filter(isKept).map(([from, to]): Range => [from + shift, to + shift]),
    ...(words && { words: words.filter((_, nth) => isKept(ranges[nth]!)) }),
  };
}

/**
 * The passages of an essay, each cut to as many characters as `room` gives it. Together they show as many words of the query as they
 * can: the best one is cut first, each of the others to words that those before do not show; then each is cut again, since only now
 * is known what the others show.
 */
export function excerpts<Own extends Marked>(
  passages: readonly Own[],
  room: (passage: Own) => number,
): readonly Own[] {
  const shown = new WordCounts();
  const cuts: (Own | undefined)[] = passages.map(() => undefined);
  const cut = (nth: number): void => {
    const passage = passages[nth]!;
    cuts[nth]?.words?.forEach((word) => shown.remove(word));
    const own = excerpt(passage, room(passage), shown);
    own.words?.forEach((word) => shown.add(word));
    cuts[nth] = own;
  };
  if (passages.length > 0) cut(bestOf(passages));
  for (const nth of passages.keys()) if (!cuts[nth]) cut(nth);
  for (const nth of passages.keys()) cut(nth);
  return cuts.map((own) => own!);
}

/** The index of the passage with the most words of the query, closest together; 0 if there are none. */
export function bestOf(passages: readonly Marked[]): number {
  const windows = passages.map((passage) => bestWindow(passage, Infinity));
  return windows.reduce((best, own, nth) => {
    const known = windows[best];
    return own && (known === undefined || isBetter(own, known)) ? nth : best;
  }, 0);
}

function afterBlank(text: string, from: number, limit: number): number {
  const blank = text.indexOf(" ", from);
  return blank < 0 || blank >= limit ? whole(text, from) : blank + 1;
}

function beforeBlank(text: string, to: number, limit: number): number {
  const blank = text.lastIndexOf(" ", to);
  return blank <= limit ? whole(text, Math.max(to, limit)) : blank;
}

/** An offset that does not split a surrogate pair. */
function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
