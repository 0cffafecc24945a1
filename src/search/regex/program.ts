/**
 * Regular expressions as programs of a machine that reads each character once (Thompson 1968, “Regular expression search
 * algorithm”). Features that need backtracking are rejected: back references and lookaround.
 *
 *     ab*c   0 a → 1     1 split 2, 3     2 b → 1     3 c → 4     4 match
 */
import { append } from "../../text/append.ts";

/** Whether a character (one code point) is taken. */
export type Taken = (character: string) => boolean;

export type Assertion = "start" | "end" | "boundary" | "inside";

export type Instruction =
  | { readonly kind: "take"; readonly taken: Taken }
  | { readonly kind: "split"; readonly to: readonly number[] }
  | { readonly kind: "assert"; readonly assertion: Assertion }
  | { readonly kind: "match" };

/** Each instruction leads to the one after it, except `split` and `match`. */
export type Program = readonly Instruction[];

/** A faulty expression; `at` is an offset into it. */
export class PatternError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.name = "PatternError";
    this.at = at;
  }
}

/** A part of an expression, as instructions with jumps relative to their own place. */
type Piece = readonly Relative[];
type Relative =
  | Exclude<Instruction, { kind: "split" }>
  | { readonly kind: "split"; readonly by: readonly number[] };

const MOST_INSTRUCTIONS = 2_000;
const MOST_REPEATS = 500;
const DEEPEST = 50;

/** The program of an expression in JavaScript's notation; `anyCase`: whether case is ignored. Throws `PatternError`. */
export function programOf(source: string, anyCase: boolean): Program {
  const parser = new Parser(source, anyCase);
  const piece = parser.whole();
  const program = [...piece, { kind: "match" } as const];
  return program.map((one, at) =>
    one.kind === "split" ? { kind: "split", to: one.by.map((by) => at + by) } : one,
  );
}

class Parser {
  readonly #source: string;
  readonly #anyCase: boolean;
  #at = 0;
  #depth = 0;

  constructor(source: string, anyCase: boolean) {
    this.#source = source;
    this.#anyCase = anyCase;
  }

  whole(): Piece {
    const piece = this.#alternatives();
    if (this.#at < this.#source.length)
      throw new PatternError("there is no opening bracket for this one", this.#at);
    return piece;
  }

  #alternatives(): Piece {
    const pieces = [this.#sequence()];
    while (this.#takes("|")) pieces.push(this.#sequence());
    let alternatives = pieces.pop()!;
    for (const one of pieces.reverse())
      alternatives = this.#fit([
        split(1, one.length + 2),
        ...one,
        jump(alternatives.length + 1),
        ...alternatives,
      ]);
    return alternatives;
  }

  #sequence(): Piece {
    const pieces: Relative[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at]!)) {
      append(pieces, this.#repeated());
      this.#fit(pieces);
    }
    return pieces;
  }

  #repeated(): Piece {
    const start = this.#at;
    let piece = this.#atom();
    for (;;) {
      const counts = this.#counts();
      if (!counts) return piece;
      if (piece.length === 0) throw new PatternError("there is nothing before it to repeat", start);
      piece = this.#fit(repeated(piece, ...counts, start));
    }
  }

  /** The least and the largest number of repetitions of the piece before. Greediness makes no difference here. */
  #counts(): readonly [least: number, most: number] | undefined {
    const found = COUNTS.exec(this.#source.slice(this.#at, this.#at + LONGEST_COUNTS));
    if (!found) return undefined;
    const [whole, sign, least, comma, most] = found;
    if (Math.max(Number(least ?? 0), Number(most ?? 0)) > MOST_REPEATS)
      throw new PatternError(`more than ${MOST_REPEATS} repetitions`, this.#at);
    this.#at += whole.length;
    if (sign) return [sign === "+" ? 1 : 0, sign === "?" ? 1 : Infinity];
    return [Number(least), comma === undefined ? Number(least) : most ? Number(most) : Infinity];
  }

  #atom(): Piece {
    const start = this.#at;
    const character = String.fromCodePoint(this.#source.codePointAt(start)!);
    if (character === "(") return this.#group();
    if (/[*+?]/.test(character)) throw new PatternError("there is nothing before it to repeat", start);
    if (character === "^" || character === "$") {
      this.#at++;
      return [{ kind: "assert", assertion: character === "^" ? "start" : "end" }];
    }
    if (character === "[") return [this.#charset(this.#endOfClass())];
    if (character === "\\") return this.#escape();
    this.#at += character.length;
    if (character === ".") return [{ kind: "take", taken: (one) => one !== "\n" }];
    return [this.#literal(character)];
  }

  #group(): Piece {
    const start = this.#at;
    const opening = /^\((?:\?(?::|<[A-Za-z]\w{0,40}>))?/.exec(this.#source.slice(start, start + 50))![0];
    if (opening === "(" && this.#source[start + 1] === "?")
      throw new PatternError("lookaround is not supported", start);
    if (++this.#depth > DEEPEST)
      throw new PatternError(`brackets are nested more than ${DEEPEST} deep`, start);
    this.#at += opening.length;
    const piece = this.#alternatives();
    if (!this.#takes(")")) throw new PatternError("this bracket is not closed", start);
    this.#depth--;
    // An empty group can be repeated.
    return piece.length > 0 ? piece : [jump(1)];
  }

  #escape(): Piece {
    const start = this.#at;
    const rest = this.#source.slice(start, start + LONGEST_ESCAPE);
    const boundary = /^\\[bB]/.exec(rest)?.[0];
    if (boundary !== undefined) {
      this.#at += 2;
      return [{ kind: "assert", assertion: boundary === "\\b" ? "boundary" : "inside" }];
    }
    if (/^\\(?:[1-9]|k<)/.test(rest)) throw new PatternError("back references are not supported", start);
    const set =
      /^\\(?:[dDwWsSnrtfv0]|p\{[^}]{1,40}\}|P\{[^}]{1,40}\}|x[\da-f]{2}|u[\da-f]{4}|u\{[\da-f]{1,6}\})/i.exec(
        rest,
      )?.[0];
    if (set !== undefined) return [this.#charset(start + set.length)];
    const literal = /^\\([^\p{L}\p{N}])/u.exec(rest)?.[1];
    if (literal === undefined) throw new PatternError("this escape is unknown", start);
    this.#at += 1 + literal.length;
    return [this.#literal(literal)];
  }

  /**
   * The characters that the expression up to `end` takes. V8 matches a single character here, so it can't backtrack.
   */
  #charset(end: number): Relative {
    const start = this.#at;
    this.#at = end;
    let single: RegExp;
    try {
      single = new RegExp(`^${this.#source.slice(start, end)}$`, this.#anyCase ? "iu" : "u");
    } catch {
      throw new PatternError("this is not a set of characters", start);
    }
    return { kind: "take", taken: (character) => single.test(character) };
  }

  #endOfClass(): number {
    for (let at = this.#at + 1; at < this.#source.length; at++) {
      if (this.#source[at] === "\\") at++;
      else if (this.#source[at] === "]") return at + 1;
    }
    throw new PatternError("this bracket is not closed", this.#at);
  }

  #literal(character: string): Relative {
    if (!this.#anyCase) return { kind: "take", taken: (one) => one === character };
    const lower = character.toLowerCase();
    return { kind: "take", taken: (one) => one === character || one.toLowerCase() === lower };
  }

  #takes(character: string): boolean {
    if (this.#source[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #fit<Fitting extends Piece>(piece: Fitting): Fitting {
    if (piece.length > MOST_INSTRUCTIONS) throw new PatternError("the expression is too long", 0);
    return piece;
  }
}

const COUNTS = /^(?:([*+?])|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})\??/;
const LONGEST_COUNTS = 14;
const LONGEST_ESCAPE = 50;

function split(...by: number[]): Relative {
  return { kind: "split", by };
}

function jump(by: number): Relative {
  return split(by);
}

function repeated(piece: Piece, least: number, most: number, at: number): Piece {
  if (most < least) throw new PatternError("the maximum is less than the minimum", at);
  const copies = most === Infinity ? Math.max(1, least) : most;
  if (copies * (piece.length + 1) > MOST_INSTRUCTIONS)
    throw new PatternError("the expression is too long", at);
  const star = [split(1, piece.length + 2), ...piece, split(-piece.length - 1)];
  const must = Array.from({ length: least }, () => piece).flat();
  if (most === Infinity) return [...must, ...star];
  // a{0,2}: each further repetition, or a jump to the end.
  const may = Array.from({ length: most - least }, (_, nth) => [
    split(1, (most - least - nth) * (piece.length + 1)),
    ...piece,
  ]).flat();
  return [...must, ...may];
}
