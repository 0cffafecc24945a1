/**
 * Suggests another spelling for a query that finds nothing.
 */
import { editDistance } from "../text/edit-distance.ts";
import { foldWithStarts } from "../text/fold.ts";
import { type Phrase, type Query, wantedPhrases } from "./query.ts";
import type { Word } from "./tokens.ts";

/** A word of the library, and the number of essays that contain it. */
export interface KnownWord {
  readonly word: string;
  readonly essays: number;
}

/** A better word for a part of the source. */
interface Correction {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/**
 * The source of `query` with each word that the library lacks replaced by the nearest one that it has; undefined if there
 * is none. Only the words of terms are replaced, never the name of a field or an operator. Each word reads the vocabulary once.
 */
export function respelled(query: Query, vocabulary: Iterable<KnownWord>): string | undefined {
  const { source } = query;
  let better = "";
  let at = 0;
  for (const { start, end, word } of wantedPhrases(query).flatMap((one) =>
    correctionsOf(one, source, vocabulary),
  )) {
    better += source.slice(at, start) + word;
    at = end;
  }
  return at === 0 ? undefined : better + source.slice(at);
}

/** The corrections of a phrase, in the order of its words. */
function correctionsOf(phrase: Phrase, source: string, vocabulary: Iterable<KnownWord>): Correction[] {
  const { ways, prefix, start, end } = phrase;
  const [words] = ways;
  const { folded, starts } = foldWithStarts(source.slice(start, end), false);
  const corrections: Correction[] = [];
  let from = 0;
  for (const [index, word] of words.entries()) {
    const at = folded.indexOf(word.text, from);
    if (at < 0) continue;
    from = at + word.text.length;
    const near = nearestWord(word, prefix && index === words.length - 1, vocabulary);
    if (near !== undefined)
      corrections.push({ start: start + starts[at]!, end: start + starts[from]!, word: near });
  }
  return corrections;
}

/** The nearest word; of several, the one in most essays; undefined if there is none, or if the word itself is known. */
function nearestWord(
  { text: wrong, unparted, plain }: Word,
  isOpen: boolean,
  vocabulary: Iterable<KnownWord>,
): string | undefined {
  if (unparted || plain) return undefined;
  let limit = Math.ceil(wrong.length / 5);
  let best: KnownWord | undefined;
  for (const known of vocabulary) {
    if (known.word === wrong || (isOpen && known.word.startsWith(wrong))) return undefined;
    const distance = editDistance(wrong, known.word, limit);
    if (distance > limit) continue;
    if (best === undefined || distance < limit || known.essays > best.essays) best = known;
    limit = distance;
  }
  return best?.word;
}
