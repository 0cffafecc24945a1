/**
 * Runs the program of a regular expression. The time is proportional to the text for any expression.
 *
 * To decide whether a text matches, it uses a deterministic automaton, whose states (sets of instructions)
 * are made at their first use: one step for each character. To find where it matches, it runs the
 * instructions themselves, each with the character at which its match began. The first match counts, and of
 * several that begin there, the longest.
 */
import { type Instruction, PatternError, type Program, programOf } from "./program.ts";
import { once } from "../../text/once.ts";
import type { Range } from "../ranges.ts";
import { append } from "../../text/append.ts";

/** A set of instructions, and the kind of the character before it. */
interface State {
  readonly at: readonly number[];
  readonly before: Context;
  /** By the kind of the next character. */
  readonly next: Map<number, State | "matched">;
}

/** The kind of character beside a place: none, a word character, or another. */
type Context = "none" | "word" | "other";

interface Kind {
  readonly id: number;
  readonly context: Context;
  /** For each instruction, whether it takes the character. */
  readonly taken: readonly boolean[];
}

const MOST_STATES = 1_000;
/** The most ranges returned for a text, so that the time does not grow with the square of its length. */
const MOST_RANGES = 100;
const wordCharacter = once(() => /[\p{L}\p{N}\p{M}_]/u);

export class Automaton {
  readonly source: string;
  readonly #program: Program;
  readonly #kinds = new Map<string, Kind>();
  readonly #kindsBySignature = new Map<string, Kind>();
  #states = new Map<string, State>();

  /** `anyCase`: whether case is ignored. Throws `PatternError`. */
  constructor(source: string, anyCase: boolean) {
    this.source = source;
    this.#program = programOf(source, anyCase);
    if (this.#matches("none", "none", [0]) || this.#matches("other", "other", [0]))
      throw new PatternError("this matches the empty text", 0);
  }

  /** Whether a text contains a match. */
  test(text: string): boolean {
    let state = this.#state([0], "none");
    for (const character of text) {
      const kind = this.#kind(character);
      let next = state.next.get(kind.id);
      if (next === undefined) state.next.set(kind.id, (next = this.#step(state, kind)));
      if (next === "matched") return true;
      state = next;
    }
    return this.#matches(state.before, "none", state.at);
  }

  /** The ranges of the matches. */
  ranges(text: string): Range[] {
    const ranges: Range[] = [];
    for (let from = 0; ranges.length < MOST_RANGES;) {
      const range = this.#first(text, from);
      if (!range) break;
      ranges.push(range);
      from = range[1];
    }
    return ranges;
  }

  /** The first match that begins at `from` or later, and is not empty. */
  #first(text: string, from: number): Range | undefined {
    let found: [start: number, end: number] | undefined;
    let before: Context = from === 0 ? "none" : this.#kind(characterBefore(text, from)).context;
    /** The place at which the match of each waiting instruction began. */
    let waiting = new Map<number, number>();
    for (let at = from; ;) {
      const character = at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : undefined;
      const kind = character === undefined ? undefined : this.#kind(character);
      if (!found) waiting.set(0, waiting.get(0) ?? at);
      const open = this.#opened(waiting, before, kind?.context ?? "none");
      for (const [instruction, start] of open)
        if (this.#program[instruction]!.kind === "match" && start < at && (!found || start <= found[0]))
          found = [start, at];
      if (!kind || character === undefined) return found;
      waiting = new Map();
      for (const [instruction, start] of open)
        if (kind.taken[instruction] && (!found || start <= found[0]) && !waiting.has(instruction + 1))
          waiting.set(instruction + 1, start);
      if (found && waiting.size === 0) return found;
      before = kind.context;
      at += character.length;
    }
  }

  /** Instructions that take a character or end, and that can be reached from the waiting ones; the earliest first. */
  #opened(waiting: ReadonlyMap<number, number>, before: Context, after: Context): Map<number, number> {
    const open = new Map<number, number>();
    const seen = new Set<number>();
    for (const [from, start] of [...waiting].sort((a, b) => a[1] - b[1]))
      this.#follow([from], before, after, seen, (instruction) => open.set(instruction, start));
    return open;
  }

  /** Calls `reached` for each instruction that takes a character or ends. */
  #follow(
    from: readonly number[],
    before: Context,
    after: Context,
    seen: Set<number>,
    reached: (instruction: number) => void,
  ): void {
    const open = [...from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const instruction = this.#program[at]!;
      if (instruction.kind === "split") append(open, instruction.to);
      else if (instruction.kind !== "assert") reached(at);
      else if (isTrue(instruction, before, after)) open.push(at + 1);
    }
  }

  #matches(before: Context, after: Context, from: readonly number[]): boolean {
    let isMatch = false;
    this.#follow(from, before, after, new Set(), (at) => (isMatch ||= this.#program[at]!.kind === "match"));
    return isMatch;
  }

  #step({ at, before }: State, kind: Kind): State | "matched" {
    const next = new Set<number>([0]);
    let isMatch = false;
    this.#follow(at, before, kind.context, new Set(), (instruction) => {
      isMatch ||= this.#program[instruction]!.kind === "match";
      if (kind.taken[instruction]) next.add(instruction + 1);
    });
    return isMatch
      ? "matched"
      : this.#state(
          [...next].sort((a, b) => a - b),
          kind.context,
        );
  }

  #state(at: readonly number[], before: Context): State {
    const key = `${before} ${at.join(" ")}`;
    const known = this.#states.get(key);
    if (known) return known;
    if (this.#states.size >= MOST_STATES) this.#states = new Map();
    const state: State = { at, before, next: new Map() };
    this.#states.set(key, state);
    return state;
  }

  /** Characters are of one kind if no instruction distinguishes them. */
  #kind(character: string): Kind {
    const known = this.#kinds.get(character);
    if (known) return known;
    const taken = this.#program.map((one) => one.kind === "take" && one.taken(character));
    const context: Context = wordCharacter().test(character) ? "word" : "other";
    const signature = `${context}${taken.map(Number).join("")}`;
    const kind = this.#kindsBySignature.get(signature) ?? { id: this.#kindsBySignature.size, context, taken };
    this.#kindsBySignature.set(signature, kind);
    this.#kinds.set(character, kind);
    return kind;
  }
}

function isTrue(
  { assertion }: Extract<Instruction, { kind: "assert" }>,
  before: Context,
  after: Context,
): boolean {
  if (assertion === "start") return before === "none";
  if (assertion === "end") return after === "none";
  return ((before === "word") !== (after === "word")) === (assertion === "boundary");
}

function characterBefore(text: string, at: number): string {
  const code = text.codePointAt(at - 2);
  return code !== undefined && code > 0xffff ? String.fromCodePoint(code) : text[at - 1]!;
}
