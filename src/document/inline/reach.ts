/**
 * Looks ahead in a text, but never twice: a closer is searched for once for everything that it might close,
 * so a thousand openers without a closer cost no more than one.
 */

export class Reach {
  readonly #text: string;
  readonly #next = new Map<string, { from: number; found: number }>();
  /** For each length, the starts of its runs of backticks, and how many of them have been passed. */
  #runs: Map<number, { readonly starts: number[]; passed: number }> | undefined;

  /** The closing brace of each opening one. */
  #braces: ReadonlyMap<number, number> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first offset of `closer` at or after `from`, which must never decrease; -1 if there is none. */
  closing(closer: string, from: number): number {
    const known = this.#next.get(closer);
    if (known && known.from <= from && (known.found < 0 || known.found >= from)) return known.found;
    const found = this.#text.indexOf(closer, from);
    this.#next.set(closer, { from, found });
    return found;
  }

  /** The first run of exactly `length` backticks at or after `from`, which must never decrease; -1 if there is none. */
  backticks(length: number, from: number): number {
    this.#runs ??= runsIn(this.#text);
    const runs = this.#runs.get(length);
    if (!runs) return -1;
    while (runs.passed < runs.starts.length && runs.starts[runs.passed]! < from) runs.passed++;
    return runs.starts[runs.passed] ?? -1;
  }

  /** The brace that closes the one at `at`; -1 if there is none, or if braces are nested too deeply in it. */
  brace(at: number): number {
    this.#braces ??= bracesIn(this.#text);
    return this.#braces.get(at) ?? -1;
  }
}

/** The most levels of braces within braces. */
const DEEPEST = 8;

/** The pairs of braces that are not in code and have no backslash before them. */
function bracesIn(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly at: number; levels: number }[] = [];
  for (const { 0: sign, index } of text.matchAll(/\\[^]|`{1,9}[^`]{0,300}`{1,9}|[{}]/g)) {
    if (sign === "{") open.push({ at: index, levels: 1 });
    if (sign !== "}") continue;
    const own = open.pop();
    if (!own) continue;
    if (own.levels <= DEEPEST) pairs.set(own.at, index);
    const around = open.at(-1);
    if (around) around.levels = Math.max(around.levels, own.levels + 1);
  }
  return pairs;
}

function runsIn(text: string): Map<number, { starts: number[]; passed: number }> {
  const runs = new Map<number, { starts: number[]; passed: number }>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const same = runs.get(run.length);
    if (same) same.starts.push(index);
    else runs.set(run.length, { starts: [index], passed: 0 });
  }
  return runs;
}
