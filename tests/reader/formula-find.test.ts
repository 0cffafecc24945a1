/**
 * `/` in an essay finds the words of a formula's TeX, as `ibid search` does: a command that the page shows as a sign is on no line.
 */
import { describe, expect, test } from "vitest";
import { texOf } from "../../src/formats/mathematics.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const TEXT = `Of $x \\stackrel{*}{\\to} y$ and ζ as $\\zeta(s)$ and $\\sin x$.

$$\\sum_{i=1}^n \\frac{a}{b}$$

A stackrel in words.`;

function opened(): Reader {
  const one = reader({ "a.md": essay({ title: "A" }, TEXT) }, { columns: 60, rows: 24 });
  one.press("enter");
  one.send({ kind: "loaded", tools: { tex: texOf } });
  return one;
}

function found(sought: string): string[] {
  const one = opened();
  one.press("/", ...sought);
  one.send({ kind: "seek" });
  one.press("enter");
  const { screen } = one.state();
  return screen.kind !== "page"
    ? []
    : screen.page.matches.map(({ ranges }) =>
        ranges.map(({ flow, start, end }) => flow.text.slice(start, end).trim()).join("|"),
      );
}

describe("a word of TeX", () => {
  test.each([
    ["stackrel", ["x →* y", "stackrel"]],
    ["\\stackrel", ["x →* y"]],
    ["zeta", ["ζ", "ζ"]],
    ["frac", ["n  a|∑  ─|i=1 b"]],
    ["frac{a}", ["n  a|∑  ─|i=1 b"]],
    ["sin", ["sin"]],
    ["tack", ["tack"]],
    ["acos", []],
  ])("%s is found in the formula that has it", (sought, expected) => {
    expect(found(sought)).toEqual(expected);
  });
});
