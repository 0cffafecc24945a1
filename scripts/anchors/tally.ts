/**
 * What is counted: for each matcher, how many sentences stand, are reworded or gone, and what became of them.
 */
import type { Truth } from "./oracle.ts";

/** A sentence that was not found, or found on other words: all that is needed to judge it by eye. */
export interface Case {
  readonly outcome: "wrong" | "missed";
  readonly truth: Truth["kind"];
  /** The essay, and the numbers of the two versions. */
  readonly label: string;
  /** The sentence, with what stood around it. */
  readonly before: string;
  /** Where it was found, if it was, and where the oracle has it, each with what stands around. */
  readonly found: string | undefined;
  readonly really: string;
}

export interface Tally {
  stands: number;
  standsFound: number;
  repeated: number;
  repeatedFound: number;
  reworded: number;
  rewordedFound: number;
  gone: number;
  wrong: number;
  readonly cases: Case[];
}

export function tally(): Tally {
  return {
    stands: 0,
    standsFound: 0,
    repeated: 0,
    repeatedFound: 0,
    reworded: 0,
    rewordedFound: 0,
    gone: 0,
    wrong: 0,
    cases: [],
  };
}

const COUNTS = [
  "stands",
  "standsFound",
  "repeated",
  "repeatedFound",
  "reworded",
  "rewordedFound",
  "gone",
  "wrong",
] as const;

/** Adds the counts and cases of `other` to `own`. */
export function add(own: Tally, other: Tally): void {
  for (const key of COUNTS) own[key] += other[key];
  own.cases.push(...other.cases);
}

/**
 * Whether the promises are kept: none on other words, and 99.5 % of what stands found. What is reworded is found or an orphan, so its
 * promise is the first one; how much of it is found is shown.
 */
export function isKept(own: Tally): boolean {
  return own.wrong === 0 && own.standsFound >= own.stands * 0.995;
}

export function row(name: string, own: Tally): string {
  return [
    name.padEnd(12),
    `stand ${own.stands}, found ${percent(own.standsFound, own.stands)}`,
    `repeated ${own.repeated}, found ${percent(own.repeatedFound, own.repeated)}`,
    `reworded ${own.reworded}, found ${percent(own.rewordedFound, own.reworded)}`,
    `gone ${own.gone}`,
    `on other words ${own.wrong}`,
  ].join("; ");
}

function percent(part: number, all: number): string {
  return all === 0 ? "none there" : `${((100 * part) / all).toFixed(2)} %`;
}

/** A case in lines. */
export function shown({ outcome, truth, label, before, found, really }: Case): string {
  const name = outcome === "wrong" ? "on other words" : "not found";
  return [
    `${name}: ${label}, ${truth}`,
    `  before ${before}`,
    `  found  ${found ?? "nowhere"}`,
    `  really ${really}`,
    "",
  ].join("\n");
}
