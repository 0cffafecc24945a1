/**
 * The work on a formula grows with its length: four times as long takes about four times as long, and not sixteen. What is
 * compared is the processor's time of this thread.
 */
import { expect, test } from "vitest";
import { displayFormula } from "../../../src/layout/math/display.ts";
import { inlineFormula } from "../../../src/layout/math/inline.ts";
import { texParser } from "../../../src/formats/tex/tex.ts";
import { isProblem } from "../../../src/layout/math/parser.ts";
import { processorTime } from "../../support/processor-time.ts";

/** UTF-16 code units; a formula has at most 20,000. */
const LENGTHS = [4_800, 19_200] as const;
/** Between n log n, which would be 4.7, and the square, which is 16. */
const MOST = 9;
/** Milliseconds that are too few to tell anything. */
const NOTHING = 40;

const repeated = (part: string, length: number): string => part.repeat(Math.floor(length / part.length));

const GROWING: readonly (readonly [string, (length: number) => string])[] = [
  ["a long sum", (length) => repeated("x+", length) + "x"],
  ["letters", (length) => repeated("x", length)],
  ["relations", (length) => repeated("a=", length) + "a"],
  ["scripts", (length) => repeated("x_{a_q}^{b^q}", length)],
  ["fractions", (length) => repeated("\\frac ab", length)],
  ["fractions in brackets", (length) => repeated("\\left(\\frac ab\\right)", length)],
  [
    "nested fractions, again and again",
    (length) => repeated("\\frac{".repeat(20) + "1" + "}{2}".repeat(20) + "+", length) + "1",
  ],
  [
    "something high, and a long sum",
    (length) => "\\frac{".repeat(90) + "1" + "}{2}".repeat(90) + repeated("+x", length - 910),
  ],
  ["rows", (length) => `\\begin{matrix}${repeated("1\\\\", length - 30)}\\end{matrix}`],
  ["columns", (length) => `\\begin{matrix}${repeated("1&", length - 30)}\\end{matrix}`],
  ["aligned rows", (length) => `\\begin{align}${repeated("a&=b\\\\", length - 30)}\\end{align}`],
  [
    "a row of many columns, and many rows",
    (length) =>
      `\\begin{matrix}${repeated("1&", length / 2 - 30)}\\\\${repeated("1\\\\", length / 2)}\\end{matrix}`,
  ],
  ["big delimiters", (length) => repeated("\\Big(", length / 2) + repeated("\\Big)", length / 2)],
  ["brackets", (length) => repeated("(", length / 2) + repeated(")", length / 2)],
  ["accents", (length) => repeated("\\hat{x}", length)],
  ["words", (length) => `\\text{${repeated("word ", length - 10)}}`],
  ["primes", (length) => `x${repeated("'", length - 10)}`],
  ["quads", (length) => repeated("\\quad", length)],
  ["operators", (length) => repeated("\\sum_i", length)],
];

function timeOf(tex: string): number {
  const begun = processorTime();
  const nodes = texParser()(tex, true);
  if (!isProblem(nodes)) {
    for (const columns of [72, Infinity]) displayFormula(nodes, columns);
    inlineFormula(nodes);
  }
  return processorTime() - begun;
}

test.each(GROWING)("%s", (_, make) => {
  const [less, more] = LENGTHS;
  expect(isProblem(texParser()(make(less), true))).toBe(false);
  const tried: string[] = [];
  for (let trial = 0; trial < 4; trial++) {
    const long = timeOf(make(more));
    if (long < NOTHING) return;
    const short = timeOf(make(less));
    if (long <= MOST * short) return;
    tried.push(`${less}: ${short.toFixed(0)} ms, ${more}: ${long.toFixed(0)} ms`);
  }
  expect(tried).toEqual([]);
});
