/**
 * What a text has used up of its bounds, while it is parsed.
 */
import { BOUNDS, type BoundName } from "../text/bounds.ts";

/** How often, at most, a text is looked through for ends that it does not have. */
const IN_VAIN = 20;

export class Limits {
  readonly #counts = new Map<BoundName, number>();
  readonly #passed = new Set<BoundName>();
  #patience = 0;

  /** A text of so many UTF-16 code units is to be parsed. */
  begin(length: number): this {
    this.#patience = IN_VAIN * length;
    return this;
  }

  /** The bounds that were passed, in the order in which that was met. */
  get passed(): BoundName[] {
    return [...this.#passed];
  }

  /** Whether one more would be too many: the bound is passed, then. */
  refuses(name: BoundName): boolean {
    const isFull = (this.#counts.get(name) ?? 0) >= BOUNDS[name].most;
    if (isFull) this.pass(name);
    return isFull;
  }

  /** Counts one more of what a bound counts; false if that is too many. */
  takes(name: BoundName): boolean {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return this.holds(name, count);
  }

  /** Whether so many are within the bound. */
  holds(name: BoundName, count: number): boolean {
    if (count > BOUNDS[name].most) this.pass(name);
    return count <= BOUNDS[name].most;
  }

  pass(name: BoundName): void {
    this.#passed.add(name);
  }

  /** Whether an end may still be sought. */
  get isPatient(): boolean {
    return this.#patience > 0;
  }

  /** So many UTF-16 code units were looked through for an end that is not there. */
  soughtInVain(length: number): void {
    this.#patience -= length;
  }
}

const known = new WeakMap<object, Limits>();

/** The limits of the text that a lexer parses. */
export function limitsOf(lexer: object): Limits {
  let limits = known.get(lexer);
  if (!limits) known.set(lexer, (limits = new Limits()));
  return limits;
}
