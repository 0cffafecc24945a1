/**
 * How well one word of a query matches a text, and where.
 *
 *     whole word   start of a word   inside a word   initials         letters with gaps
 *     ship         ship|ping         relation|ship   h|ow t|o s|hip   sh|i|pp|ing
 */

export interface WordMatch {
  readonly score: number;
  /** Offsets of the matched letters. */
  readonly at: readonly number[];
}

const WHOLE_WORD = 120;
const WORD_START = 100;
const INSIDE = 60;
const INITIALS = 90;
const GAPS_AT_MOST = 40;
/** Letters with gaps that lie further apart than this, for each letter, are an accident. */
const SPREAD = 4;

/** The best match of `word` in `text`, both folded alike; `gaps` allows letters with gaps between them. */
export function scoreWord(word: string, text: string, gaps: boolean): WordMatch | undefined {
  const contiguous = bestContiguous(word, text);
  if (contiguous && contiguous.score >= WORD_START) return contiguous;
  if (!gaps || word.length < 2) return contiguous;
  return initials(word, text) ?? contiguous ?? withGaps(word, text);
}

function bestContiguous(word: string, text: string): WordMatch | undefined {
  let best: WordMatch | undefined;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const starts = isWordStart(text, at);
    const ends = at + word.length === text.length || !isLetter(text[at + word.length]!);
    const score = (starts ? (ends ? WHOLE_WORD : WORD_START) : INSIDE) - Math.min(20, at / 10);
    if (!best || score > best.score) best = { score, at: span(at, word.length) };
    if (starts && ends) break;
  }
  return best;
}

/** Each letter begins a word, one word after the other; words may be passed over only at the front. */
function initials(word: string, text: string): WordMatch | undefined {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) if (isWordStart(text, at)) starts.push(at);
  for (let first = 0; first + word.length <= starts.length; first++) {
    const at = starts.slice(first, first + word.length);
    if (at.every((start, index) => text[start] === word[index])) return { score: INITIALS - first, at };
  }
  return undefined;
}

/** Letters in order: the shortest stretch that ends at the first place where all have been seen, as fzf has it. */
function withGaps(word: string, text: string): WordMatch | undefined {
  let next = 0;
  let end = 0;
  while (end < text.length && next < word.length) if (text[end++] === word[next]) next++;
  if (next < word.length) return undefined;
  const at: number[] = [];
  let start = end - 1;
  for (let letter = word.length - 1; letter >= 0; start--) {
    if (text[start] === word[letter]) {
      at.unshift(start);
      letter--;
    }
  }
  const length = end - at[0]!;
  if (length > word.length * SPREAD) return undefined;
  const starts = at.filter((position) => isWordStart(text, position)).length;
  const score = (GAPS_AT_MOST * word.length) / length / 2 + (GAPS_AT_MOST * starts) / word.length / 2;
  return { score, at };
}

function span(at: number, length: number): number[] {
  return Array.from({ length }, (_, index) => at + index);
}

function isWordStart(text: string, at: number): boolean {
  return isLetter(text[at]!) && (at === 0 || !isLetter(text[at - 1]!));
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
