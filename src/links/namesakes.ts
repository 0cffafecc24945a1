/**
 * Essays of one name, such as the `log.md` of each folder, and which of them a link means. Any number of links may lead to any
 * number of namesakes, so each answer takes time in proportion to the length of two paths, however many essays there are.
 */
import { dateInPath } from "../essay/date.ts";
import type { Essay } from "../essay/essay.ts";
import { memoizedFor } from "../text/memoized.ts";

/**
 * The essay of this name that a link with this address means: one of those with the date in the address, or else of all; of
 * several, the one nearest to the link's own file `from`. A translation links to translations.
 */
export function meantOf(essays: readonly Essay[], address: string, from: string): Essay | undefined {
  if (essays.length < 2) return essays[0];
  return namesakesOf(essays).ofDate(dateInPath(address)).nearestTo(from);
}

const namesakesOf = memoizedFor((essays: readonly Essay[]) => new Namesakes(essays));

/** The lengths of `2016`, `2016-03` and `2016-03-24`. */
const DATES = [4, 7, 10];

interface Candidate {
  readonly essay: Essay;
  /** Its place among the namesakes; of two that are equally near, the first is meant. */
  readonly nth: number;
  /** The number of folders above it. */
  readonly depth: number;
}

class Namesakes {
  readonly #essays: readonly Essay[];
  #byDate: Map<string, Namesakes> | undefined;
  /** For each folder above an essay, the essay below it that has the fewest folders above. */
  #highest: ReadonlyMap<string, Candidate> | undefined;

  constructor(essays: readonly Essay[]) {
    this.#essays = essays;
  }

  ofDate(date: string | undefined): Namesakes {
    if (date === undefined) return this;
    this.#byDate ??= byDate(this.#essays);
    return this.#byDate.get(date) ?? this;
  }

  /**
   * The essay that shares the most folders with `from`, where each folder that it does not share counts against it. Of all that
   * share at least a given folder, that is the highest one, so one candidate for each folder above `from` is enough.
   */
  nearestTo(from: string): Essay | undefined {
    this.#highest ??= highestBelow(this.#essays);
    let best: Candidate | undefined;
    let nearness = -Infinity;
    for (const [shared, folder] of foldersAbove(from).entries()) {
      const candidate = this.#highest.get(folder);
      if (!candidate) break;
      const own = 2 * shared - candidate.depth;
      if (own < nearness || (own === nearness && best && best.nth < candidate.nth)) continue;
      [best, nearness] = [candidate, own];
    }
    return best?.essay;
  }
}

function byDate(essays: readonly Essay[]): Map<string, Namesakes> {
  const dated = essays.flatMap((essay) => {
    const { date = "" } = essay;
    return DATES.filter((length) => length <= date.length).map(
      (length) => [date.slice(0, length), essay] as const,
    );
  });
  const groups = Map.groupBy(dated, ([date]) => date);
  return new Map(Array.from(groups, ([date, own]) => [date, new Namesakes(own.map(([, essay]) => essay))]));
}

function highestBelow(essays: readonly Essay[]): ReadonlyMap<string, Candidate> {
  const highest = new Map<string, Candidate>();
  for (const [nth, essay] of essays.entries()) {
    const folders = foldersAbove(essay.path);
    const candidate = { essay, nth, depth: folders.length - 1 };
    for (const folder of folders)
      if (candidate.depth < (highest.get(folder)?.depth ?? Infinity)) highest.set(folder, candidate);
  }
  return highest;
}

/** The folders above a file, the library's own first, which is empty: of `a/b/c.md`, "", "a/" and "a/b/". */
function foldersAbove(path: string): string[] {
  const folders = [""];
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1))
    folders.push(path.slice(0, at + 1));
  return folders;
}
