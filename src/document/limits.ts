/**
 * Counts, while a text is parsed, how much of its limits it has used.
 */
import { BOUNDS, type BoundName } from "../text/bounds.ts";
import { memoizedFor } from "../text/memoized.ts";

/** The most failed searches for a missing end in one text. */
const IN_VAIN = 20;

/** Where that which ends something starts and ends, as offsets in UTF-16 code units, and the named groups of its pattern. */
export interface End {
  readonly start: number;
  readonly end: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

export class Limits {
  readonly #counts = new Map<BoundName, number>();
  readonly #passed = new Set<BoundName>();
  #patience = 0;
  #depth = 0;

  /** Begins the parsing of a text of `length` UTF-16 code units. */
  begin(length: number): this {
    this.#patience = IN_VAIN * length;
    return this;
  }

  /** The limits exceeded so far, in order. */
  get passed(): BoundName[] {
    return [...this.#passed];
  }

  /** Whether one more would be too many; if so, the limit counts as exceeded. */
  refuses(name: BoundName): boolean {
    const isFull = (this.#counts.get(name) ?? 0) >= BOUNDS[name].most;
    if (isFull) this.pass(name);
    return isFull;
  }

  /** Counts one more; false if that is too many. */
  takes(name: BoundName): boolean {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return this.holds(name, count);
  }

  /** Whether `count` is within the limit. */
  holds(name: BoundName, count: number): boolean {
    if (count > BOUNDS[name].most) this.pass(name);
    return count <= BOUNDS[name].most;
  }

  pass(name: BoundName): void {
    this.#passed.add(name);
  }

  /** Whether the search for an end may still be worthwhile. */
  get isPatient(): boolean {
    return this.#patience > 0;
  }

  /** Records a search of `length` UTF-16 code units for an end that does not exist. */
  soughtInVain(length: number): void {
    this.#patience -= length;
  }

  /**
   * Looks in `src`, from an offset on, for what ends something there. `closing` is a pattern with the flag g; undefined if nothing matches it, or
   * if too much was searched in vain already.
   */
  endIn(src: string, from: number, closing: RegExp): End | undefined {
    if (!this.isPatient) return undefined;
    closing.lastIndex = from;
    const match = closing.exec(src);
    if (match) return { start: match.index, end: closing.lastIndex, groups: match.groups ?? {} };
    this.soughtInVain(src.length);
    return undefined;
  }

  /**
   * Parses the content of a block. Each level reads its content again, so the number of levels is limited: throws
   * `RangeError`.
   */
  within<Result>(parse: () => Result): Result {
    if (++this.#depth > BOUNDS.depth.most) throw new RangeError("nested too deeply");
    const result = parse();
    this.#depth--;
    return result;
  }
}

/** The limits for the text that a lexer parses. */
export const limitsOf = memoizedFor((_lexer: object) => new Limits());
