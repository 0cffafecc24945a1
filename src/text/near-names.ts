/**
 * Finds out whether one of many names differs from a word by at most one edit (`edit-distance.ts`), in time in proportion to the
 * word and not to the number of names.
 *
 *     names ship, sail ─▶ without a letter, by its place: 0:hip 1:sip 2:shp 3:shi, 0:ail 1:sil …
 *
 * Changed, `slip` has 1:sip too. Shorter by a letter, `hip` is 0:hip. Longer, `shipp` without its last letter is a name; with
 * two letters swapped, `hsip` swapped back is.
 */
import { memoized } from "./memoized.ts";

/** The longest name that is compared, in UTF-16 code units; a longer one counts only if it is the same. */
const LONGEST = 100;

/** Returns a function that decides whether one of `names` is at most one insertion, deletion, change or swap away. */
export function nearOneOf(names: Iterable<string>): (word: string) => boolean {
  const all = new Set(names);
  const byLength = Map.groupBy(all, ({ length }) => length);
  // Names of one length are prepared when a word of about that length is asked for.
  const shortened = memoized(
    (length: number): ReadonlySet<string> => new Set((byLength.get(length) ?? []).flatMap(withoutEach)),
  );
  return (word) => {
    const { length } = word;
    if (all.has(word)) return true;
    if (length > LONGEST) return false;
    const [changed, longer] = [shortened(length), shortened(length + 1)];
    for (let at = 0; at <= length; at++) {
      const [before, after] = [word.slice(0, at), word.slice(at + 1)];
      const isSwapped = at + 1 < length && all.has(before + word[at + 1]! + word[at]! + word.slice(at + 2));
      if (isSwapped || (at < length && (all.has(before + after) || changed.has(`${at}:${before}${after}`))))
        return true;
      if (longer.has(`${at}:${word}`)) return true;
    }
    return false;
  };
}

/** A name without each of its letters, by its place. */
function withoutEach(name: string): string[] {
  if (name.length > LONGEST + 1) return [];
  return Array.from({ length: name.length }, (_, at) => `${at}:${name.slice(0, at)}${name.slice(at + 1)}`);
}
