/**
 * Suggests another spelling for a query that finds nothing.
 */
import { editDistance } from "../text/edit-distance.ts";
import { type Query, wantedPhrases } from "./query.ts";

/** A word of the library, and the number of essays that contain it. */
export interface KnownWord {
  readonly word: string;
  readonly essays: number;
}

/**
 * `source` with each word that the library lacks replaced by the nearest one that it has; undefined if there
 * is none. Each word reads the vocabulary once.
 */
export function respelled(query: Query, source: string, vocabulary: Iterable<KnownWord>): string | undefined {
  let better = source;
  for (const { ways, prefix } of wantedPhrases(query)) {
    const [words] = ways;
    for (const [index, { text, unparted, plain }] of words.entries()) {
      if (unparted || plain) continue;
      const near = nearestWord(text, prefix && index === words.length - 1, vocabulary);
      if (near !== undefined) better = replaced(better, text, near);
    }
  }
  return better === source ? undefined : better;
}

/** The nearest word; of several, the one in most essays; undefined if there is none, or if the word itself is known. */
function nearestWord(wrong: string, isOpen: boolean, vocabulary: Iterable<KnownWord>): string | undefined {
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

function replaced(source: string, wrong: string, right: string): string {
  const at = source.toLowerCase().indexOf(wrong);
  return at < 0 ? right : source.slice(0, at) + right + source.slice(at + wrong.length);
}
